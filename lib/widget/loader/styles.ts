/**
 * How the closed widget looks. Colours are those of `lib/ui/tokens.ts`, lengths those of the page's options. A
 * transparent border is drawn where a system forces its colours. Lines have no indentation, as they are sent as they
 * stand.
 */
export const CSS = `
*{box-sizing:border-box;margin:0}
[hidden]{display:none!important}
:focus-visible{outline:2px solid var(--site);outline-offset:2px}
.all{--shadow:0 0 0 1px oklch(.3 .01 90/.08),0 2px 4px -1px oklch(.3 .01 90/.06),0 12px 32px -8px oklch(.3 .01 90/.18);display:grid;font:14px/24px system-ui,Tahoma,sans-serif}
button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;-webkit-tap-highlight-color:transparent}
svg{display:block;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
.launcher{position:fixed;left:var(--l);right:var(--r);bottom:var(--y);width:56px;height:56px;border:1px solid transparent;border-radius:50%;background:var(--site);color:var(--on);display:grid;place-items:center;box-shadow:var(--shadow)}
.launcher:hover{background:color-mix(in oklab,var(--site) 88%,#000)}
.launcher svg{width:26px;height:26px}
[dir=rtl] .launcher:not([aria-expanded=true]) svg{transform:scaleX(-1)}
@media print{.launcher{display:none}}
`;

/** Adopted, since a strict policy of the page would refuse a `<style>`. */
export function adopt(root: ShadowRoot, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
