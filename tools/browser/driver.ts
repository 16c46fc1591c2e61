/**
 * One interface to drive a real browser with Konteks installed in it, the same for Chromium and Firefox.
 * `npm start` and the end-to-end tests know browsers only through this file.
 */

export type BrowserKind = "chromium" | "firefox";

export const BROWSER_KINDS: readonly BrowserKind[] = ["chromium", "firefox"];

/** The names people know the two by. */
export const BROWSER_NAMES: Readonly<Record<BrowserKind, string>> = { chromium: "Chromium", firefox: "Firefox" };

export interface Viewport {
  width: number;
  height: number;
  /** Device pixels per CSS pixel. */
  density?: number;
}

/** What the reader's system asks of pages. In Firefox these are settings of the whole browser, not of one tab. */
export interface Media {
  colourScheme?: "light" | "dark";
  reducedMotion?: boolean;
  forcedColours?: boolean;
}

export interface LaunchOptions {
  headless: boolean;
  /** Host names, `*.` allowed at the start, served by a local server's port: real outlets' addresses without the network. http only. */
  hosts?: Readonly<Record<string, number>>;
  /** Lets no other host be reached than 127.0.0.1 and `hosts`. */
  offline?: boolean;
  /** Language of the browser's interface and of Accept-Language, e.g. "id". */
  locale?: string;
  viewport?: Viewport;
  media?: Media;
  /** Firefox: further preferences. */
  preferences?: Readonly<Record<string, string | number | boolean>>;
  /** Chromium: further command-line flags. */
  flags?: readonly string[];
}

/** In CSS pixels of the viewport. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** An element as assistive technology finds it. The name must be the whole accessible name. */
export interface Described {
  role?: string;
  name?: string;
}

/** One node of the accessibility tree. Roles are ARIA roles; runs of text have the role "text". */
export interface AccessibleNode {
  role: string;
  name: string;
}

export interface Picture {
  /** The whole document instead of the viewport. */
  fullPage?: boolean;
  clip?: Box;
}

/** A tab with a web page or a page of the extension. */
export interface Tab {
  readonly kind: BrowserKind;
  url(): Promise<string>;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;

  /** Runs a function in the page's own world (the content script's world is out of reach). Arguments and answer travel as JSON. */
  evaluate<A extends readonly unknown[], T>(action: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Runs a function with a shadow root, closed ones too; undefined while there is no such host. */
  shadowEvaluate<A extends readonly unknown[], T>(
    host: string,
    action: (root: ShadowRoot, ...args: A) => T,
    ...args: A
  ): Promise<T | undefined>;
  /** The text a reader sees inside a shadow root; undefined while there is no such host. */
  shadowText(host: string): Promise<string | undefined>;

  /** Where the element is that assistive technology finds by role and name; with a host, inside that host's shadow root. Scrolls it into view. */
  locate(what: Described, host?: string): Promise<Box | undefined>;
  /** Waits for such an element and presses it with the real pointer. */
  clickOn(what: Described, host?: string): Promise<void>;
  /** The page's accessibility tree, flat, in reading order; shadow roots included. */
  accessibility(): Promise<AccessibleNode[]>;

  /** A key with modifiers, named as in KeyboardEvent.key: "Escape", "Shift+Tab", "Alt+j". */
  press(keys: string): Promise<void>;
  type(text: string): Promise<void>;
  movePointer(x: number, y: number): Promise<void>;
  click(x: number, y: number): Promise<void>;
  tap(x: number, y: number): Promise<void>;

  setViewport(viewport: Viewport): Promise<void>;
  setMedia(media: Media): Promise<void>;
  screenshot(file: string, picture?: Picture): Promise<void>;
}

/** The popup under the toolbar button. */
export interface ActionPopup {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  /** The popup as a tab to drive. Only in Chromium: Firefox gives no remote access to it, there its content is driven as a tab. */
  readonly tab?: Tab;
  text(): Promise<string>;
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

/** A running browser with a temporary profile and Konteks installed. */
export interface Driver {
  readonly kind: BrowserKind;
  readonly version: string;
  /** "chrome-extension://…" or "moz-extension://…", without a slash at the end. */
  readonly extensionOrigin: string;

  /** Opens a page in front. (After an installation the welcome page may still come before it: a hidden page is not annotated.) */
  openPage(url: string): Promise<Tab>;
  /** A page of the extension as a tab: "popup.html?tab=3". */
  openExtensionPage(path: string): Promise<Tab>;
  /** The number by which the extension knows a tab. Brings the tab to the front. */
  tabId(tab: Tab): Promise<number>;

  /** Grants host permissions as if the reader had agreed; permissions.onAdded fires. */
  grant(origins: readonly string[]): Promise<void>;
  /** Takes them back; permissions.onRemoved fires. */
  revoke(origins: readonly string[]): Promise<void>;
  /** The widest optional host permission of the manifest. */
  grantAllSites(): Promise<void>;
  /** Everything that was granted. */
  revokeAllSites(): Promise<void>;

  /** Ids of the content scripts that the extension has registered by now: its answer to a grant or a revocation. */
  registeredScripts(): Promise<string[]>;

  /** Presses the toolbar button on a tab: gives activeTab there, and opens the popup if the manifest names one. */
  triggerAction(tab: Tab): Promise<void>;
  openActionPopup(tab: Tab): Promise<ActionPopup>;
  /**
   * Runs a command of the manifest on a tab. Firefox: through its own shortcut element. Chromium: calls the handler, because no
   * synthetic key reaches it; say so in the test's name.
   */
  runCommand(name: string, tab: Tab): Promise<void>;

  /** Ends the background (service worker, event page) as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  backgroundRuns(): Promise<boolean>;
  /** Errors of the extension's own code since the start, as the browser recorded them. */
  problems(): Promise<string[]>;

  /** Calls back once when the browser has gone, whoever closed it. */
  onClosed(listener: () => void): void;
  /** Closes the browser and removes its profile. May be called twice. */
  close(): Promise<void>;
}
