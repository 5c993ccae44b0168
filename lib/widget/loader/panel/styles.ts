/** How the rest looks, in the manner of `../styles.ts`. */
export const CSS = `
.all{--float:#fff;--text:oklch(.245 .008 90);--quiet:oklch(.425 .008 90);--hover:oklch(.951 .004 90);--line:oklch(.915 .004 90);color:var(--text)}
.all[lang=fa]{font-family:Vazirmatn,Tahoma,sans-serif}
.dark{--float:oklch(.258 .006 75);--text:oklch(.935 .004 75);--quiet:oklch(.79 .006 75);--hover:oklch(.315 .006 75);--line:oklch(.292 .006 75);--shadow:0 0 0 1px oklch(1 0 0/.09),0 2px 4px -1px oklch(0 0 0/.3),0 16px 40px -8px oklch(0 0 0/.55)}
iframe{position:absolute;width:100%;height:100%;border:0}
.teaser,.panel{outline:1px solid transparent;position:fixed;left:var(--l);right:var(--r);box-shadow:var(--shadow)}
.count{position:absolute;top:-3px;inset-inline-end:-3px;min-width:22px;padding:0 6px;border-radius:11px;background:oklch(.53 .185 25);color:#fff;box-shadow:0 0 0 2px var(--float);font-size:12px;line-height:22px;font-weight:600}
.teaser{left:calc(var(--l) + 70px);right:calc(var(--r) + 70px);bottom:calc(var(--y) + 10px);width:300px;max-width:calc(100vw - var(--x) - 86px);border-radius:12px;background:var(--float);display:flex;padding:4px}
.said{flex:1;min-width:0;display:flex;gap:10px;padding:6px 8px;border-radius:8px;text-align:start}
.said span{flex:1;min-width:0}
.said b,.said q{display:block;overflow:hidden;text-overflow:ellipsis;overflow-wrap:anywhere}
.said b{font-weight:600;white-space:nowrap}
.said q{quotes:none;font-size:13px;line-height:22px;color:var(--quiet);display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2}
.said i{flex:none;width:34px;height:34px;border-radius:50%;background:color-mix(in oklab,var(--site) 18%,var(--float));font-style:normal;font-weight:600;line-height:34px;text-align:center}
.dismiss{flex:none;align-self:start;width:32px;height:32px;border-radius:8px;color:var(--quiet);display:grid;place-items:center}
.dismiss svg{width:16px;height:16px}
.dismiss:hover,.said:hover{background:var(--hover)}
.panel{bottom:calc(var(--y) + 68px);width:380px;max-width:calc(100vw - 2*var(--x));height:min(620px,100dvh - var(--y) - 92px);border-radius:14px;overflow:hidden;background:linear-gradient(var(--site) 68px,var(--float) 0);visibility:hidden;opacity:0}
.alone .panel{bottom:var(--y);height:min(620px,100dvh - 2*var(--y))}
.open .panel{visibility:visible;opacity:1;transform:none}
.inline .panel{all:unset;position:relative;overflow:hidden;border:1px solid var(--line);border-radius:12px;background:var(--float)}
.status{position:fixed;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media (prefers-reduced-motion:no-preference){.panel{transform:translateY(8px);transition:opacity .18s,transform .18s cubic-bezier(.2,.8,.2,1),visibility 0s .18s}.open .panel{transition-delay:0s}}
@media (max-width:540px),(max-height:480px){.floating .panel{inset:var(--top,0) 0 auto;width:100%;max-width:none;height:var(--height,100dvh);border-radius:0}.open .launcher{display:none}.dismiss{width:44px;height:44px}}
@media print{.floating{display:none}}
`;
