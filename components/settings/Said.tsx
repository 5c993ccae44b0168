import { circleAlert } from "@/components/icons.ts";
import type { Notices } from "@/components/room/notice.ts";
import { Toast } from "@/components/Toast.tsx";
import { Toasts } from "@/components/Toasts.tsx";

/** What was just done or could not be done, as a short word. */
export function Said({ notices, dismiss }: { readonly notices: Notices; readonly dismiss: string }) {
  const said = notices.current.value;
  return (
    <Toasts>
      {said && (
        <Toast
          tone={said.tone}
          icon={said.tone === "bad" ? circleAlert : undefined}
          dismissLabel={dismiss}
          onDismiss={notices.clear}
        >
          {said.text}
        </Toast>
      )}
    </Toasts>
  );
}
