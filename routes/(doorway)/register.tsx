import { page } from "fresh";
import { Head } from "fresh/runtime";
import { z } from "zod";
import { Button } from "@/components/Button.tsx";
import { Doorway, FormError } from "@/components/Doorway.tsx";
import { Field } from "@/components/Field.tsx";
import PasswordField from "@/islands/PasswordField.tsx";
import { NAME_MAX, Register } from "@/lib/protocol/accounts.ts";
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

/** The API takes an account without a name; the form asks for what people will be called by. */
const Name = z.string().trim().min(1).transform((name): unknown => name).pipe(Register.shape.name);
const Form = z.object({ ...Register.shape, name: Name });

export const handler = define.handlers({
  async GET(ctx) {
    const door = await openDoor(ctx, ctx.url.searchParams.get("next"));
    if (ctx.state.actor) return ctx.redirect(door.next);
    return page(door);
  },

  async POST(ctx) {
    const fields = await readFields(ctx);
    const { app, locale } = ctx.state;
    try {
      const input = Form.parse({ ...fields, language: locale });
      return enter(ctx, await app.accounts.register(input, clientOf(ctx)), fields.next);
    } catch (error) {
      return await refuse(ctx, error, fields);
    }
  },
});

export default define.page<typeof handler>((props) => {
  const door = props.data;
  const common = doorProps(props, door);
  const { t } = common;
  const start = startingField(door, ["name", "email", "password"]);
  const login = door.next === "/chat" ? "/login" : `/login?next=${encodeURIComponent(door.next)}`;
  return (
    <Doorway
      {...common}
      title={door.is_open ? t.register.title : t.register.closedTitle}
      lead={door.is_open ? t.register.lead : t.register.closedText}
      otherwise={
        <>
          {t.register.toLogin} <a class="link" href={login}>{t.register.toLoginLink}</a>
        </>
      }
    >
      <Head>
        <title>{t.title(t.register.title, door.place)}</title>
      </Head>
      {door.faults[""] && <FormError>{door.faults[""]}</FormError>}
      {door.is_open && (
        <form method="post" action="/register" class="grid gap-[18px]">
          <input type="hidden" name="next" value={door.next} />
          <Field
            name="name"
            autoFocus={start === "name"}
            label={t.fields.name}
            autoComplete="name"
            required
            maxLength={NAME_MAX}
            value={door.typed.name}
            error={door.faults.name}
          />
          <Field
            name="email"
            autoFocus={start === "email"}
            label={t.fields.email}
            type="email"
            autoComplete="email"
            required
            value={door.typed.email}
            error={door.faults.email}
          />
          <PasswordField
            name="password"
            autoFocus={start === "password"}
            kind="new"
            words={passwordWords(t, "new", t.fields.password)}
            error={door.faults.password}
          />
          <Button type="submit" tone="primary" size="lg" block>{t.register.submit}</Button>
        </form>
      )}
    </Doorway>
  );
});
