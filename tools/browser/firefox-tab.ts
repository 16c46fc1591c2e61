/** A tab of Firefox, over WebDriver BiDi. Web pages and extension pages alike. */
import { writeFile } from "node:fs/promises";
import { until } from "../until.js";
import { callSource, inPage, nodeCallSource, parseAnswer } from "./calls.js";
import type { AccessibleNode, Box, Described, Media, Picture, Tab, Viewport } from "./driver.js";
import type { Bidi, RemoteNode } from "./firefox-bidi.js";
import type { FirefoxWindow } from "./firefox-chrome.js";
import { keyCharacter, parseKeys } from "./keys.js";

const PATIENCE = 10_000;

type PointerType = "mouse" | "touch";

export class FirefoxTab implements Tab {
  readonly kind = "firefox";
  readonly #bidi: Bidi;
  readonly #window: FirefoxWindow;
  readonly #context: string;
  #pointer = { x: 0, y: 0 };

  constructor(bidi: Bidi, window: FirefoxWindow, context: string) {
    this.#bidi = bidi;
    this.#window = window;
    this.#context = context;
  }

  async url(): Promise<string> {
    return this.evaluate(() => location.href);
  }

  async goto(url: string): Promise<void> {
    await this.#send("browsingContext.navigate", { url, wait: "complete" });
  }

  async reload(): Promise<void> {
    await this.#send("browsingContext.reload", { wait: "complete" });
  }

  async bringToFront(): Promise<void> {
    await this.#send("browsingContext.activate", {});
  }

  async close(): Promise<void> {
    await this.#send("browsingContext.close", {});
  }

  async evaluate<A extends readonly unknown[], T>(action: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    return parseAnswer<T>(await this.#bidi.evaluate(this.#context, callSource(action as never, args)));
  }

  async shadowEvaluate<A extends readonly unknown[], T>(
    host: string,
    action: (root: ShadowRoot, ...args: A) => T,
    ...args: A
  ): Promise<T | undefined> {
    const root = await this.#bidi.shadowRoot(this.#context, host);
    if (root === undefined) return undefined;
    return parseAnswer<T>(await this.#bidi.call(this.#context, nodeCallSource(action as never, args), [root]));
  }

  async shadowText(host: string): Promise<string | undefined> {
    return this.shadowEvaluate(host, inPage.textOf);
  }

  async locate(what: Described, host?: string): Promise<Box | undefined> {
    await this.#window.keepAccessibility();
    const root = host === undefined ? undefined : await this.#bidi.shadowRoot(this.#context, host);
    if (host !== undefined && root === undefined) return undefined;
    const { nodes } = await this.#send<{ nodes: RemoteNode[] }>("browsingContext.locateNodes", {
      locator: { type: "accessibility", value: { ...what } },
      maxNodeCount: 1,
      ...(root === undefined ? {} : { startNodes: [root] }),
    });
    const [node] = nodes;
    if (node === undefined) return undefined;
    const call = nodeCallSource(inPage.boxOf, []);
    return parseAnswer<Box>(await this.#bidi.call(this.#context, call, [{ sharedId: node.sharedId }]));
  }

  async clickOn(what: Described, host?: string): Promise<void> {
    const box = await until(() => this.locate(what, host), PATIENCE, `${what.role ?? "element"} "${what.name ?? ""}"`);
    await this.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  async accessibility(): Promise<AccessibleNode[]> {
    await this.bringToFront();
    const read = async (): Promise<AccessibleNode[] | undefined> => {
      const nodes = await this.#window.accessibility("tab");
      return nodes.length > 0 ? nodes : undefined;
    };
    return until(read, PATIENCE, "Firefox's accessibility tree");
  }

  async press(keys: string): Promise<void> {
    const { modifiers, key } = parseKeys(keys);
    const down = [...modifiers, key].map((one) => ({ type: "keyDown", value: keyCharacter(one) }));
    const up = down.toReversed().map(({ value }) => ({ type: "keyUp", value }));
    await this.#act({ type: "key", id: "keyboard", actions: [...down, ...up] });
  }

  async type(text: string): Promise<void> {
    const actions = [...text].flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
    await this.#act({ type: "key", id: "keyboard", actions });
  }

  async movePointer(x: number, y: number): Promise<void> {
    await this.#point("mouse", this.#way(x, y));
  }

  async click(x: number, y: number): Promise<void> {
    await this.#point("mouse", [
      ...this.#way(x, y),
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ]);
  }

  async tap(x: number, y: number): Promise<void> {
    const at = { type: "pointerMove", x: Math.round(x), y: Math.round(y) };
    await this.#point("touch", [at, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }]);
  }

  async setViewport({ width, height, density }: Viewport): Promise<void> {
    await this.#send("browsingContext.setViewport", {
      viewport: { width, height },
      ...(density === undefined ? {} : { devicePixelRatio: density }),
    });
  }

  async setMedia(media: Media): Promise<void> {
    await this.#window.setPreferences(mediaPreferences(media));
  }

  async screenshot(file: string, { fullPage = false, clip }: Picture = {}): Promise<void> {
    await this.bringToFront();
    const { data } = await this.#send<{ data: string }>("browsingContext.captureScreenshot", {
      origin: fullPage ? "document" : "viewport",
      ...(clip ? { clip: { type: "box", ...clip } } : {}),
    });
    await writeFile(file, Buffer.from(data, "base64"));
  }

  /** Several steps, as a hand moves: code that reacts to entering must see the pointer come. */
  #way(x: number, y: number): object[] {
    const from = this.#pointer;
    this.#pointer = { x: Math.round(x), y: Math.round(y) };
    const { x: toX, y: toY } = this.#pointer;
    return [0.25, 0.5, 0.75, 1].map((part) => ({
      type: "pointerMove",
      x: Math.round(from.x + (toX - from.x) * part),
      y: Math.round(from.y + (toY - from.y) * part),
      duration: 8,
    }));
  }

  #point(pointerType: PointerType, actions: object[]): Promise<void> {
    return this.#act({ type: "pointer", id: pointerType, parameters: { pointerType }, actions });
  }

  async #act(source: object): Promise<void> {
    await this.#send("input.performActions", { actions: [source] });
  }

  #send<T>(method: string, parameters: object): Promise<T> {
    return this.#bidi.send<T>(method, { context: this.#context, ...parameters });
  }
}

/** Firefox knows these as preferences of the whole browser; null gives the default back. */
export function mediaPreferences(media: Media): Record<string, number | null> {
  return {
    "layout.css.prefers-color-scheme.content-override": { light: 1, dark: 0, none: null }[media.colourScheme ?? "none"],
    "ui.prefersReducedMotion": media.reducedMotion === undefined ? null : Number(media.reducedMotion),
    "browser.display.document_color_use": media.forcedColours ? 2 : null,
  };
}
