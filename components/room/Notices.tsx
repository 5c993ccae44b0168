import { circleAlert, rotateCw } from "@/components/icons.ts";
import { Toasts } from "@/components/Toasts.tsx";
import { afterPage } from "./after_page.tsx";
import type { Shell } from "./shell.ts";

const Toast = afterPage(({ Toast }) => Toast);

/** Short words about what just happened, and that the program was renewed. */
export function Notices({ shell, onReload }: { shell: Shell; onReload: () => void }) {
  const { session, t, notices } = shell;
  const said = notices.current.value;
  return (
    <Toasts>
      {session.outdated.value && (
        <Toast icon={rotateCw} action={{ label: t.connection.reload, onAct: onReload }}>
          {t.connection.newVersion}
        </Toast>
      )}
      {said && (
        <Toast
          tone={said.tone}
          icon={said.tone === "bad" ? circleAlert : undefined}
          dismissLabel={t.notice.dismiss}
          onDismiss={notices.clear}
        >
          {said.text}
        </Toast>
      )}
    </Toasts>
  );
}
