import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type Lightbox from "./Lightbox.tsx";
import type { LightboxProps } from "./Lightbox.tsx";

/** Fetches the lightbox when a picture is opened for the first time, and shows it. */
export function LightboxHost(props: LightboxProps) {
  const { looked_at, notices, t } = props.view;
  const loaded = useSignal<{ readonly Lightbox: typeof Lightbox } | null>(null);
  const is_wanted = looked_at.value !== null;

  useEffect(() => {
    if (!is_wanted || loaded.peek()) return;
    import("./Lightbox.tsx").then(
      (module) => void (loaded.value = { Lightbox: module.default }),
      () => {
        looked_at.value = null;
        notices.say(t.connection.notNow, "bad");
      },
    );
  }, [is_wanted]);

  if (!is_wanted || !loaded.value) return null;
  const { Lightbox: Shown } = loaded.value;
  return <Shown {...props} />;
}
