/** Type, buttons and small parts that card and pages share. Logical properties only. */
export const controlStyles = `
*,*::before,*::after{box-sizing:border-box}
.surface{position:relative}
.surface,.card{font:400 var(--text)/var(--leading) var(--font);color:var(--ink);text-align:start;overflow-wrap:anywhere}
/* Arabic letters are small for their size, and need room for their marks. */
.surface:lang(ar),.card:lang(ar){--text:calc(15.5*var(--px));--small:calc(14*var(--px));--name:calc(18*var(--px));--leading:1.7}
h1,h2,h3,p,ul,ol,dl,dd{margin:0;padding:0}
h2{font-size:var(--name);line-height:1.3;font-weight:650}
h3{font-size:var(--small);line-height:1.4;font-weight:600;color:var(--ink-2)}
h2:focus,h3:focus{outline:none}
h2:focus-visible,h3:focus-visible,:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
a{color:var(--accent);text-underline-offset:2px;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
.quiet{color:var(--ink-3);font-size:var(--small)}
.plain{list-style:none}
.fold summary{padding-block:4px;font-size:var(--small);color:var(--ink-2);cursor:pointer}
.line{display:block}
.line+.line{margin-block-start:2px}
/* Unbroken where it fits: a name of the other direction is unreadable in pieces. */
.alt{display:inline-block;color:var(--ink-3);font-weight:400}
.alt:lang(ar),.alt:lang(fa),.alt:lang(he){font-size:1.06em}
.unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.icon{display:block;fill:none;stroke:currentColor;stroke-width:1.4;stroke-linecap:round;stroke-linejoin:round;inline-size:calc(16*var(--px));block-size:calc(16*var(--px))}
:dir(rtl)>.icon.mirrored{transform:scaleX(-1)}
button{font:inherit;color:inherit;margin:0;cursor:pointer;text-align:start}
button:disabled{cursor:default;opacity:.55}
.tool{flex:none;display:grid;place-items:center;inline-size:calc(32*var(--px));block-size:calc(32*var(--px));padding:0;border:0;border-radius:8px;background:none;color:var(--ink-3)}
.tool:hover{background:var(--tint);color:var(--ink)}
.tool[aria-pressed=true]{background:var(--tint);color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
.link{min-block-size:calc(32*var(--px));padding:0 calc(6*var(--px));border:0;border-radius:6px;background:none;color:var(--accent);font-size:var(--small)}
.link:hover{text-decoration:underline;text-underline-offset:3px}
.link.faint{color:var(--ink-3)}
.inline{display:inline;padding:0;border:0;border-radius:3px;background:none;color:var(--accent);text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:2px}
.button{min-block-size:calc(36*var(--px));padding:calc(6*var(--px)) calc(14*var(--px));border:1px solid var(--accent);border-radius:8px;background:var(--accent);color:var(--accent-ink);font-weight:600;text-align:center}
.button:hover{filter:brightness(1.08)}
.button.second{background:none;color:var(--accent)}
.button.second:hover{background:var(--tint);filter:none}
.glyph{flex:none;display:grid;place-items:center;inline-size:calc(26*var(--px));block-size:calc(26*var(--px));border-radius:7px;color:var(--raised);background:var(--hue)}
.glyph.person{border-radius:50%}
.glyph svg{fill:none;stroke:currentColor;stroke-width:1.4;stroke-linecap:round;stroke-linejoin:round;inline-size:calc(17*var(--px));block-size:calc(17*var(--px))}
.actor{--hue:var(--actor)}.person{--hue:var(--person)}.place{--hue:var(--place)}
.source{--hue:var(--source)}.term{--hue:var(--term)}.country{--hue:var(--country)}
.mark{text-decoration:underline 2px var(--hue);text-underline-offset:3px}
.mark.person{text-decoration-style:dotted}
.mark.place{text-decoration-style:dashed;text-decoration-thickness:1.5px}
.mark.source{text-decoration-style:double;text-decoration-thickness:1.5px}
.mark.term{text-decoration-style:dotted;text-decoration-thickness:1px}
.mark.thin{text-decoration-thickness:1px}
/* The one-liner runs under the buttons beside the name. */
.head{display:grid;grid-template-columns:auto minmax(0,1fr) auto;column-gap:10px;align-items:start}
.head>.heading{display:contents}
.head>.heading>.what{grid-area:2/2/3/-1}
.head>.glyph{grid-area:1/1/3/2}
.head>.tools{grid-area:1/3}
.head h2{grid-area:1/2}
.head h2{align-self:center}
.heading .alt{font-size:var(--text)}
.what{font-size:var(--small);line-height:1.45;color:var(--ink-2)}
.kind{color:var(--ink-3)}
.kind+.desc::before,.probable+.desc::before{content:"· ";color:var(--ink-3)}
.kind::after,.probable::after{content:" "}
.probable{display:inline-block;padding-inline:5px;margin-inline-end:3px;border:1px dashed var(--edge);border-radius:5px;color:var(--ink-2);line-height:1.35}
.probable-why{font-size:var(--small);color:var(--ink-2)}
.rows{display:grid;gap:calc(5*var(--px)) calc(12*var(--px));grid-template-columns:minmax(calc(70*var(--px)),max-content) minmax(0,1fr);font-size:calc(var(--text)*.93)}
.rows:empty{display:none}
.row{display:grid;grid-template-columns:subgrid;grid-column:1/-1}
.rows dt{color:var(--ink-3);font-size:var(--small);line-height:calc(var(--text)*.93*var(--leading));max-inline-size:calc(112*var(--px))}
.more{display:grid;gap:calc(16*var(--px));font-size:calc(var(--text)*.93)}
.more section{display:grid;gap:calc(4*var(--px))}
.more h3{padding-block-end:calc(3*var(--px));border-block-end:1px solid var(--line)}
.more section>.rows,.more section>ul,.more section>p,.more section>ol{padding-block-start:calc(2*var(--px))}
.more li+li{margin-block-start:calc(5*var(--px))}
.citations a{display:inline-block;margin-inline-start:4px;padding-inline:4px;border-radius:4px;background:var(--tint);font-size:.82em;line-height:1.5;text-decoration:none}
.citations a:hover{text-decoration:underline}
.references{padding-inline-start:1.6em}
.references:lang(ar){list-style-type:arabic-indic}
.references .quiet{display:block}
.verdict{font-weight:600}
.problem{padding:calc(8*var(--px)) calc(10*var(--px));border-inline-start:3px solid var(--edge);background:var(--tint);color:var(--ink-2);font-size:var(--small)}
.outcome{font-size:var(--small);color:var(--ink-2)}
.skeleton{display:grid;gap:8px;animation:appear .12s .15s both}
.skeleton i{display:block;block-size:calc(10*var(--px));border-radius:5px;background:var(--tint)}
.skeleton i+i{inline-size:62%}
@keyframes appear{from{opacity:0}}
@media (pointer:coarse){
  .tool{inline-size:44px;block-size:44px}.link,.button{min-block-size:44px}
}
@media (prefers-reduced-motion:reduce){*,*::before,*::after{animation-duration:.01ms!important;transition:none!important}}
@media (forced-colors:active){
  .glyph{border:1px solid CanvasText;color:CanvasText}
  .tool[aria-pressed=true]{outline:2px solid Highlight;outline-offset:-2px}
  .button{border-color:ButtonText}
  .skeleton i{border:1px solid GrayText}
  .mark{text-decoration-color:CanvasText}
  :focus-visible{outline-color:Highlight}
}`;
