import { useEffect, useMemo, useState } from "preact/hooks";
import { createNotice } from "@/components/room/notice.ts";
import type { Notices } from "@/components/room/notice.ts";

/** Whether scripts have taken over: until then the page is as the server drew it. */
export function useAwake(): boolean {
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  return awake;
}

/** Short words about what was just done. */
export function useNotices(): Notices {
  return useMemo(createNotice, []);
}

/**
 * Whoever comes back to this page after their session was ended elsewhere is led to the door, and sees no
 * more of what was theirs.
 */
export function useSignedIn(): void {
  useEffect(() => {
    const look = async () => {
      if (document.hidden) return;
      const response = await fetch("/api/auth/me").catch(() => null);
      if (response?.status === 401) location.reload();
    };
    document.addEventListener("visibilitychange", look);
    addEventListener("focus", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      removeEventListener("focus", look);
    };
  }, []);
}
