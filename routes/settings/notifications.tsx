import { page } from "fresh";
import { z } from "zod";
import Notifications from "@/islands/settings/Notifications.tsx";
import { readForm } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";
import { Page } from "./(_shared)/Page.tsx";
import { goBack, openSection, shellProps } from "./(_shared)/section.ts";

const Switched = z.enum(["on", "off"]).transform((value) => value === "on").optional();
const Form = z.object({
  sound: Switched,
  desktop: Switched,
  all_messages: Switched,
  enter_sends: Switched,
});

export const handler = define.handlers({
  async GET(ctx) {
    return page(await openSection(ctx));
  },

  /** One switch at a time, as its button sends it. */
  async POST(ctx) {
    const { accounts, requirePace } = ctx.state.app;
    const actor = requireActor(ctx);
    const notifications = await readForm(ctx.req, Form);
    requirePace(actor);
    await accounts.updateProfile(actor, { notifications });
    return goBack(ctx, "notifications", "notifications");
  },
});

export default define.page<typeof handler>((props) => {
  const shell = shellProps(props, props.data, "notifications");
  return (
    <Page shell={shell}>
      <Notifications kept={props.data.me.notifications} words={shell.t.notifications} live={shell.t.live} />
    </Page>
  );
});
