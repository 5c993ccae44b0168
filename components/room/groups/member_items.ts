import { crown, shield, shieldOff, userMinus } from "./icons.ts";
import type { MenuItem } from "@/components/Menu.tsx";
import { displayName } from "@/components/person.ts";
import type { RoomMember, RoomRole } from "@/lib/protocol/entities.ts";
import { giveRole } from "./acting.ts";
import type { GroupPeopleProps } from "./GroupPeople.tsx";
import { rightsIn } from "./rights.ts";

/** What one may do about somebody in a group; nothing about oneself: leaving stands by itself. */
export function memberItems(props: GroupPeopleProps, member: RoomMember): MenuItem[] {
  const { view, words: { about: words }, question, people } = props;
  const { room, notices, t } = view;
  const { user, role } = member;
  if (user.id === room.me.id) return [];
  const rights = rightsIn(room.conversation.value, room.me);
  const name = displayName(user);

  async function give(to: RoomRole, done: string): Promise<void> {
    try {
      await giveRole(room.conversation_id, user.id, to);
      people.refresh();
      notices.say(done, "plain");
    } catch (error) {
      notices.say((error as Error).message || t.connection.notNow, "bad");
    }
  }

  const items: MenuItem[] = [];
  if (rights.own && role === "member") {
    items.push({
      label: words.toAdmin,
      icon: shield,
      onSelect: () => void give("admin", words.isAdmin(name)),
    });
  }
  if (rights.own && role === "admin") {
    items.push({
      label: words.toMember,
      icon: shieldOff,
      onSelect: () => void give("member", words.isMember(name)),
    });
  }
  if (rights.own && role !== "owner") {
    items.push({
      label: words.toOwner,
      icon: crown,
      onSelect: () => void (question.value = { kind: "hand", member }),
    });
  }
  if (rights.remove(role)) {
    items.push({
      label: words.remove,
      icon: userMinus,
      tone: "danger",
      apart: items.length > 0,
      onSelect: () => void (question.value = { kind: "remove", member }),
    });
  }
  return items;
}
