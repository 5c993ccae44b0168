/** A frame that says what a test lets it say, for what the loader makes of it. */
import type { BrowserContext } from "playwright-core";

/** Says `hello` like every frame, and writes down what it is told. */
const FRAME = `<!doctype html><title>frame</title><input aria-label="text"><script>
const told = globalThis.told = [];
const say = globalThis.say = (message) => parent.postMessage({ peyk: 1, ...message }, "*");
addEventListener("message", ({ source, origin, data }) => source === parent && told.push({ from: origin, ...data }));
// Where it is not the widget's own: what it is to say to a page that should not listen.
addEventListener("message", ({ data }) => data.forged && parent.postMessage(JSON.parse(data.forged), "*"));
addEventListener("keydown", ({ key }) => key === "Escape" && say({ type: "close" }));
say({ type: "hello" });
</script>`;

/** A document without a word of ours, as a proxy's error page would be. */
export const SILENT = "<!doctype html><title>502</title>";

/** Answers for the frame's address in the server's place. */
export async function scriptFrame(context: BrowserContext, server: string, body = FRAME): Promise<void> {
  await context.route(
    (url) => url.origin === server && url.pathname.startsWith("/widget/"),
    (route) => route.fulfill({ contentType: "text/html", body }),
  );
}
