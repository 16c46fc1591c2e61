import * as v from "valibot";
import browser from "webextension-polyfill";
import {
  type BackgroundAnswers,
  type BackgroundMessage,
  type BackgroundParameters,
  type PageAnswers,
  type PageMessage,
  type PageParameters,
  toBackground,
  toPage,
} from "./protocol.js";
import { fail, type Result } from "./result.js";

/**
 * Messages between contexts. This file and `store.ts` are the only ones that touch the polyfill; in the content bundle the
 * build puts the browser's own object in its place, so listeners answer by `sendResponse` and `true`, which both understand.
 */

interface Envelope {
  konteks: "background" | "page";
  name: string;
  parameters: unknown;
}

/** Where a message came from, as far as handlers need it. */
export interface Sender {
  tab?: number;
  frame?: number;
  /** Address of the sending page. */
  url?: string;
}

export type BackgroundHandlers = {
  [N in BackgroundMessage]: (
    parameters: BackgroundParameters<N>,
    sender: Sender,
  ) => Promise<Result<BackgroundAnswers[N]>>;
};
export type PageHandlers = {
  [N in PageMessage]: (parameters: PageParameters<N>) => Promise<Result<PageAnswers[N]>> | Result<PageAnswers[N]>;
};

/** Ask the background. Never throws: a sleeping, dead or reloaded background is the failure `unreachable`. */
export async function askBackground<N extends BackgroundMessage>(
  name: N,
  parameters: BackgroundParameters<N>,
): Promise<Result<BackgroundAnswers[N]>> {
  const envelope: Envelope = { konteks: "background", name, parameters };
  return settle(() => browser.runtime.sendMessage(envelope));
}

/** Ask the content script of a tab's top frame. Never throws: no script there is the failure `no-page`. */
export async function askPage<N extends PageMessage>(
  tab: number,
  name: N,
  parameters: PageParameters<N>,
): Promise<Result<PageAnswers[N]>> {
  const envelope: Envelope = { konteks: "page", name, parameters };
  return settle(() => browser.tabs.sendMessage(tab, envelope, { frameId: 0 }), "no-page");
}

/** Is the extension that this script came from still there? A script in a page outlives an update, and is cut off from then on. */
export const hasBackground = (): boolean => browser.runtime?.id !== undefined;

async function settle<T>(
  send: () => Promise<unknown>,
  without: "no-page" | "unreachable" = "unreachable",
): Promise<Result<T>> {
  try {
    const answer = (await send()) as Result<T> | undefined;
    return answer ?? fail(without);
  } catch (error) {
    return fail(without, String(error));
  }
}

/** Register the background's handlers; call it synchronously at start-up. */
export function answerBackground(handlers: BackgroundHandlers): () => void {
  return listen("background", toBackground, handlers as unknown as Record<string, Handler>);
}

/** Register the page's handlers. Returns the undoing. */
export function answerPage(handlers: PageHandlers): () => void {
  return listen("page", toPage, handlers as unknown as Record<string, Handler>);
}

type Handler = (parameters: unknown, sender: Sender) => Promise<Result<unknown>> | Result<unknown>;

function listen(
  side: Envelope["konteks"],
  schemas: Record<string, v.GenericSchema>,
  handlers: Record<string, Handler>,
) {
  const listener = (message: unknown, from: BrowserSender, respond: (answer: unknown) => void): true | undefined => {
    const envelope = message as Partial<Envelope> | null;
    // Synchronous refusal of what is not ours lets other listeners answer.
    if (envelope === null || typeof envelope !== "object" || envelope.konteks !== side) return undefined;
    if (from.id !== browser.runtime.id) return undefined;
    void answer(schemas, handlers, envelope, sender(from)).then(respond);
    return true;
  };
  const onMessage = browser.runtime.onMessage as unknown as {
    addListener(l: typeof listener): void;
    removeListener(l: typeof listener): void;
  };
  onMessage.addListener(listener);
  return () => onMessage.removeListener(listener);
}

interface BrowserSender {
  id?: string;
  tab?: { id?: number };
  frameId?: number;
  url?: string;
}

function sender(from: BrowserSender): Sender {
  return {
    ...(from.tab?.id === undefined ? {} : { tab: from.tab.id }),
    ...(from.frameId === undefined ? {} : { frame: from.frameId }),
    ...(from.url === undefined ? {} : { url: from.url }),
  };
}

async function answer(
  schemas: Record<string, v.GenericSchema>,
  handlers: Record<string, Handler>,
  envelope: Partial<Envelope>,
  from: Sender,
): Promise<Result<unknown>> {
  const name = String(envelope.name);
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  const handler = handlers[name];
  if (schema === undefined || handler === undefined) return fail("malformed", `no message is called ${name}`);
  const checked = v.safeParse(schema, envelope.parameters);
  if (!checked.success) return fail("malformed", `${name}: ${checked.issues[0].message}`);
  try {
    return await handler(checked.output, from);
  } catch (error) {
    return fail("failed", String(error));
  }
}
