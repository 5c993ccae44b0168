import type { ComponentChildren } from "preact";
import { IconButton } from "@/components/Button.tsx";
import { squarePen } from "@/components/chat_icons.ts";
import { Mark } from "@/components/Mark.tsx";
import { cx } from "@/lib/ui/cx.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { latePart } from "./late_part.tsx";
import type { Shell } from "./shell.ts";

export interface ConversationListProps {
  readonly shell: Shell;
  readonly dates: DateStyle;
  readonly now: number;
  readonly workspace_name: string;
  /** One's own menu, where there is no rail. */
  readonly account: ComponentChildren;
  /** Below all of them. */
  readonly foot?: ComponentChildren;
}

/** The server draws the rows; what keeps them true comes after the page, with all that one can do in them. */
const ListRows = latePart(({ ListRows }) => ListRows);

/** The conversations one is in, the square first. */
export function ConversationList(
  { shell, dates, now, workspace_name, account, foot }: ConversationListProps,
) {
  const { t } = shell;
  // Where it is the whole screen, it is what the page is about.
  const alone = shell.screen.value === "list";
  const Title = alone ? "h1" : "b";
  return (
    <section
      role={alone ? "main" : undefined}
      class={cx(
        "flex-none flex-col min-h-0 on-2 md:flex md:w-list md:border-e border-line",
        alone ? "flex max-md:flex-1" : "hidden",
      )}
    >
      <header
        // Of the whole page where the list stands beside a room; else of what the page is about.
        role={alone ? undefined : "banner"}
        class="flex-none flex items-center gap-2.5 h-bar px-4"
      >
        <Mark class="size-7 md:hidden" />
        <Title class="clip flex-1 text-15 max-md:text-17 font-650" dir="auto">{workspace_name}</Title>
        <span class="needs-scripts -me-1.5">
          <IconButton
            icon={squarePen}
            label={t.list.start}
            aria-haspopup="dialog"
            onClick={() => void (shell.view.peek().overlay.value = { kind: "start" })}
          />
        </span>
        <span class="md:hidden -me-1.5">{account}</span>
      </header>
      <nav id="conversations" aria-label={t.list.label} class="flex-1 min-h-0 overflow-y-auto px-2 pb-2">
        <ListRows shell={shell} dates={dates} now={now} />
      </nav>
      {foot}
    </section>
  );
}
