import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "@/components/Button.tsx";

/** The button of a form that is sent as a page: pressed twice, it sends it once. */
export default function SubmitOnce({ label, busy }: { readonly label: string; readonly busy: string }) {
  const here = useRef<HTMLSpanElement>(null);
  const [sent, setSent] = useState(false);
  useEffect(() => {
    const form = here.current?.closest("form");
    let sending = false;
    const onSubmit = (event: Event) => {
      if (sending) return event.preventDefault();
      sending = true;
      setSent(true);
    };
    // Somebody who comes back to this page by the browser's own button may send it again.
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) setSent(sending = false);
    };
    form?.addEventListener("submit", onSubmit);
    addEventListener("pageshow", onShow);
    return () => {
      form?.removeEventListener("submit", onSubmit);
      removeEventListener("pageshow", onShow);
    };
  }, []);
  return (
    <span ref={here}>
      <Button type="submit" tone="primary" aria-disabled={sent ? "true" : undefined}>
        {sent ? busy : label}
      </Button>
    </span>
  );
}
