import { controlStyles } from "./control-styles.js";
import { tokenStyles } from "./tokens.js";

/** All that the card needs, for its own shadow root. Text fades at the lower edge where more of it can be scrolled to. */
export const cardStyles = `${tokenStyles}${controlStyles}
:host{all:initial}
.card{container-type:inline-size;display:flex;flex-direction:column;inline-size:320px;min-inline-size:min(280px,100%);max-inline-size:100%;max-block-size:max(min(60vh,420px),min(280px,90vh));background:var(--raised);border:1px solid var(--line);border-radius:var(--radius);box-shadow:var(--shadow);overflow:hidden;animation:appear .1s}
.card>header{flex:none;padding-block:12px 0;padding-inline:14px 6px}
.card .tools{display:flex;margin-block:-6px}
.card>header .what{padding-inline-end:8px}
.card .scroll{position:relative;flex:1 1 auto;min-block-size:0;overflow:auto;overscroll-behavior:contain;scrollbar-width:thin;display:grid;gap:8px;align-content:start;padding-block:8px 18px;padding-inline:14px;mask-image:linear-gradient(to bottom,#000 calc(100% - 18px),transparent)}
.card .more{padding-block-start:8px}
.card>footer{flex:none;display:flex;flex-wrap:wrap;align-items:center;gap:0 2px;padding-block:2px;padding-inline:8px 6px;border-block-start:1px solid var(--line)}
.card .space{flex:1}
.card.sheet{inline-size:100%;max-inline-size:none;max-block-size:min(70vh,560px);border-inline:0;border-block-end:0;border-end-start-radius:0;border-end-end-radius:0;padding-block-end:env(safe-area-inset-bottom)}
/* Zoomed far in, the card is narrow or the window low: buttons stand above the name, rows become lines, and all of it scrolls. */
@container (max-width:250px){
  .head{grid-template-columns:auto 1fr}
  .head>.tools{grid-area:1/2;justify-self:end}
  .head>.glyph{grid-area:1/1}
  .head h2{grid-area:2/1/3/-1}
  .head>.heading>.what{grid-area:3/1/4/-1}
  .rows{grid-template-columns:minmax(0,1fr)}
  .row{display:block}
  .rows dt{max-inline-size:none}
}
@media (max-height:420px){.card{display:block;overflow:auto}.card .scroll{overflow:visible;mask-image:none}}
@media (forced-colors:active){.card .scroll{mask-image:none}.card{border:2px solid CanvasText}}
`;
