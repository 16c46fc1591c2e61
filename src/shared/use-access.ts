import { useCallback, useEffect, useState } from "preact/hooks";
import { EVERYWHERE, removeAccess, requestAccess, siteOrigins, watchAccess } from "./browser.js";
import type { Access } from "./protocol.js";
import { askBackground } from "./wire.js";

/** What came of the reader's last request. */
export type AccessOutcome = "granted" | "removed" | "declined" | "not-a-site";

export interface AccessState {
  /** Undefined until known; `unknown` where the background does not answer. */
  access: Access | "unknown" | undefined;
  outcome: AccessOutcome | undefined;
  /** Each of these must be called directly in a click: the browser asks the reader. */
  allowEverywhere(): void;
  allowSite(address: string): void;
  remove(origins: readonly string[]): void;
}

/** Host access as it is now, also after it was changed in the browser's own settings while this page is open. */
export function useAccess(): AccessState {
  const [access, setAccess] = useState<Access | "unknown">();
  const [outcome, setOutcome] = useState<AccessOutcome>();

  const read = useCallback(async () => {
    const answer = await askBackground("access", {});
    setAccess(answer.ok ? answer.value : "unknown");
  }, []);
  useEffect(() => {
    void read();
    return watchAccess(() => void read());
  }, [read]);

  const settle = async (asked: Promise<boolean>, done: AccessOutcome) => {
    setOutcome((await asked) ? done : "declined");
    await read();
  };
  const allow = (origins: readonly string[]) => void settle(requestAccess(origins), "granted");
  return {
    access,
    outcome,
    allowEverywhere: () => allow(EVERYWHERE),
    allowSite(address) {
      const origins = siteOrigins(address);
      if (origins) allow(origins);
      else setOutcome("not-a-site");
    },
    remove: (origins) => void settle(removeAccess(origins), "removed"),
  };
}
