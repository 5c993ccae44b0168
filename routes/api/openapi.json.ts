import { z } from "zod";
import { describe } from "@/lib/web/reference/describe.ts";
import { documentResponse } from "@/lib/web/reference/document.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Public, as the program itself is: it says what there is and nothing of what is in it. */
  async GET(ctx) {
    return documentResponse(await ctx.state.reference.openapiText());
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "This document",
    description: "OpenAPI 3.1, made from the schemas that validate.",
    access: "anyone",
    answers: { 200: { says: "An OpenAPI document.", body: z.looseObject({ openapi: z.string() }) } },
  },
});
