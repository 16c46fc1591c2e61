/** Firefox's remote protocol, WebDriver BiDi, spoken directly: puppeteer loses its hold on extension pages, the protocol does not. */
import type { Browser } from "puppeteer-core";

/** A node as the protocol names it. */
export interface RemoteNode {
  sharedId: string;
}

interface RemoteValue {
  type: string;
  value?: unknown;
  sharedId?: string;
}

type Answer =
  | { type: "success"; result: RemoteValue }
  | { type: "exception"; exceptionDetails: { text: string; exception?: RemoteValue } };

export class Bidi {
  readonly #browser: Browser;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** One command of the protocol. Puppeteer has the connection, but not in its public face. */
  async send<T>(method: string, parameters: object): Promise<T> {
    const { connection } = this.#browser as unknown as {
      connection: { send(method: string, parameters: object): Promise<{ result: T }> };
    };
    const { result } = await connection.send(method, parameters);
    return result;
  }

  /** The value of an expression, once its promise is settled. */
  async evaluate(context: string, expression: string, userActivation = false): Promise<unknown> {
    const parameters = { expression, target: { context }, awaitPromise: true, userActivation };
    return resultOf(await this.send<Answer>("script.evaluate", parameters)).value;
  }

  /** The value of a function called with nodes. */
  async call(context: string, functionDeclaration: string, nodes: readonly RemoteNode[]): Promise<unknown> {
    const parameters = { functionDeclaration, target: { context }, awaitPromise: true, arguments: nodes };
    return resultOf(await this.send<Answer>("script.callFunction", parameters)).value;
  }

  /** The shadow root of the first element that matches; closed ones too. */
  async shadowRoot(context: string, selector: string): Promise<RemoteNode | undefined> {
    const answer = await this.send<Answer>("script.evaluate", {
      expression: `document.querySelector(${JSON.stringify(selector)})`,
      target: { context },
      awaitPromise: false,
      serializationOptions: { maxDomDepth: 0, includeShadowTree: "all" },
    });
    const { value } = resultOf(answer) as { value?: { shadowRoot?: { sharedId?: string } | null } };
    const sharedId = value?.shadowRoot?.sharedId;
    return sharedId === undefined ? undefined : { sharedId };
  }
}

function resultOf(answer: Answer): RemoteValue {
  if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
  return answer.result;
}
