import type { DocsText } from "@/lib/i18n/docs/mod.ts";
import type { AsyncApi } from "@/lib/web/reference/asyncapi.ts";
import { exampleOf } from "@/lib/web/reference/examples.ts";
import { Part } from "./Call.tsx";
import { Code } from "./Example.tsx";
import { Fields, fieldsOf } from "./Fields.tsx";
import { ENGLISH, Prose, Words } from "./Prose.tsx";

/** Both sockets: what is said on them in each direction, and why they are closed. */
export function Sockets({ t, document }: { t: DocsText; document: AsyncApi }) {
  return (
    <>
      {Object.entries(document.channels).map(([key, channel]) => (
        <article
          key={key}
          {...ENGLISH}
          id={`socket-${key}`}
          class="grid gap-4 scroll-mt-20 py-7 border-t border-line"
        >
          <h3 class="text-17 font-650">
            <code class="code break-words">{channel.address}</code>
          </h3>
          <Prose text={channel.description} class="text-ink-2" />
          {(["receive", "send"] as const).map((action) => (
            <Part key={action} t={t} level={4} title={action === "receive" ? t.says : t.hears}>
              <Messages t={t} document={document} channel={key} action={action} />
            </Part>
          ))}
        </article>
      ))}
      <article {...ENGLISH} id="close-codes" class="grid gap-3 scroll-mt-20 py-7 border-t border-line">
        <Part t={t} level={3} title={t.closes}>
          <dl class="grid gap-1.5 text-13">
            {document["x-close-codes"].map(({ code, description }) => (
              <div key={code} class="grid gap-x-3 grid-cols-[44px_minmax(0,1fr)]">
                <dt class="code text-muted">{code}</dt>
                <dd class="min-w-0 text-ink-2">
                  <Words text={description} />
                </dd>
              </div>
            ))}
          </dl>
        </Part>
      </article>
    </>
  );
}

function Messages({ t, document, channel, action }: {
  t: DocsText;
  document: AsyncApi;
  channel: string;
  action: "receive" | "send";
}) {
  const said = Object.values(document.operations)
    .filter((one) => one.action === action && one.channel.$ref === `#/channels/${channel}`)
    .map(({ messages: [first] }) => first!.$ref.split("/").at(-1)!);
  const { messages } = document.channels[channel as keyof AsyncApi["channels"]];
  return (
    <div class="grid gap-px rounded-md overflow-hidden border border-line bg-line">
      {said.map((key) => {
        const { name, summary, payload } = messages[key]!;
        const example = JSON.stringify(exampleOf(payload, document.components.schemas));
        return (
          <details key={key} class="group bg-surface-1">
            <summary class="grid gap-x-4 gap-y-0.5 px-3 py-2 min-h-11 items-center hover:bg-row-hover sm:grid-cols-[minmax(0,180px)_minmax(0,1fr)]">
              <code class="code text-ink break-words">{name}</code>
              <span class="text-13 text-ink-2">
                <Words text={summary} />
              </span>
            </summary>
            <div class="grid gap-2 px-3 pb-3">
              <Fields t={t} fields={fieldsOf(payload)} />
              <Code label={name} text={example} />
            </div>
          </details>
        );
      })}
    </div>
  );
}
