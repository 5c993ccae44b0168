import { useContext } from "preact/hooks";
import { Skeleton } from "@/components/States.tsx";
import { WidgetContext } from "./context.ts";

/** Bubbles before they are there, in their true geometry. */
export function Loading() {
  const { t } = useContext(WidgetContext);
  return (
    <div class="flex-1 min-h-0 overflow-hidden flex flex-col justify-end gap-3 p-3.5 pb-6" role="status">
      <span class="sr-only">{t.loading}</span>
      <Skeleton class="w-[56%] h-11 rounded-lg ms-9" />
      <Skeleton class="w-[68%] h-16 rounded-lg self-end" />
      <Skeleton class="w-[62%] h-[72px] rounded-lg ms-9" />
      <Skeleton class="w-[44%] h-11 rounded-lg self-end" />
    </div>
  );
}
