import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Doorway, FormError } from "@/components/Doorway.tsx";
import PasswordField from "@/islands/PasswordField.tsx";
import { ResetPassword } from "@/lib/protocol/accounts.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { clientOf } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";
import { Submit } from "./(_shared)/Credentials.tsx";
import { doorProps, openDoor, passwordWords, readFields, refuse } from "./(_shared)/door.ts";

const PRIVATE = { "cache-control": "no-store" };

/** The link by which somebody sets a new password. */
export const handler = define.handlers({
  async GET(ctx) {
    const token = ctx.url.searchParams.get("token") ?? "";
    const works = await ctx.state.app.accounts.canReset(token, clientOf(ctx));
    const door = await openDoor(ctx, null);
    return page({ ...door, works }, { status: works ? 200 : 410, headers: PRIVATE });
  },

  async POST(ctx) {
    const fields = await readFields(ctx);
    try {
      await ctx.state.app.accounts.resetPassword(ResetPassword.parse(fields), clientOf(ctx));
      return ctx.redirect("/login?changed", 303);
    } catch (error) {
      const refused = await refuse(ctx, error, fields);
      const works = !(error instanceof AppError && error.code === "reset_link_invalid");
      return page({ ...refused.data, works }, { status: works ? refused.status : 410, headers: PRIVATE });
    }
  },
});

export default define.page<typeof handler>((props) => {
  const { data: { works, faults }, url } = props;
  const common = doorProps(props, props.data);
  const { t } = common;
  return (
    <Doorway
      {...common}
      title={works ? t.reset.title : t.reset.goneTitle}
      lead={works ? t.reset.lead : t.reset.goneText}
      otherwise={!works && <a class="link" href="/login">{t.register.toLoginLink}</a>}
    >
      <Head>
        <title>{t.title(t.reset.title, common.place)}</title>
      </Head>
      {works && faults[""] && <FormError>{faults[""]}</FormError>}
      {works && (
        <form method="post" class="grid gap-[18px]">
          <input type="hidden" name="token" value={url.searchParams.get("token") ?? ""} />
          <PasswordField
            name="password"
            kind="new"
            words={passwordWords(t, "new", t.fields.newPassword)}
            autoFocus
            error={faults.password}
          />
          <Submit>{t.reset.submit}</Submit>
        </form>
      )}
    </Doorway>
  );
});
