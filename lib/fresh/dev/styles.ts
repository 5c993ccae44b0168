/** Point `url(/fonts/x.woff2)` at the hashed address; addresses that no file has stay. */
export function rewriteUrls(css: string, assets: Record<string, string>): string {
  return css.replace(
    /url\(\s*(["']?)(\/[^"')#?\s]*)([#?][^"')]*)?\1\s*\)/g,
    (whole, quote, path, rest = "") => {
      const hashed = Object.hasOwn(assets, path) ? assets[path] : undefined;
      return hashed === undefined ? whole : `url(${quote}${hashed}${rest}${quote})`;
    },
  );
}
