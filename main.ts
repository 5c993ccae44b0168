import { ConfigError, configHelp, parseConfig } from "@/lib/config.ts";

const HELP = `Peyk: self-hosted real-time chat

  serve    Start the server (also without a word)
  --help   This page

Environment:
${configHelp()}
`;

const words = Deno.args.filter((word) => word !== "--");

if (words.some((word) => word === "--help" || word === "-h" || word === "help")) {
  console.log(HELP);
} else if (words.length === 0 || (words.length === 1 && words[0] === "serve")) {
  await start();
} else {
  console.error(`peyk: no such command: ${words.join(" ")}. Try --help.`);
  Deno.exit(2);
}

async function start(): Promise<void> {
  try {
    const config = parseConfig(Deno.env.toObject());
    // Loaded after the configuration is known to be right: nothing is built or opened before.
    const { run } = await import("@/lib/run.ts");
    await run(config);
  } catch (error) {
    if (!isForOperator(error)) throw error;
    console.error(`Peyk cannot start:\n${error.message.split("\n").map((line) => `  ${line}`).join("\n")}`);
    Deno.exit(1);
  }
}

/** Errors whose message says what to do; anything else is a fault of ours and shows its stack. */
function isForOperator(error: unknown): error is Error {
  const told = [
    "DatabaseInUse",
    "MigrationRefused",
    "StoreUnavailable",
    "BuildFailed",
    "AddonMissing",
    "CannotListen",
  ];
  return error instanceof ConfigError || (error instanceof Error && told.includes(error.name));
}
