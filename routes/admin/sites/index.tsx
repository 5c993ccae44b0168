import { page } from "fresh";
import { define } from "@/lib/web/state.ts";
import { Page } from "../(_shared)/Page.tsx";
import { loadSites, Sites } from "../(_shared)/Sites.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    return page(await loadSites(ctx));
  },
});

/** Other people's sites that show the chat. */
export default define.page<typeof handler>(({ data, state }) => (
  <Page locale={state.locale} panel={data.panel} section="sites">
    <Sites data={data} />
  </Page>
));
