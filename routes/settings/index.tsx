import { page } from "fresh";
import { define } from "@/lib/web/state.ts";
import { Page } from "./(_shared)/Page.tsx";
import { ProfileSection } from "./(_shared)/ProfileSection.tsx";
import { openSection, shellProps } from "./(_shared)/section.ts";

export const handler = define.handlers({
  async GET(ctx) {
    return page(await openSection(ctx));
  },
});

/** All sections: on a phone the list of them, elsewhere with the first beside it. */
export default define.page<typeof handler>((props) => {
  const shell = shellProps(props, props.data, "profile");
  return (
    <Page shell={shell} is_list>
      <ProfileSection state={props.state} section={props.data} shell={shell} />
    </Page>
  );
});
