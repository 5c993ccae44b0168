import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Doorway, FormError } from "@/components/Doorway.tsx";
import { Field, Select } from "@/components/Field.tsx";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/mod.ts";
import { NAME_MAX, Registration, Setup } from "@/lib/protocol/accounts.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { clientOf } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";
import { EmailAndPassword, Submit } from "./(_shared)/Credentials.tsx";
import { doorProps, enter, openDoor, readFields, refuse, startingField } from "./(_shared)/door.ts";

/** The link of the first start: whoever has its token makes the owner, once. */
export const handler = define.handlers({
  async GET(ctx) {
    const token = ctx.url.searchParams.get("token") ?? "";
    if (!await ctx.state.app.accounts.canSetUp(token)) throw new AppError("not_found");
    const door = await openDoor(ctx, null);
    const typed: Record<string, string> = { language: ctx.state.locale };
    return page({ ...door, typed }, {
      headers: { "cache-control": "no-store" },
    });
  },

  async POST(ctx) {
    const fields = await readFields(ctx);
    try {
      return enter(ctx, await ctx.state.app.accounts.setup(Setup.parse(fields), clientOf(ctx)), undefined);
    } catch (error) {
      // A link that works no more has no page, here as above.
      if (error instanceof AppError && error.code === "not_found") throw error;
      return await refuse(ctx, error, fields);
    }
  },
});

export default define.page<typeof handler>((props) => {
  const { data: { typed, faults }, url } = props;
  const start = startingField(props.data, ["workspace_name", "email", "password"]);
  const common = doorProps(props, props.data);
  const { t } = common;
  // The form posts to its own address, which keeps the token over a refusal and a change of language.
  const token = url.searchParams.get("token") ?? "";
  return (
    <Doorway
      {...common}
      place={t.appName}
      panel={t.door.setupPanel}
      title={t.setup.title}
      lead={t.setup.lead}
    >
      <Head>
        <title>{t.title(t.setup.title, t.appName)}</title>
      </Head>
      {faults[""] && <FormError>{faults[""]}</FormError>}
      <form method="post" class="grid gap-[18px]">
        <input type="hidden" name="token" value={token} />
        <Field
          name="workspace_name"
          autoFocus={start === "workspace_name"}
          label={t.fields.workspace}
          hint={t.fields.workspaceHint}
          required
          autoComplete="organization"
          maxLength={NAME_MAX}
          value={typed.workspace_name}
          error={faults.workspace_name}
        />
        <EmailAndPassword
          t={t}
          door={{ typed, faults }}
          kind="new"
          start={start}
          emailLabel={t.fields.yourEmail}
        />
        <div class="grid grid-cols-2 gap-3">
          <Select
            name="language"
            label={t.fields.language}
            value={typed.language}
            options={LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }))}
          />
          <Select
            name="registration"
            label={t.fields.registration}
            value={typed.registration}
            options={Registration.options.map((value) => ({ value, label: t.fields.registrations[value] }))}
          />
        </div>
        <Submit>{t.setup.submit}</Submit>
      </form>
    </Doorway>
  );
});
