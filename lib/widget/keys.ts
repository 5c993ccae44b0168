import { deriveKey, hashToken, newToken, SEALING } from "@/lib/accounts/tokens.ts";

/** RFC 4648, 6, in lower case: nothing that is lost when it is read aloud, and one double click takes all of it. */
const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
const NONCE_BYTES = 12;

/** What a site is called in pages and addresses: public, and not to be guessed from another one's. */
export const newSiteId = (): string => `st_${randomName(20)}`;
/** What calls from a site's pages are known by: public as well, and may be changed. */
export const newSiteKey = (): string => `pk_${randomName(28)}`;
/** What a site's own server is known by, and signs with: 256 random bits. */
export const newSecretKey = (): string => `sk_${newToken()}`;

/** By what a secret key is found. */
export const hashSecret = hashToken;

function randomName(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join("");
}

/**
 * Keeps the secret keys of sites so that nobody reads them in a copy of the database: what a site has signed with its
 * secret can be checked only by who knows it. AES-256-GCM under a key derived from the installation's own secret.
 */
export function createSeal(installation_secret: string) {
  const key = deriveKey(installation_secret, "peyk site secrets", SEALING);

  /** @param site_id the seal is good for that site alone */
  async function close(secret: string, site_id: string): Promise<string> {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const sealed = await crypto.subtle.encrypt(
      cipher(nonce, site_id),
      await key,
      new TextEncoder().encode(secret),
    );
    return `v1.${toText(nonce)}.${toText(new Uint8Array(sealed))}`;
  }

  /** Null where it was sealed by another installation, for another site, or is broken: then it has to be made anew. */
  async function open(sealed: string, site_id: string): Promise<string | null> {
    const [version, nonce = "", text = ""] = sealed.split(".");
    if (version !== "v1") return null;
    try {
      const opened = await crypto.subtle.decrypt(cipher(toBytes(nonce), site_id), await key, toBytes(text));
      return new TextDecoder().decode(opened);
    } catch {
      return null;
    }
  }

  return { close, open };
}

export type Seal = ReturnType<typeof createSeal>;

function cipher(iv: Uint8Array<ArrayBuffer>, site_id: string): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(site_id) };
}

const toText = (bytes: Uint8Array) => bytes.toBase64({ alphabet: "base64url", omitPadding: true });
const toBytes = (text: string) => Uint8Array.fromBase64(text, { alphabet: "base64url" });
