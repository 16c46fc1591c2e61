/** A tab of Chromium, over puppeteer and, where that has no word for it, the debugging protocol. */
import type { CDPSession, KeyInput, Page } from "puppeteer-core";
import { until } from "../until.js";
import { callSource, inPage, nodeCallSource, parseAnswer } from "./calls.js";
import type { AccessibleNode, Box, Described, Media, Picture, Tab, Viewport } from "./driver.js";
import { parseKeys } from "./keys.js";

const PATIENCE = 10_000;

interface AXNode {
  role?: { value?: string };
  name?: { value?: string };
  ignored: boolean;
  backendDOMNodeId?: number;
}

export class ChromiumTab implements Tab {
  readonly kind = "chromium";
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async of(page: Page): Promise<ChromiumTab> {
    return new ChromiumTab(page, await page.createCDPSession());
  }

  /** For the driver alone: what only puppeteer's own object can be asked for. */
  get page(): Page {
    return this.#page;
  }

  async url(): Promise<string> {
    return this.#page.url();
  }

  async goto(url: string): Promise<void> {
    await this.#page.goto(url, { waitUntil: "load" });
  }

  async reload(): Promise<void> {
    await this.#page.reload({ waitUntil: "load" });
  }

  async bringToFront(): Promise<void> {
    await this.#page.bringToFront();
  }

  async close(): Promise<void> {
    await this.#page.close();
  }

  async evaluate<A extends readonly unknown[], T>(action: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    return parseAnswer<T>(await this.#page.evaluate(callSource(action as never, args)));
  }

  /** As evaluate, but the page believes that a reader has just acted: permissions.request asks for that. */
  async evaluateAsGesture<A extends readonly unknown[], T>(
    action: (...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T> {
    const expression = callSource(action as never, args);
    const { result, exceptionDetails } = await this.#session.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return parseAnswer<T>(result.value);
  }

  async shadowEvaluate<A extends readonly unknown[], T>(
    host: string,
    action: (root: ShadowRoot, ...args: A) => T,
    ...args: A
  ): Promise<T | undefined> {
    const root = await this.#shadowRoot(host);
    return root === undefined ? undefined : this.#callOnNode<T>(root, nodeCallSource(action as never, args));
  }

  async shadowText(host: string): Promise<string | undefined> {
    return this.shadowEvaluate(host, inPage.textOf);
  }

  async locate(what: Described, host?: string): Promise<Box | undefined> {
    const within = host === undefined ? await this.#documentNode() : await this.#shadowRoot(host);
    if (within === undefined) return undefined;
    const query = {
      backendNodeId: within,
      ...(what.name === undefined ? {} : { accessibleName: what.name }),
      ...(what.role === undefined ? {} : { role: what.role }),
    };
    const { nodes } = await this.#session.send("Accessibility.queryAXTree", query);
    const element = nodes.find((node) => !node.ignored && !isText(node) && node.backendDOMNodeId !== undefined);
    if (element?.backendDOMNodeId === undefined) return undefined;
    return this.#callOnNode<Box>(element.backendDOMNodeId, nodeCallSource(inPage.boxOf, []));
  }

  async clickOn(what: Described, host?: string): Promise<void> {
    const box = await until(() => this.locate(what, host), PATIENCE, `${what.role ?? "element"} "${what.name ?? ""}"`);
    await this.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  async accessibility(): Promise<AccessibleNode[]> {
    const { nodes } = await this.#session.send("Accessibility.queryAXTree", {
      backendNodeId: await this.#documentNode(),
    });
    return nodes
      .filter((node) => !node.ignored && node.role?.value !== "InlineTextBox")
      .map((node) => ({
        role: isText(node) ? "text" : String(node.role?.value ?? ""),
        name: String(node.name?.value ?? ""),
      }));
  }

  async press(keys: string): Promise<void> {
    const { modifiers, key } = parseKeys(keys);
    for (const modifier of modifiers) await this.#page.keyboard.down(modifier as KeyInput);
    await this.#page.keyboard.press(key as KeyInput);
    for (const modifier of modifiers.toReversed()) await this.#page.keyboard.up(modifier as KeyInput);
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  async movePointer(x: number, y: number): Promise<void> {
    // Several steps, as a hand moves: code that reacts to entering must see the pointer come.
    await this.#page.mouse.move(x, y, { steps: 5 });
  }

  async click(x: number, y: number): Promise<void> {
    await this.#page.mouse.click(x, y);
  }

  async tap(x: number, y: number): Promise<void> {
    await this.#page.touchscreen.tap(x, y);
  }

  async setViewport({ width, height, density }: Viewport): Promise<void> {
    await this.#page.setViewport({ width, height, deviceScaleFactor: density ?? 1 });
  }

  async setMedia(media: Media): Promise<void> {
    const features = [
      { name: "prefers-color-scheme", value: media.colourScheme ?? "" },
      { name: "prefers-reduced-motion", value: media.reducedMotion ? "reduce" : "" },
      { name: "forced-colors", value: media.forcedColours ? "active" : "" },
    ];
    await this.#session.send("Emulation.setEmulatedMedia", { features });
  }

  async screenshot(file: string, { fullPage = false, clip }: Picture = {}): Promise<void> {
    await this.#page.screenshot({ path: file as `${string}.png`, ...(clip ? { clip } : { fullPage }) });
  }

  async #documentNode(): Promise<number> {
    const { root } = await this.#session.send("DOM.getDocument", { depth: 0 });
    return root.backendNodeId;
  }

  /** Only the debugger sees through a closed root. */
  async #shadowRoot(host: string): Promise<number | undefined> {
    const { result } = await this.#session.send("Runtime.evaluate", {
      expression: `document.querySelector(${JSON.stringify(host)})`,
    });
    if (result.objectId === undefined) return undefined;
    const { node } = await this.#session.send("DOM.describeNode", {
      objectId: result.objectId,
      depth: 1,
      pierce: true,
    });
    return node.shadowRoots?.[0]?.backendNodeId;
  }

  async #callOnNode<T>(backendNodeId: number, functionDeclaration: string): Promise<T> {
    const { object } = await this.#session.send("DOM.resolveNode", { backendNodeId });
    const { result, exceptionDetails } = await this.#session.send("Runtime.callFunctionOn", {
      objectId: object.objectId ?? "",
      functionDeclaration,
      arguments: [{ objectId: object.objectId ?? "" }],
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return parseAnswer<T>(result.value);
  }
}

function isText(node: AXNode): boolean {
  return node.role?.value === "StaticText" || node.role?.value === "InlineTextBox";
}
