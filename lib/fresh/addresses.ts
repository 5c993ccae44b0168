/** The hashed address of a static file; paths that no build knows stay as they are. */
export function hashedAddress(path: string, assets: Record<string, string> | undefined): string {
  const hash = path.indexOf("#");
  const bare = hash === -1 ? path : path.slice(0, hash);
  if (!assets || !Object.hasOwn(assets, bare)) return path;
  return assets[bare] + path.slice(bare.length);
}
