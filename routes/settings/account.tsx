import { page } from "fresh";
import { z } from "zod";
import { Part, Row } from "@/components/settings/Row.tsx";
import PasswordField from "@/islands/PasswordField.tsx";
import SubmitOnce from "@/islands/settings/SubmitOnce.tsx";
import { pagesText } from "@/lib/i18n/pages/mod.ts";
import { settingsText } from "@/lib/i18n/settings/mod.ts";
import { ChangePassword } from "@/lib/protocol/accounts.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { readForm } from "@/lib/web/body.ts";
import { refuseForm } from "@/lib/web/form.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";
import { passwordWords } from "../(doorway)/(_shared)/door.ts";
import { Page } from "./(_shared)/Page.tsx";
import { goBack, openSection, shellProps } from "./(_shared)/section.ts";

export const handler = define.handlers({
  async GET(ctx) {
    return page(await openSection(ctx));
  },

  /** A new password. All other sessions end; this one goes on. */
  async POST(ctx) {
    const fields = await readForm(ctx.req, z.record(z.string(), z.string()));
    try {
      await ctx.state.app.accounts.changePassword(requireActor(ctx), ChangePassword.parse(fields));
      return goBack(ctx, "account", "password");
    } catch (error) {
      const { faults, init } = refuseForm(ctx, error);
      const is_wrong = error instanceof AppError && error.code === "invalid_credentials";
      const { account } = settingsText(ctx.state.locale);
      // Nobody asked for an address here: it is the password alone that does not fit.
      const said = is_wrong ? { current_password: account.wrong } : faults;
      return page(await openSection(ctx, { faults: said }), init);
    }
  },
});

export default define.page<typeof handler>((props) => {
  const { data, state } = props;
  const shell = shellProps(props, data, "account");
  const { t } = shell;
  const words = pagesText(state.locale);
  const { workspace, email } = data.me;
  return (
    <Page shell={shell}>
      <Row id="email" title={t.account.email} note={t.account.emailHint}>
        <bdi class="max-w-full clip" dir="ltr">{email}</bdi>
      </Row>
      <Row id="workspace" title={t.account.workspace}>
        <bdi class="max-w-full clip">{workspace.name === "Peyk" ? words.appName : workspace.name}</bdi>
      </Row>
      <Part title={t.account.password} note={t.account.lead}>
        <form method="post" action="/settings/account" class="grid gap-4 pt-4 max-w-form">
          {/* So that a password manager knows whose password it is. */}
          <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
          <PasswordField
            name="current_password"
            kind="current"
            words={passwordWords(words, "current", t.account.current)}
            error={data.faults.current_password}
            autoFocus={data.faults.current_password !== undefined}
          />
          <PasswordField
            name="new_password"
            kind="new"
            words={passwordWords(words, "new", t.account.next)}
            error={data.faults.new_password}
            autoFocus={data.faults.new_password !== undefined && data.faults.current_password === undefined}
          />
          <SubmitOnce label={t.account.submit} busy={t.live.saving} />
        </form>
      </Part>
    </Page>
  );
});
