/**
 * The card's behaviour as one pure function: which card is open, and when one opens or closes. It holds no timer, no clock
 * and no element; those live at the edge, which sends events in and carries effects out. Times are milliseconds, places
 * are CSS pixels of the viewport.
 */

/** A mention under the pointer, by whatever key the caller uses for it. */
export type Target = string;
export type How = "hover" | "keyboard" | "tap";

interface Move {
  at: number;
  x: number;
  y: number;
}

export interface CardState {
  phase: "closed" | "waiting" | "open";
  /** Rises with each interaction; a timer that carries an older one is late and does nothing. */
  token: number;
  /** The mention that the card is for, or waits for. */
  target?: Target;
  how: How;
  pinned: boolean;
  /** The card's content was already asked for. */
  prepared: boolean;
  /** The pointer or focus has been in the card: from then on leaving it counts. */
  entered: boolean;
  /** The closing timer runs. */
  leaving: boolean;
  /** The mention under the pointer now. */
  over?: Target;
  /** A mention whose card was just dismissed: silent until the pointer has left it. */
  quiet?: Target;
  /** The last three places of the pointer, that is two moves. */
  moves: readonly Move[];
  closedAt: number;
}

export type CardEvent =
  | {
      type: "pointer";
      at: number;
      x: number;
      y: number;
      over?: Target | undefined;
      /** In the card, or on the bridge between word and card. */
      inside: boolean;
      /** A button or modifier key is down, or the pointer is in an editable field: nothing opens. */
      held: boolean;
    }
  | { type: "timer"; at: number; token: number }
  /** The command "open card", for the current mention. */
  | { type: "command"; at: number; target: Target }
  /** A tap on a mark that is not in a link. */
  | { type: "tap"; at: number; target: Target }
  | { type: "press-outside"; at: number }
  | { type: "escape"; at: number }
  /** The close button, or the ground under the card is gone. */
  | { type: "dismiss"; at: number }
  | { type: "pin"; at: number };

export type CardEffect =
  | { do: "timer"; token: number; ms: number }
  /** The pointer rests on a mark: get the card's content ready. */
  | { do: "prepare"; target: Target }
  | { do: "open"; target: Target; how: How }
  | { do: "pinned"; pinned: boolean }
  /** `refocus`: the focus goes back to where it was. */
  | { do: "close"; refocus: boolean };

export interface CardDelays {
  open: number;
  /** Instead of `open` within `recent` after another card closed. */
  openNext: number;
  recent: number;
  close: number;
  /** Pixels per millisecond, mean of the last two moves; nothing opens above. */
  speed: number;
  /** No move for so long: the pointer rests. */
  rest: number;
}

export const CARD_DELAYS: CardDelays = { open: 400, openNext: 150, recent: 300, close: 300, speed: 0.5, rest: 100 };

export const CLOSED: CardState = {
  phase: "closed",
  token: 0,
  how: "hover",
  pinned: false,
  prepared: false,
  entered: false,
  leaving: false,
  moves: [],
  closedAt: Number.NEGATIVE_INFINITY,
};

export type Step = { state: CardState; effects: CardEffect[] };

/** The next state and what is to be done about it. */
export function next(state: CardState, event: CardEvent, delays: CardDelays = CARD_DELAYS): Step {
  switch (event.type) {
    case "pointer":
      return onPointer(state, event, delays);
    case "timer":
      return onTimer(state, event, delays);
    case "command":
      return open(closeFirst(state, event.at), event.target, "keyboard");
    case "tap":
      return state.phase === "open" && state.target === event.target
        ? stay(state)
        : open(closeFirst(state, event.at), event.target, "tap");
    case "press-outside":
      if (state.phase === "open" && state.pinned) return stay(state);
      return dismiss(state, event.at);
    case "escape":
    case "dismiss":
      return dismiss(state, event.at);
    case "pin": {
      if (state.phase !== "open") return stay(state);
      const pinned = !state.pinned;
      const after = { ...state, pinned, leaving: false, entered: true, token: state.token + 1 };
      return { state: after, effects: [{ do: "pinned", pinned }] };
    }
  }
}

type PointerEvent = Extract<CardEvent, { type: "pointer" }>;

function onPointer(before: CardState, event: PointerEvent, delays: CardDelays): Step {
  const { at, x, y } = event;
  const state: CardState = { ...before, moves: [...before.moves, { at, x, y }].slice(-3) };
  delete state.over;
  if (event.over !== undefined && !event.held) state.over = event.over;
  if (event.over !== state.quiet) delete state.quiet;
  if (state.phase === "open") return whileOpen(state, event, delays);
  if (state.over === undefined || state.over === state.quiet) {
    return state.phase === "waiting" ? stay(closed(state)) : stay(state);
  }
  if (state.phase === "closed" || state.over !== state.target) return wait(state, state.over, at, delays);
  return prepareWhenSlow(state, at, delays);
}

