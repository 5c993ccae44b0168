import { z } from "zod";
import { describe } from "@/lib/web/reference/describe.ts";
import { documentResponse } from "@/lib/web/reference/document.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  GET(ctx) {
    return documentResponse(ctx.state.reference.asyncapiText());
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "The document of the sockets",
    description: "AsyncAPI 3.0, made from the schemas that commands are read and events are typed with.",
    access: "anyone",
    answers: { 200: { says: "An AsyncAPI document.", body: z.looseObject({ asyncapi: z.string() }) } },
  },
});
