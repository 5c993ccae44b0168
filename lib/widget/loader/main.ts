/**
 * `/widget.js`, the script in pages of others:
 *
 *   <script src="https://HOST/widget.js" data-site-id="SITE_ID" async></script>
 *
 * It draws a launcher, or keeps room in `#chat-container`, and fetches the rest (`panel/`) when it is wanted. It
 * must never break or hold up the page it is in; the whole of it has a budget of 4,000 bytes.
 */
import { takeName } from "./api.ts";
import { load } from "./loader.ts";
import { ownScript, readOptions } from "./options.ts";

const script = ownScript();
// A second script on the page finds the name taken, and does nothing.
const api = script && takeName();
if (api) load(readOptions(script), api);
