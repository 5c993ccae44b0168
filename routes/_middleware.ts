import { requestContext } from "@/lib/web/middleware.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.middleware(requestContext);
export default handler;
