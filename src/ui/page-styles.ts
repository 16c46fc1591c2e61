import { controlStyles } from "./control-styles.js";
import { listStyles } from "./list-styles.js";
import { tokenStyles } from "./tokens.js";

/** What all extension pages share. Here sizes follow the reader's own font size, which no site can have changed. */
export const pageStyles = `${tokenStyles}${controlStyles}${listStyles}
:root{--px:.0625rem;background:var(--paper)}
body{margin:0;background:var(--paper)}
.surface{min-inline-size:0}
.surface h1{font-size:calc(22*var(--px));line-height:1.25;font-weight:650;text-wrap:balance}
.surface .card{animation:none}
.brand{flex:none;white-space:nowrap;display:flex;align-items:center;gap:8px;font-weight:650}
.brand svg{inline-size:calc(20*var(--px));block-size:calc(20*var(--px));color:var(--accent)}
.document{max-inline-size:calc(680*var(--px));margin-inline:auto;padding-block:calc(40*var(--px)) calc(64*var(--px));padding-inline:calc(20*var(--px));display:grid;gap:calc(32*var(--px))}
.document>header{display:grid;gap:calc(14*var(--px))}
.document .lead{font-size:calc(16*var(--px));line-height:var(--leading);color:var(--ink-2)}
.document .lead:lang(ar){font-size:calc(17.5*var(--px))}
.document section{display:grid;gap:calc(12*var(--px))}
.document h2{font-size:calc(17*var(--px))}
.field{display:grid;gap:calc(4*var(--px));justify-items:start}
.field label{font-weight:600}
select,input[type=text],input[type=search]{font:inherit;color:inherit;background:var(--raised);border:1px solid var(--edge);border-radius:8px;padding:calc(6*var(--px)) calc(10*var(--px));min-block-size:calc(36*var(--px));max-inline-size:100%}
.site-choices{list-style:none;border-block-start:1px solid var(--line)}
.site-choices li{display:flex;align-items:center;gap:8px;padding-block:6px;border-block-end:1px solid var(--line)}
.site-choices .choice{color:var(--ink-3);font-size:var(--small)}
.site-choices .tool{margin-inline-start:auto}
@media (pointer:coarse){select,input{min-block-size:44px!important}}
`;
