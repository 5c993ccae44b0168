import { Head } from "fresh/runtime";
import { Doorway, type DoorwayProps } from "@/components/Doorway.tsx";

/** Nobody can come in before there is an owner; what to do about it is said instead of a form. */
export function Waiting(props: Omit<DoorwayProps, "title" | "lead">) {
  const { t } = props;
  return (
    <Doorway {...props} place={t.appName} title={t.setup.waitingTitle} lead={t.setup.waitingText}>
      <Head>
        <title>{t.title(t.setup.waitingTitle, t.appName)}</title>
      </Head>
    </Doorway>
  );
}
