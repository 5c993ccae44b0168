import { Head } from "fresh/runtime";
import { z } from "zod";
import { Doorway, FormError } from "@/components/Doorway.tsx";
import { Field } from "@/components/Field.tsx";
import { NAME_MAX, Register } from "@/lib/protocol/accounts.ts";
import { clientOf } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";
import { EmailAndPassword, Submit } from "./(_shared)/Credentials.tsx";
import { doorProps, enter, otherDoor, readFields, refuse, startingField, welcome } from "./(_shared)/door.ts";

/** The API takes an account without a name; the form asks for what people will be called by. */
const Name = z.string().trim().min(1).transform((name): unknown => name).pipe(Register.shape.name);
const Form = z.object({ ...Register.shape, name: Name });

export const handler = define.handlers({
  GET: welcome,

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
  return (
    <Doorway
      {...common}
      title={door.is_open ? t.register.title : t.register.closedTitle}
      lead={door.is_open ? t.register.lead : t.register.closedText}
      otherwise={
        <>
          {t.register.toLogin} <a class="link" href={otherDoor("/login", door)}>{t.register.toLoginLink}</a>
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
          <EmailAndPassword t={t} door={door} kind="new" start={start} />
          <Submit>{t.register.submit}</Submit>
        </form>
      )}
    </Doorway>
  );
});
