import { IS_BROWSER } from "fresh/runtime";

/** What was typed and not sent, kept on this device between visits. */
export interface Draft {
  load(): string;
  save(text: string): void;
}

export function createDraft(user_id: number, conversation_id: number): Draft {
  const key = `peyk:draft:${user_id}:${conversation_id}`;
  return {
    load() {
      // The server's runtime has a storage of this name too, which is nobody's.
      if (!IS_BROWSER) return "";
      try {
        return localStorage.getItem(key) ?? "";
      } catch {
        return "";
      }
    },
    save(text) {
      try {
        if (text === "") localStorage.removeItem(key);
        else localStorage.setItem(key, text);
      } catch {
        // Storage is full or denied: the text is still in the field.
      }
    },
  };
}
