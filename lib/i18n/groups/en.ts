import { number } from "../numbers.ts";

const n = (value: number) => number("en", value);
/** A name within a sentence: it has a direction of its own. */
const one = (name: string) => `\u2068${name}\u2069`;
const people = (count: number) => count === 1 ? "1 person" : `${n(count)} people`;

/** What is said where conversations are begun and groups are kept. It comes with what shows it. */
export const en = {
  /** Choosing people. */
  choose: {
    title: "New conversation",
    search: "Search people",
    people: "People",
    newGroup: "New group",
    newGroupHint: "A room for some of you, with a name",
    groupTitle: "Who is in the group?",
    addTitle: "Add people",
    add: (count: number) => count === 0 ? "Add" : `Add ${people(count)}`,
    next: "Next",
    back: "Back",
    chosen: "Chosen",
    count: (count: number) => count === 0 ? "Nobody chosen" : `${people(count)} chosen`,
    takeOut: "Take out",
    inside: "In the group already",
    nobody: (name: string) => `Nobody is called “${one(name)}” here.`,
    found: (count: number) => count === 1 ? "1 person found" : `${n(count)} people found`,
    alone: "Nobody else is here yet. Others appear as they register.",
    offline: "You’re offline. Those you have met already stand here.",
    opening: "Opening the conversation",
    notDone: "That didn’t work: there is no connection. Nothing is lost; please try again.",
  },

  /** What a group is called and looks like. */
  group: {
    newTitle: "New group",
    editTitle: "Name, picture and topic",
    name: "Name of the group",
    nameHint: "All who are in it see it.",
    nameMissing: "A group needs a name.",
    topic: "Topic",
    topicHint: "What it is about, in a sentence. It may stay empty.",
    picture: "Picture of the group",
    choosePicture: "Choose a picture",
    changePicture: "Change",
    removePicture: "Remove",
    opening: "Opening the picture",
    unseen: "This browser can’t show the picture; the group will.",
    tooLarge: "A picture may have up to 10 MB.",
    tooManyPixels: "A picture may have up to 50 megapixels.",
    members: "Members",
    onlyYou: "Only you for now; you can add others at any time.",
    ownerHint: "You’ll be its owner.",
    create: "Create the group",
    creating: "Creating the group",
    save: "Save",
    saving: "Saving",
    made: (name: string) => `${one(name)} is there`,
    saved: "Saved",
    pictureNotSet: (why: string) => `The group is there, without its picture. ${why}`,
  },

  /** Beside a group. */
  about: {
    edit: "Edit",
    add: "Add people",
    mute: "Notifications",
    muteOff: "On",
    pin: "On top of my list",
    leave: "Leave the group",
    delete: "Delete the group",
    members: "Members",
    search: "Search members",
    clear: "Clear the search",
    nobody: (name: string) => `Nobody in the group is called “${one(name)}”.`,
    found: (count: number) => count === 1 ? "1 person found" : `${n(count)} people found`,
    stale: "You’re offline; this may be out of date.",
    alone: "You’re alone here.",
    actsOn: (name: string) => `What can be done with ${one(name)}`,
    toAdmin: "Make admin",
    toMember: "Take back the admin role",
    toOwner: "Hand over the group",
    remove: "Remove from the group",
    added: (count: number) => count === 1 ? "1 person added" : `${n(count)} people added`,
    isAdmin: (name: string) => `${one(name)} is an admin now`,
    isMember: (name: string) => `${one(name)} is no admin any more`,
    isOwner: (name: string) => `The group is ${one(name)}’s now`,
    removed: (name: string) => `${one(name)} is not in the group any more`,
  },

  /** Asked before what cannot simply be taken back. */
  confirm: {
    remove: {
      keep: "Keep them",
      title: (name: string) => `Remove ${one(name)} from the group?`,
      text: "The group closes for them at once. What they wrote stays, and they can be added again.",
      act: "Remove",
    },
    hand: {
      keep: "Not now",
      title: (name: string) => `Hand the group over to ${one(name)}?`,
      text: "They own it from then on and you become an admin. Only they can give it back.",
      act: "Hand over",
    },
    leave: {
      keep: "Stay",
      title: (name: string) => `Leave ${one(name)}?`,
      text: "You won’t see its messages any more. Its owner or an admin can add you again.",
      owner:
        "You own it: it goes to its longest-standing admin, or where there is none to its longest-standing member.",
      alone: "Nobody else is in it, so nobody will see its messages any more.",
      act: "Leave",
    },
    delete: {
      keep: "Keep it",
      title: (name: string) => `Delete ${one(name)} for everyone?`,
      text: (count: number) =>
        `${
          count === 1 ? "You" : `All ${n(count)} people`
        } will see neither the group nor its messages any more. It can’t be undone.`,
      act: "Delete",
    },
  },
};

export type GroupsText = typeof en;
