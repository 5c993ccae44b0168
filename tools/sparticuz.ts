/**
 * Unpacks the Chromium that an npm package carries, and the libraries it wants, into TMPDIR (the package
 * unpacks nowhere else). `chromium.ts` runs this in a process of its own.
 *
 * The package is named at run time, so that its 66 MB never become a dependency of the project: whoever
 * only starts the server downloads none of it. `chromium.lock` pins it all the same.
 */
export const PACKAGE = "npm:@sparticuz/chromium@153.0.0";

interface Sparticuz {
  default: { executablePath(): Promise<string> };
  inflate(archive: string): Promise<string>;
}

if (import.meta.main) {
  const { default: chromium, inflate } = await import(PACKAGE) as Sparticuz;
  await chromium.executablePath();
  // NSS, NSPR and expat, which a bare machine lacks; by itself the package unpacks them on Amazon's only.
  await inflate(new URL("../bin/al2023.tar.br", import.meta.resolve(PACKAGE)).pathname);
}
