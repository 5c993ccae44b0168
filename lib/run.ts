import type { Snapshot } from "fresh";
import type { Config } from "@/lib/config.ts";
import { createApp } from "@/lib/app.ts";
import { serve } from "@/lib/server.ts";
import { surviveFaults } from "@/lib/web/faults.ts";
import { createLog, type Log } from "@/lib/web/log.ts";
import { consoleOrigin } from "@/lib/web/peer.ts";

const ROOT = new URL("../", import.meta.url);

/** Signals that ask for an end; Windows knows no others. */
const SIGNALS: readonly Deno.Signal[] = Deno.build.os === "windows"
  ? ["SIGINT", "SIGBREAK"]
  : ["SIGINT", "SIGTERM"];

/** Builds if sources are newer than the last build, then serves until told to stop. */
export async function run(config: Config): Promise<void> {
  const log = createLog({ level: config.log_level });
  const snapshot = await loadBuild();
  // From here on files are people's words and keys: for this user alone, also in a folder that others may enter.
  if (Deno.build.os !== "windows") Deno.umask(0o077);
  const app = await createApp({ config, log, build: snapshot.manifest?.version ?? "" });
  const setup = await app.accounts.firstRun(config.admin).catch(async (error) => {
    await app.close();
    throw error;
  });
  const server = await serve({ app, snapshot }).catch(async (error) => {
    await app.close();
    throw error;
  });
  surviveFaults(log);
  stopOnSignals(server.stop, log);
  const address = consoleOrigin(server.url, config);
  say(`Peyk listens on ${server.url}`);
  if (setup !== null) say(`Make the first admin, once, at ${address}${setup.setup_path}`);
}

/** A line for whoever started it; a console that takes nothing does not end what already serves. */
function say(line: string): void {
  try {
    console.log(line);
  } catch {
    // Its disk is full.
  }
}

async function loadBuild(): Promise<Snapshot> {
  const { build } = await import(new URL("dev.ts", ROOT).href);
  await build({ ifStale: true });
  const { default: snapshot } = await import(new URL("_fresh/snapshot.ts", ROOT).href);
  return snapshot;
}

function stopOnSignals(stop: () => Promise<void>, log: Log): void {
  let stopping = false;
  for (const signal of SIGNALS) {
    Deno.addSignalListener(signal, async () => {
      // Asked twice: somebody does not want to wait.
      if (stopping) Deno.exit(130);
      stopping = true;
      log.info("stopping", { signal });
      const code = await stop().then(() => 0, (error) => {
        log.error("stop_failed", { error });
        return 1;
      });
      Deno.exit(code);
    });
  }
}
