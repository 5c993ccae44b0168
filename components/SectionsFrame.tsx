import type { ComponentChildren } from "preact";
import { cx } from "@/lib/ui/cx.ts";
import { IconButton } from "./Button.tsx";
import { chevronLeft } from "./chat_icons.ts";

export interface SectionsFrameProps {
  readonly title: string;
  /** What the way back to the chat is called. */
  readonly toChat: string;
  /** On a phone the list fills the screen, and is the main thing of the page. */
  readonly is_list: boolean;
  readonly children: ComponentChildren;
}

/** The column beside settings and the admin panel: what it is about, the way back, and the sections there are. */
export function SectionsFrame({ title, toChat, is_list, children }: SectionsFrameProps) {
  const Frame = is_list ? "main" : "div";
  const Title = is_list ? "h1" : "b";
  return (
    <Frame
      class={cx(
        "flex-none flex-col min-h-0 min-w-0 on-2 md:flex md:w-[212px] md:border-e border-line",
        is_list ? "flex max-md:flex-1" : "hidden",
      )}
    >
      <header class="flex-none flex items-center gap-1 h-bar px-2 md:px-4">
        <span class="md:hidden">
          <IconButton icon={chevronLeft} label={toChat} href="/chat/list" />
        </span>
        <Title class="flex-1 text-15 font-650">{title}</Title>
      </header>
      {children}
    </Frame>
  );
}
