import { ConfigError } from "@/lib/config.ts";

const FILE = "secret.key";

/**
 * The key that signs this installation's tokens: `SECRET_KEY`, or one that is made at first start and kept
 * in the data folder, readable by its owner alone.
 * @throws {ConfigError} when the kept file cannot be used.
 */
export async function loadSecret(
  { secret_key, data_dir }: { secret_key: string | null; data_dir: string },
): Promise<string> {
  return secret_key ?? await kept(`${data_dir}/${FILE}`) ?? await make(data_dir);
}

async function kept(path: string): Promise<string | null> {
  try {
    const secret = (await Deno.readTextFile(path)).trim();
    if (secret.length >= 32) return secret;
    throw new ConfigError([
      `${path} should hold a key of at least 32 characters and does not. ` +
      "Restore it from a backup, or remove it to have a new one made (people stay signed in; access tokens end).",
    ]);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    if (error instanceof ConfigError) throw error;
    throw new ConfigError([`${path} cannot be read: ${(error as Error).message}. Check its owner and mode.`]);
  }
}

async function make(data_dir: string): Promise<string> {
  const secret = crypto.getRandomValues(new Uint8Array(48)).toBase64({ alphabet: "base64url" });
  // Whole or not there: written beside, flushed, then moved, so that no crash leaves half a key.
  const beside = `${data_dir}/${FILE}.${crypto.randomUUID()}`;
  try {
    using file = await Deno.open(beside, { write: true, createNew: true, mode: 0o600 });
    await file.write(new TextEncoder().encode(`${secret}\n`));
    await file.sync();
    await Deno.rename(beside, `${data_dir}/${FILE}`);
    return secret;
  } catch (error) {
    await Deno.remove(beside).catch(() => {});
    throw new ConfigError([
      `DATA_DIR ${data_dir} does not take the key that is to be kept in it: ${(error as Error).message}. ` +
      "Make room or writing possible there, or set SECRET_KEY.",
    ]);
  }
}
