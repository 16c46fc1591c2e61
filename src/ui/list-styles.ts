/** Lists of entities, sites, switches, notices, ways of access. */
export const listStyles = `
.group{display:grid;gap:calc(2*var(--px))}
.group>h2{font-size:var(--small);line-height:1.4;font-weight:600;color:var(--ink-2);display:flex;align-items:baseline;gap:8px;padding-block:calc(4*var(--px))}
.group>h2 .n{font-weight:400;color:var(--ink-3)}
.entities{list-style:none}
.entities li{display:flex;align-items:center;gap:calc(8*var(--px));padding-block:calc(3*var(--px))}
.entities li+li{border-block-start:1px solid var(--line)}
.entities .open{flex:1;min-inline-size:0;display:flex;align-items:center;gap:calc(10*var(--px));padding-block:calc(5*var(--px));padding-inline:0;border:0;border-radius:6px;background:none;line-height:1.35}
.entities .open:hover .title{color:var(--accent)}
.entities .label{flex:1;min-inline-size:0;display:grid}
.entities .title{font-weight:550}
.entities .desc{font-size:var(--small);color:var(--ink-2)}
.entities .quiet{font-size:var(--small)}
.jumps{flex:none;display:flex;align-items:center;color:var(--ink-3);font-size:var(--small)}
.jumps .at{min-inline-size:calc(32*var(--px));text-align:center;font-variant-numeric:tabular-nums}
.jumps .tool{inline-size:calc(26*var(--px));block-size:calc(32*var(--px))}
.countries{list-style:none;display:flex;flex-wrap:wrap;gap:calc(4*var(--px)) calc(6*var(--px))}
.chip{display:inline-flex;align-items:center;gap:6px;min-block-size:calc(28*var(--px));padding-inline:calc(10*var(--px));border:1px solid var(--line);border-radius:99px;background:none;color:var(--ink-2);font-size:var(--small)}
.chip:hover{background:var(--tint);color:var(--ink)}
.chip[aria-pressed=true]{border-color:var(--accent);color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
.chip .n{color:var(--ink-3)}
.site{display:grid;gap:2px;justify-items:start}
.site .host{font-weight:650;font-size:var(--name);line-height:1.3}
.site .desc{font-size:calc(var(--text)*.93);color:var(--ink-2)}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:calc(6*var(--px)) calc(16*var(--px));font-size:var(--small);color:var(--ink-2)}
.switch{display:flex;align-items:center;gap:10px;min-block-size:calc(32*var(--px));padding:0;border:0;border-radius:6px;background:none}
.switch .text{flex:1;min-inline-size:0}
.switch .track{flex:none;position:relative;inline-size:calc(38*var(--px));block-size:calc(22*var(--px));border:1px solid var(--edge);border-radius:99px;background:var(--tint)}
.switch .track::after{content:"";position:absolute;inset-block-start:calc(3*var(--px));inset-inline-start:calc(3*var(--px));inline-size:calc(14*var(--px));block-size:calc(14*var(--px));border-radius:50%;background:var(--ink-3);transition:inset-inline-start .1s}
.switch[aria-checked=true] .track{background:var(--accent);border-color:var(--accent)}
.switch[aria-checked=true] .track::after{inset-inline-start:calc(19*var(--px));background:var(--accent-ink)}
.notice{display:grid;gap:calc(8*var(--px));justify-items:start}
.notice .actions{display:flex;flex-wrap:wrap;gap:8px;margin-block-start:calc(6*var(--px))}
.notice p{color:var(--ink-2)}
.notes{list-style:none;display:grid;gap:4px;padding:calc(8*var(--px)) calc(12*var(--px));border-inline-start:3px solid var(--edge);background:var(--tint);font-size:var(--small);color:var(--ink-2)}
.ways{list-style:none;display:grid;gap:calc(10*var(--px))}
.way{display:grid;gap:calc(8*var(--px));justify-items:start;padding:calc(14*var(--px)) calc(16*var(--px));border:1px solid var(--line);border-radius:var(--radius);background:var(--raised)}
.way.now{border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
.way h3{font-size:var(--text);color:var(--ink);display:flex;flex-wrap:wrap;gap:4px 10px;align-items:baseline}
.way .badge{font-weight:500;font-size:var(--small);color:var(--accent)}
.way p{color:var(--ink-2)}
.way form{display:flex;flex-wrap:wrap;gap:8px;align-items:end;inline-size:100%}
.way form .field{flex:1 1 calc(200*var(--px))}
.way form input{inline-size:100%}
.way .site-choices{inline-size:100%}
@media (prefers-reduced-motion:reduce){.switch .track::after{transition:none}}
@media (forced-colors:active){
  .switch .track,.way,.chip{border-color:ButtonText}
  .switch .track::after{background:ButtonText}
  .switch[aria-checked=true] .track{background:Highlight;forced-color-adjust:none}
  .switch[aria-checked=true] .track::after{background:HighlightText}
  .way.now,.chip[aria-pressed=true]{outline:2px solid Highlight}
}`;
