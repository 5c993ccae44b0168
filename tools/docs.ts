/** `deno task docs`: writes into the README what the code knows better. `docs_test.ts` holds it to that. */
import { configMarkdown } from "@/lib/config.ts";

const README = new URL("../README.md", import.meta.url);

/** The README with its table of variables as the code has it. */
export function withConfiguration(readme: string): string {
  return readme.replace(
    /(<!-- configuration -->\n)[\s\S]*?(<!-- \/configuration -->)/,
    (_, open: string, close: string) => `${open}\n${configMarkdown()}\n\n${close}`,
  );
}

if (import.meta.main) await Deno.writeTextFile(README, withConfiguration(await Deno.readTextFile(README)));
