import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { Button } from "@/components/Button.tsx";
import { Icon } from "@/components/Icon.tsx";
import { users } from "@/components/chat_icons.ts";
import { chevronRight } from "@/components/late_icons.ts";
import { groupsText } from "@/lib/i18n/groups/mod.ts";
import type { Conversation, User } from "@/lib/protocol/entities.ts";
import { pathOf } from "@/lib/realtime/client/paths.ts";
import type { OverlayProps } from "../overlay_props.ts";
import { openDirect, openGroup, setGroupPicture } from "./acting.ts";
import { Foot, Refused } from "./Foot.tsx";
import { GroupForm } from "./GroupForm.tsx";
import type { GroupLook } from "./GroupForm.tsx";
import { Picker } from "./Picker.tsx";
import { PICK } from "./PickList.tsx";
import { TallDialog } from "./TallDialog.tsx";

/** Choosing one for a talk between two, several for a group, then what the group is called. */
type Step = "one" | "several" | "group";

/** Begins a conversation: with whom, and where there are several under which name. */
export function StartDialog({ view, overlay, dates, onClose }: OverlayProps<"start">) {
  const { t, session, notices } = view;
  const { choose: words, group: group_words } = groupsText(dates.locale);
  const step = useSignal<Step>(overlay.group ? "several" : "one");
  const chosen = useSignal<readonly User[]>(overlay.group ?? []);
  const look = useSignal<GroupLook>({ name: "", topic: "", picture: undefined });
  const busy = useSignal(false);
  const refused = useSignal("");
  // However often it is pressed, there is one group.
  const client_id = useMemo(() => crypto.randomUUID(), []);
  const here = useRef(true);
  useEffect(() => () => void (here.current = false), []);

  const titles = { one: words.title, several: words.groupTitle, group: group_words.newTitle };
  const back = { one: undefined, several: "one", group: "several" } as const;
  const to = (next: Step) => {
    refused.value = "";
    step.value = next;
  };
  const toggle = (user: User) => {
    const is_in = chosen.value.some(({ id }) => id === user.id);
    chosen.value = is_in ? chosen.value.filter(({ id }) => id !== user.id) : [...chosen.value, user];
  };

  /** Does it once at a time; says why where it was refused. */
  async function begin(opening: () => Promise<Conversation>, close: () => void): Promise<void> {
    if (busy.peek()) return;
    busy.value = true;
    refused.value = "";
    try {
      const made = await opening();
      session.conversations.peek()?.changed(made.id);
      // Whoever closed it meanwhile is not led away.
      if (!here.current) return;
      close();
      view.open(pathOf(made));
    } catch (error) {
      refused.value = (error as Error).message || words.notDone;
    } finally {
      busy.value = false;
    }
  }

  async function make(): Promise<Conversation> {
    const { name, picture } = look.peek();
    const made = await openGroup({ name, members: chosen.peek().map(({ id }) => id), client_id });
    notices.say(group_words.made(made.name ?? name), "plain");
    if (picture) {
      await setGroupPicture(made.id, picture).catch((error) =>
        notices.say(group_words.pictureNotSet(error.message || words.notDone), "bad")
      );
    }
    return made;
  }

  return (
    <TallDialog
      title={titles[step.value]}
      back_label={words.back}
      close_label={t.nav.close}
      onBack={back[step.value] && (() => to(back[step.value]!))}
      onClose={onClose}
    >
      {(close) =>
        step.value === "group"
          ? (
            <GroupForm
              key="group"
              locale={dates.locale}
              look={look}
              busy={busy.value}
              refused={refused.value}
              submit={busy.value ? group_words.creating : group_words.create}
              onSubmit={() => void begin(make, close)}
              members={{ chosen: chosen.value, onTakeOut: toggle }}
            />
          )
          : (
            <>
              <Picker
                key={step.value}
                view={view}
                locale={dates.locale}
                chosen={step.value === "several" ? chosen.value : null}
                busy={busy.value}
                onPick={(user) =>
                  step.value === "several" ? toggle(user) : void begin(() => openDirect(user.id), close)}
                first={step.value === "one" && (
                  <button
                    type="button"
                    data-pick
                    class={PICK}
                    onClick={() => to("several")}
                  >
                    <span class="grid place-items-center size-9 rounded bg-accent-soft text-accent">
                      <Icon of={users} />
                    </span>
                    <span class="min-w-0">
                      <span class="block text-14 leading-5 font-550">{words.newGroup}</span>
                      <span class="block text-12 leading-4 text-muted">{words.newGroupHint}</span>
                    </span>
                    <Icon of={chevronRight} size={16} class="text-muted" />
                  </button>
                )}
              />
              {(step.value === "several" || refused.value !== "" || busy.value) && (
                <Foot>
                  {refused.value !== ""
                    ? <Refused text={refused.value} />
                    : (
                      <p class="flex-1 text-13 text-muted" role="status">
                        {step.value === "one" ? words.opening : words.count(chosen.value.length)}
                      </p>
                    )}
                  {step.value === "several" && (
                    <Button tone="primary" onClick={() => to("group")}>{words.next}</Button>
                  )}
                </Foot>
              )}
            </>
          )}
    </TallDialog>
  );
}
