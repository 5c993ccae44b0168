import { page } from "fresh";
import { define } from "@/lib/web/state.ts";
import { Page } from "./(_shared)/Page.tsx";
import { loadSites, Sites } from "./(_shared)/Sites.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    return page(await loadSites(ctx));
  },
});

/** All of the panel: on a phone the list of its sections, elsewhere with one of them beside it. */
export default define.page<typeof handler>(({ data, state }) => (
  <Page locale={state.locale} panel={data.panel} section="sites" is_list>
    <Sites data={data} level={2} />
  </Page>
));
