import { voicesStyles } from "../ui/voices-styles.js";

/** Layout of popup and panel around a tab's state. */
export const tabStyles = `${voicesStyles}
.tab{display:flex;flex-direction:column;min-block-size:100%}
.bar{position:sticky;inset-block-start:0;z-index:1;display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px;padding-block:calc(8*var(--px));padding-inline:calc(14*var(--px));background:var(--paper);border-block-end:1px solid var(--line);min-block-size:calc(49*var(--px))}
.bar .switch{flex:1 1 calc(150*var(--px));min-inline-size:0;font-size:var(--small);color:var(--ink-2);text-align:end;line-height:1.3}
main{flex:1;padding-inline:calc(14*var(--px));padding-block:calc(14*var(--px))}
.context{display:grid;gap:calc(6*var(--px));padding-block-end:calc(14*var(--px))}
.lists{display:grid;gap:calc(16*var(--px))}
.meaning summary{font-size:var(--small);color:var(--ink-2);cursor:pointer;padding-block:6px}
.meaning .legend{padding-block:6px}
.foot{display:flex;flex-wrap:wrap;align-items:center;gap:0 2px;padding-block:2px;padding-inline:calc(14*var(--px)) calc(8*var(--px));border-block-start:1px solid var(--line)}
.foot .link{padding-inline:calc(4*var(--px))}
.space{flex:1}
.notice{padding-block:calc(6*var(--px))}
.record{display:grid;gap:calc(10*var(--px));scroll-margin-block-start:calc(64*var(--px))}
.record nav{display:flex;align-items:center;margin-block:calc(-6*var(--px)) calc(-4*var(--px));margin-inline-start:calc(-6*var(--px))}
.back{display:inline-flex;align-items:center;gap:4px}
`;
