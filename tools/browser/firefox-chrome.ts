/**
 * Firefox's own window ("chrome context"), where permissions, the toolbar button, the event page and preferences are worked
 * as the browser itself does. Needs `--remote-allow-system-access`. What runs here is source text, not functions: its globals
 * (Services, ChromeUtils, gBrowser) exist nowhere else.
 */
import type { Bidi } from "./firefox-bidi.js";

const MODULES = {
  ExtensionPermissions: "resource://gre/modules/ExtensionPermissions.sys.mjs",
  ExtensionParent: "resource://gre/modules/ExtensionParent.sys.mjs",
} as const;

export class FirefoxWindow {
  readonly #bidi: Bidi;
  readonly #context: string;
  readonly #extensionId: string;
  #accessibility: Promise<void> | undefined;

  private constructor(bidi: Bidi, context: string, extensionId: string) {
    this.#bidi = bidi;
    this.#context = context;
    this.#extensionId = extensionId;
  }

  static async of(bidi: Bidi, extensionId: string): Promise<FirefoxWindow> {
    const { contexts } = await bidi.send<{ contexts: { context: string; url: string }[] }>("browsingContext.getTree", {
      "moz:scope": "chrome",
    });
    const window = contexts.find(({ url }) => url.endsWith("/browser.xhtml"));
    if (!window) throw new Error("Firefox shows no window");
    return new FirefoxWindow(bidi, window.context, extensionId);
  }

  /** Runs a function body with `extension`, `args` and the modules named above at hand; its answer comes back as JSON. */
  async run<T>(body: string, ...args: readonly unknown[]): Promise<T> {
    const modules = Object.entries(MODULES).map(
      ([name, url]) => `const { ${name} } = ChromeUtils.importESModule(${JSON.stringify(url)});`,
    );
    const source = `(async () => {
      ${modules.join("\n")}
      const extension = WebExtensionPolicy.getByID(${JSON.stringify(this.#extensionId)})?.extension;
      const args = ${JSON.stringify(args)};
      const answer = await (async () => { ${body} })();
      return JSON.stringify(answer);
    })()`;
    const json = await this.#bidi.evaluate(this.#context, source);
    return (typeof json === "string" ? JSON.parse(json) : undefined) as T;
  }

  async addSites(origins: readonly string[]): Promise<void> {
    await this.run(
      `await ExtensionPermissions.add(extension.id, { permissions: [], origins: args[0] }, extension);`,
      origins,
    );
  }

  async removeSites(origins: readonly string[]): Promise<void> {
    await this.run(
      // "<all_urls>" is kept under both headings.
      `const permissions = args[0].filter((origin) => origin === "<all_urls>");
       await ExtensionPermissions.remove(extension.id, { permissions: [], origins: args[0] }, extension);
       if (permissions.length) await ExtensionPermissions.remove(extension.id, { permissions, origins: [] }, extension);`,
      origins,
    );
  }

  async sites(): Promise<string[]> {
    return this.run(`return (await ExtensionPermissions.get(extension.id)).origins;`);
  }

  /** Presses the toolbar button on the tab in front: gives activeTab, and opens the popup or calls onClicked. */
  async pressAction(): Promise<void> {
    await this.run(`ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);`);
  }

  /** Address and size of the open popup; undefined while it is not laid out. */
  async popup(): Promise<{ url: string; width: number; height: number } | undefined> {
    return this.run(`${FIND_POPUP} if (!popup) return undefined;
      const { width, height } = popup.getBoundingClientRect();
      const url = popup.currentURI.spec;
      return width > 0 && url.startsWith("moz-extension:") ? { url, width, height } : undefined;`);
  }

  async popupPicture(): Promise<Buffer> {
    const data = await this.run<string>(`${FIND_POPUP}
      const bitmap = await popup.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, "white");
      const canvas = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
      canvas.width = bitmap.width; canvas.height = bitmap.height;
      canvas.getContext("2d").drawImage(bitmap, 0, 0);
      return canvas.toDataURL("image/png");`);
    return Buffer.from(data.slice(data.indexOf(",") + 1), "base64");
  }

  async closePopup(): Promise<void> {
    await this.run(`${FIND_POPUP} popup?.closest("panel").hidePopup();`);
  }

  /**
   * Starts Firefox's accessibility service and holds on to it. Without a holder it ends whenever its users are collected as garbage,
   * and a document that was open across such an end may never get its tree back.
   */
  async keepAccessibility(): Promise<void> {
    this.#accessibility ??= this.run(
      `window.konteksAccessibility = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);`,
    );
    return this.#accessibility;
  }

  /** Accessibility tree below the popup or the tab in front, flat. Empty until Firefox has started its accessibility service. */
  async accessibility(of: "popup" | "tab"): Promise<{ role: string; name: string }[]> {
    await this.keepAccessibility();
    return this.run(
      `${FIND_POPUP}
      const service = window.konteksAccessibility;
      const nodes = [];
      const walk = (node) => {
        const own = service.getStringRole(node.role);
        const role = own === "text leaf" ? "text" : node.computedARIARole || own;
        if (role !== "internal frame") nodes.push({ role, name: node.name ?? "" });
        for (let child = node.firstChild; child; child = child.nextSibling) walk(child);
      };
      const top = service.getAccessibleFor(args[0] === "popup" ? popup : gBrowser.selectedBrowser);
      if (top?.firstChild?.firstChild) walk(top);
      return nodes;`,
      of,
    );
  }

  /** Dispatches the command of the shortcut's own <key> element, as Firefox does when the keys are pressed. */
  async runShortcut(command: string): Promise<void> {
    await this.run(
      `const commands = [...(await extension.shortcuts.commands)].filter(([, { shortcut }]) => shortcut);
       const place = commands.findIndex(([name]) => name === args[0]);
       const keys = extension.shortcuts.keysetsMap.get(window)?.querySelectorAll("key");
       if (place < 0 || !keys?.[place]) throw new Error("No shortcut for the command " + args[0]);
       keys[place].dispatchEvent(new CustomEvent("command", { bubbles: true }));`,
      command,
    );
  }

  async backgroundState(): Promise<string> {
    return this.run(`return extension.backgroundState;`);
  }

  async endBackground(): Promise<void> {
    await this.run(`await extension.terminateBackground({ ignoreDevToolsAttached: true });`);
  }

  /** Recorded script errors whose source is the extension's. */
  async errors(origin: string): Promise<string[]> {
    return this.run(
      `return Services.console.getMessageArray().flatMap((message) => {
        if (!(message instanceof Ci.nsIScriptError) || message.flags & Ci.nsIScriptError.warningFlag) return [];
        return message.sourceName.startsWith(args[0]) ? [message.errorMessage + " (" + message.sourceName + ")"] : [];
      });`,
      origin,
    );
  }

  async setPreferences(preferences: Readonly<Record<string, number | null>>): Promise<void> {
    await this.run(
      `for (const [name, value] of Object.entries(args[0])) {
        if (value === null) Services.prefs.clearUserPref(name); else Services.prefs.setIntPref(name, value);
      }`,
      preferences,
    );
  }
}

const FIND_POPUP = `const popup = [...document.querySelectorAll("browser.webextension-popup-browser")].find(
  (one) => one.closest("panel") && !one.closest("panel").matches("[state=closed]") && one.currentURI?.spec.startsWith(extension.baseURL));`;