function whileOpen(state: CardState, event: PointerEvent, delays: CardDelays): Step {
  if (state.how === "tap" || state.pinned) return stay(state);
  if (event.inside || event.over === state.target) {
    const after = { ...state, entered: state.entered || event.inside };
    return stay(state.leaving ? { ...after, leaving: false, token: state.token + 1 } : after);
  }
  // A card opened by key stays until it was entered or dismissed; one never closes under a drag that began in it.
  if (state.leaving || event.held || (state.how === "keyboard" && !state.entered)) return stay(state);
  const token = state.token + 1;
  return { state: { ...state, leaving: true, token }, effects: [{ do: "timer", token, ms: delays.close }] };
}

function onTimer(state: CardState, event: { at: number; token: number }, delays: CardDelays): Step {
  if (event.token !== state.token) return stay(state);
  if (state.phase === "open" && state.leaving) {
    const { over } = state;
    const after = close(state, event.at);
    if (over === undefined) return after;
    const waiting = wait(after.state, over, event.at, delays);
    return { state: waiting.state, effects: [...after.effects, ...waiting.effects] };
  }
  if (state.phase !== "waiting" || state.target === undefined) return stay(state);
  if (speed(state.moves, event.at, delays.rest) > delays.speed) {
    return { state, effects: [{ do: "timer", token: state.token, ms: delays.rest }] };
  }
  return open({ state, effects: [] }, state.target, "hover");
}

function wait(state: CardState, target: Target, at: number, delays: CardDelays): Step {
  const token = state.token + 1;
  const ms = at - state.closedAt < delays.recent ? delays.openNext : delays.open;
  const waiting: CardState = { ...state, phase: "waiting", target, token, prepared: false, how: "hover" };
  const step = prepareWhenSlow(waiting, at, delays);
  return { state: step.state, effects: [{ do: "timer", token, ms }, ...step.effects] };
}

/** A pointer that sweeps across marks asks for nothing. */
function prepareWhenSlow(state: CardState, at: number, delays: CardDelays): Step {
  if (state.prepared || state.target === undefined || state.moves.length < 2) return stay(state);
  if (speed(state.moves, at, delays.rest) > delays.speed) return stay(state);
  return { state: { ...state, prepared: true }, effects: [{ do: "prepare", target: state.target }] };
}

function open(before: Step, target: Target, how: How): Step {
  const { state } = before;
  const prepare: CardEffect[] =
    state.prepared && state.phase === "waiting" && state.target === target ? [] : [{ do: "prepare", target }];
  return {
    state: {
      ...state,
      phase: "open",
      target,
      how,
      token: state.token + 1,
      pinned: false,
      prepared: true,
      entered: false,
      leaving: false,
    },
    effects: [...before.effects, ...prepare, { do: "open", target, how }],
  };
}

function closeFirst(state: CardState, at: number): Step {
  return state.phase === "open" ? close(state, at) : stay(state);
}

function close(state: CardState, at: number): Step {
  return {
    state: { ...closed(state), closedAt: at },
    effects: [{ do: "close", refocus: state.how === "keyboard" }],
  };
}

/** Gone by the reader's will: the mark under the pointer stays silent until the pointer has left it. */
function dismiss(state: CardState, at: number): Step {
  const step = state.phase === "open" ? close(state, at) : stay(closed(state));
  const quiet = state.over ?? (state.phase === "open" && state.how === "hover" ? state.target : undefined);
  return quiet === undefined ? step : { state: { ...step.state, quiet }, effects: step.effects };
}

function closed(state: CardState): CardState {
  const { target: _, ...rest } = state;
  return {
    ...rest,
    phase: "closed",
    token: state.token + 1,
    pinned: false,
    prepared: false,
    entered: false,
    leaving: false,
  };
}

/** Mean of the speeds of the last two moves; a pointer that has not moved for a while rests. */
export function speed(moves: readonly Move[], at: number, rest: number): number {
  const last = moves[moves.length - 1];
  if (last === undefined || at - last.at >= rest) return 0;
  const speeds: number[] = [];
  for (let i = 1; i < moves.length; i++) {
    const [a, b] = [moves[i - 1], moves[i]];
    // Two events in one clock tick: one millisecond is the finest that clocks in pages tell.
    if (a && b) speeds.push(Math.hypot(b.x - a.x, b.y - a.y) / Math.max(1, b.at - a.at));
  }
  return speeds.length === 0 ? 0 : speeds.reduce((sum, one) => sum + one, 0) / speeds.length;
}

const stay = (state: CardState): Step => ({ state, effects: [] });
