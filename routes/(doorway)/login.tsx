import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button } from "@/components/Button.tsx";
import { Doorway, FormError, FormNotice } from "@/components/Doorway.tsx";
import { Field } from "@/components/Field.tsx";
import PasswordField from "@/islands/PasswordField.tsx";
import { Login } from "@/lib/protocol/accounts.ts";
import { clientOf } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";
import {
  doorProps,
  enter,
  openDoor,
  passwordWords,
  readFields,
  refuse,
  startingField,
} from "./(_shared)/door.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const door = await openDoor(ctx, ctx.url.searchParams.get("next"));
    if (ctx.state.actor) return ctx.redirect(door.next);
    return page(door);
  },

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
  const register = door.next === "/chat" ? "/register" : `/register?next=${encodeURIComponent(door.next)}`;
  return (
    <Doorway
      {...common}
      title={t.login.title}
      lead={t.login.lead}
      otherwise={door.is_open && (
        <>
          {t.login.toRegister} <a class="link" href={register}>{t.login.toRegisterLink}</a>
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
        <Field
          name="email"
          autoFocus={start === "email"}
          label={t.fields.email}
          type="email"
          autoComplete="username"
          required
          value={door.typed.email}
          error={door.faults.email}
        />
        <PasswordField
          name="password"
          autoFocus={start === "password"}
          kind="current"
          words={passwordWords(t, "current", t.fields.password)}
          error={door.faults.password}
        />
        <Button type="submit" tone="primary" size="lg" block>{t.login.submit}</Button>
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
