/**
 * Who says so: the sum, the ledger and the statements. The parts of the ledger differ by weight and texture, never by hue: solid
 * ink for parties, shades for the others who are named, hatching for the unnamed, an empty outline for nobody.
 */
export const voicesStyles = `
[hidden]{display:none!important}
.sum{display:grid;gap:calc(8*var(--px));padding:calc(10*var(--px)) calc(12*var(--px));margin-block-end:calc(6*var(--px));border-radius:var(--radius);background:var(--tint)}
.sum>p{font-size:calc(var(--text)*.93);line-height:1.42}
.sum>p:lang(ar){line-height:1.6}
.sum>.quiet{color:var(--ink-2)}
/* About the room of what is to come, so that the names below stay where they are. */
.sum[aria-busy=true]{min-block-size:calc(150*var(--px));align-content:start}
.ledger{display:grid;gap:calc(6*var(--px))}
.weights{display:flex;gap:2px;block-size:calc(14*var(--px))}
.weights .texture{flex:1 0 calc(6*var(--px));block-size:100%;inline-size:auto;border-radius:2px}
.texture{--on:var(--ink);display:inline-block;flex:none;inline-size:calc(12*var(--px));block-size:calc(12*var(--px));border:1px solid var(--edge);border-radius:3px}
.texture.party{background:var(--on);border-color:var(--on)}
.texture.official{background:color-mix(in srgb,var(--on) 62%,transparent);border-color:transparent;background-clip:border-box}
.texture.monitor{background:radial-gradient(var(--on) 1.1px,transparent 1.4px) 0 0/4px 4px}
.texture.outlet{background:repeating-linear-gradient(0deg,var(--on) 0 1px,transparent 1px 4px)}
.texture.other{background:color-mix(in srgb,var(--on) 24%,transparent)}
.texture.unnamed{background:repeating-linear-gradient(135deg,var(--on) 0 1.5px,transparent 1.5px 5px)}
.texture.nobody{border-style:dashed}
.parts{list-style:none;display:flex;flex-wrap:wrap;gap:0 calc(2*var(--px));margin-inline:calc(-6*var(--px));margin-block-end:calc(-4*var(--px))}
.part{display:inline-flex;align-items:center;gap:calc(5*var(--px));min-block-size:calc(24*var(--px));padding:0 calc(6*var(--px));border:0;border-radius:6px;background:none;color:var(--ink-2);font-size:var(--small);line-height:1.3}
.part:hover{background:var(--paper);color:var(--ink)}
.part[aria-expanded=true]{background:var(--paper);color:var(--ink);box-shadow:inset 0 0 0 1px var(--accent)}
.part .n{font-weight:600;font-variant-numeric:tabular-nums}
.proof{display:grid;gap:calc(8*var(--px));padding-block-start:calc(8*var(--px));border-block-start:1px solid var(--line)}
.jump-list h3 .n{font-weight:400;color:var(--ink-3)}
.jump-list ul,ul.jump-list,.sides,.claims,.facts{list-style:none}
.jump-list button,.sides button{inline-size:100%;padding:calc(5*var(--px)) calc(6*var(--px));border:0;border-radius:6px;background:none;font-size:calc(var(--text)*.93);line-height:1.4}
.jump-list button{margin-inline:calc(-6*var(--px));inline-size:calc(100% + 12*var(--px))}
.jump-list button:hover,.sides button:hover{background:var(--paper);color:var(--accent)}
.unattributed button:hover{background:var(--tint)}
.who{font-weight:600}
.clamp{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;line-clamp:2;overflow:hidden}
.tabs{display:flex;gap:calc(4*var(--px));border-block-end:1px solid var(--line);margin-inline:calc(-14*var(--px));padding-inline:calc(10*var(--px))}
.tabs button{min-block-size:calc(40*var(--px));padding:0 calc(8*var(--px));border:0;border-block-end:2px solid transparent;margin-block-end:-1px;background:none;color:var(--ink-2)}
.tabs button:hover{color:var(--ink)}
.tabs [aria-selected=true]{border-color:var(--accent);color:var(--ink);font-weight:600}
.tabs .n{color:var(--ink-3);font-weight:400;font-size:var(--small)}
.tab-view{padding-block-start:calc(12*var(--px))}
.claims-view{container-type:inline-size;display:grid;gap:calc(12*var(--px))}
.claims-tools{display:grid;gap:calc(6*var(--px))}
.copy-bar{display:flex;flex-wrap:wrap;align-items:center;gap:calc(4*var(--px)) calc(8*var(--px))}
.copy-bar fieldset{display:flex;flex-wrap:wrap;align-items:center;gap:calc(6*var(--px));margin:0;padding:0;border:0;min-inline-size:0}
.copy-bar legend{float:inline-start;padding:0;margin-inline-end:calc(8*var(--px));font-size:var(--small);color:var(--ink-2)}
.background{display:grid;gap:calc(2*var(--px))}
.claims{display:grid}
.claim{display:grid;grid-template-columns:auto minmax(0,1fr) auto;gap:calc(10*var(--px));padding-block:calc(10*var(--px));border-block-start:1px solid var(--line)}
.claim .place{display:grid;justify-items:center;align-content:start;gap:calc(4*var(--px));min-inline-size:calc(16*var(--px));padding-block-start:calc(1*var(--px));color:var(--ink-3);font-size:var(--small);font-variant-numeric:tabular-nums}
.claim .said{display:grid;gap:calc(4*var(--px));align-content:start}
.claim .content{line-height:1.45}
.claim .content.clamp{-webkit-line-clamp:4;line-clamp:4}
.claim .tools{display:grid;align-content:start;margin-block-start:calc(-6*var(--px));margin-inline-end:calc(-8*var(--px))}
.claim .quiet{line-height:1.4}
.chain{font-size:calc(var(--text)*.93);line-height:1.5}
.chain strong{font-weight:650}
/* An arrow stays with the name that it points to. */
.chain .hand{display:inline-block}
.chain .icon{display:inline-block;margin-inline:calc(5*var(--px));vertical-align:-.2em;color:var(--ink-3);inline-size:1em;block-size:1em}
.chain .probable{font-weight:400;font-size:var(--small)}
.chain .written,.chain .cue,.chain .here{font-weight:400;color:var(--ink-3);font-size:var(--small)}
.chain .here{color:var(--ink-2)}
.facts{font-size:var(--small);color:var(--ink-2);line-height:1.45;display:grid;gap:2px}
.differences{display:grid;gap:calc(8*var(--px));padding:calc(10*var(--px)) calc(12*var(--px));border:1px solid var(--edge);border-radius:var(--radius)}
.differences h2{font-size:var(--text)}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:calc(4*var(--px)) calc(14*var(--px));margin-block-start:calc(4*var(--px))}
.sides li{border-block-start:1px solid var(--line)}
.sides button{display:grid;gap:calc(4*var(--px));align-content:start;block-size:100%;padding-inline:0}
.sides .who{display:flex;align-items:start;gap:calc(6*var(--px))}
.sides .texture{margin-block-start:.25em}
.sides .clamp{-webkit-line-clamp:4;line-clamp:4}
.unattributed summary{padding-block:6px;font-size:var(--small);color:var(--ink-2);cursor:pointer}
/* Large text in little room: one column, the tools beside the number, the words below them. */
@container (max-width:16em){
  .sides{grid-template-columns:minmax(0,1fr)}
  .claim{grid-template-columns:1fr auto}
  .claim .place,.claim .tools{display:flex;align-items:center}
  .claim .said{grid-area:2/1/3/-1}
}
@media (pointer:coarse){.part,.tabs button,.jump-list button{min-block-size:44px}}
@media (forced-colors:active){
  .texture{--on:CanvasText;forced-color-adjust:none;border-color:CanvasText}
  .sum{border:1px solid CanvasText}
  .tabs button{border-block-end-color:Canvas}
  .tabs [aria-selected=true]{border-block-end-color:Highlight}
  .part[aria-expanded=true]{outline:2px solid Highlight}
}
`;
