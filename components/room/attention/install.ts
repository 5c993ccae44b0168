import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** What browsers of Chromium's kind offer a page that can be installed; not among the types of the DOM. */
interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
}

/** Installs the program on this device; undefined where the browser does not offer it, or it is done. */
export function useInstall(): (() => void) | undefined {
  const offered = useSignal<InstallEvent | null>(null);
  useEffect(() => {
    const onOffer = (event: Event) => {
      // It is offered in the account's menu instead of in a bar over the page.
      event.preventDefault();
      offered.value = event as InstallEvent;
    };
    const onDone = () => void (offered.value = null);
    addEventListener("beforeinstallprompt", onOffer);
    addEventListener("appinstalled", onDone);
    return () => {
      removeEventListener("beforeinstallprompt", onOffer);
      removeEventListener("appinstalled", onDone);
    };
  }, []);
  const event = offered.value;
  return event ? () => void event.prompt().finally(() => void (offered.value = null)) : undefined;
}
