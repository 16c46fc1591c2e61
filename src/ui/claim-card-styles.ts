/** What a claim's card has besides `cardStyles`. The chain reads downwards, one hand on a line, its standing under it. */
export const claimCardStyles = `
.card.claim>header{display:flex;align-items:center;justify-content:space-between}
.claim h2{font-size:var(--small);line-height:1.4;font-weight:600;color:var(--ink-2)}
.claim .scroll{padding-block-start:0}
.claim .notes{font-size:var(--small);line-height:1.45;color:var(--ink-3);padding-block-end:calc(8*var(--px));border-block-end:1px solid var(--line)}
.hands{display:grid;gap:calc(8*var(--px));list-style:none}
.hand{display:grid;grid-template-columns:minmax(0,1fr);column-gap:calc(7*var(--px))}
.hand.next{grid-template-columns:auto minmax(0,1fr)}
.hand>.icon{margin-block-start:calc((var(--text)*var(--leading) - 16*var(--px))/2);color:var(--ink-3)}
.hand .who{font-weight:500}
.hand.speaker .who{font-size:var(--name);line-height:1.35;font-weight:650}
.hand .who .alt{display:inline;font-weight:400;font-size:var(--small)}
.hand .stand{font-size:var(--small);line-height:1.45;color:var(--ink-2)}
`;
