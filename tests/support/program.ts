/** The program itself as a process of its own, so that it can be killed. */
import { OWNER } from "./server.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

export interface Program {
  readonly url: string;
  /** Ends it as a power cut would: no chance to finish anything. */
  kill(): Promise<void>;
}

/** Starts `main.ts` on a data folder and any free port; resolves once it serves. */
export async function startProgram(data_dir: string): Promise<Program> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "main.ts"],
    cwd: ROOT,
    env: {
      PEYK_ENV: "test",
      PORT: "0",
      DATA_DIR: `${data_dir}/data`,
      UPLOADS_DIR: `${data_dir}/uploads`,
      ADMIN_EMAIL: OWNER.email,
      ADMIN_PASSWORD: OWNER.password,
      PASSWORD_COST: "4",
      RATE_LIMIT_FACTOR: "1000",
      LOG_LEVEL: "warn",
    },
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const output = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const kill = async () => {
    try {
      child.kill("SIGKILL");
    } catch { /* it ended by itself */ }
    await output.cancel().catch(() => {});
    await child.status;
  };
  let said = "";
  while (true) {
    const { value, done } = await output.read();
    if (done) throw new Error(`the program ended before it served: ${said} (${(await child.status).code})`);
    said += value;
    const url = /listens on (\S+)\n/.exec(said)?.[1];
    if (url !== undefined) return { url, kill };
  }
}
