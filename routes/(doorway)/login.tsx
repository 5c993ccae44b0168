import { Head } from "fresh/runtime";
import { Doorway, FormError, FormNotice } from "@/components/Doorway.tsx";
import { Login } from "@/lib/protocol/accounts.ts";
import { clientOf } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";
import { EmailAndPassword, Submit } from "./(_shared)/Credentials.tsx";
import { doorProps, enter, otherDoor, readFields, refuse, startingField, welcome } from "./(_shared)/door.ts";

export const handler = define.handlers({
  GET: welcome,

  async POST(ctx) {
    const fields = await readFields(ctx);
    try {
      const signIn = await ctx.state.app.accounts.login(Login.parse(fields), clientOf(ctx));
      return enter(ctx, signIn, fields.next);
    } catch (error) {
      return await refuse(ctx, error, fields);
    }
  },
});

export default define.page<typeof handler>((props) => {
  const { data: door, url } = props;
  const common = doorProps(props, door);
  const { t } = common;
  const start = startingField(door, ["email", "password"]);
  return (
    <Doorway
      {...common}
      title={t.login.title}
      lead={t.login.lead}
      otherwise={door.is_open && (
        <>
          {t.login.toRegister}{" "}
          <a class="link" href={otherDoor("/register", door)}>{t.login.toRegisterLink}</a>
        </>
      )}
    >
      <Head>
        <title>{t.title(t.login.submit, door.place)}</title>
      </Head>
      {url.searchParams.has("changed") && <FormNotice>{t.login.passwordChanged}</FormNotice>}
      {door.faults[""] && <FormError>{door.faults[""]}</FormError>}
      <form method="post" action="/login" class="grid gap-[18px]">
        <input type="hidden" name="next" value={door.next} />
        <EmailAndPassword t={t} door={door} kind="current" start={start} />
        <Submit>{t.login.submit}</Submit>
      </form>
      <details class="text-13 text-muted text-center">
        <summary class="inline-block rounded-sm coarse:min-h-11 coarse:leading-[44px] text-accent hover:underline">
          {t.login.forgot}
        </summary>
        <p class="mt-1">{t.login.forgotHelp}</p>
      </details>
    </Doorway>
  );
});
