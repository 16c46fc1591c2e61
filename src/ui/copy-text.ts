/**
 * Put text on the clipboard. Within a click only.
 * The Clipboard API is missing on pages without https; there the older command still works, and filling the event ourselves
 * needs no element in the page. The event is stopped so that the page's own listeners do not get to see or change the text.
 */
export async function copyText(text: string, from: Document): Promise<boolean> {
  const clipboard = from.defaultView?.navigator.clipboard;
  if (clipboard) {
    try {
      await clipboard.writeText(text);
      return true;
    } catch {
      // A page's permissions policy may forbid it: the command is tried.
    }
  }
  let copied = false;
  const fill = (event: ClipboardEvent) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData("text/plain", text);
    copied = true;
  };
  const target = from.defaultView ?? from;
  target.addEventListener("copy", fill as EventListener, { capture: true, once: true });
  try {
    from.execCommand("copy");
  } finally {
    target.removeEventListener("copy", fill as EventListener, { capture: true });
  }
  return copied;
}
