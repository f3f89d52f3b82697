import type { ToHost, ToPage, Wire } from "../contract/bridge-messages.ts";

/**
 * The channel to whoever shows this page: UXP's webview, the page around our frame, or nobody.
 * Only messages that come from that very window are heard.
 */
export function findWire(page: Window): Wire | null {
  const { uxpHost } = page;
  if (uxpHost !== undefined) {
    return wireTo(page, uxpHost, (message) => uxpHost.postMessage(message));
  }
  const { parent } = page;
  // A file:// page has no origin to name; the far end checks that we are the frame it made.
  return parent === page
    ? null
    : wireTo(page, parent, (message) => parent.postMessage(message, "*"));
}

function wireTo(page: Window, far: unknown, post: (message: ToHost | ToPage) => void): Wire {
  return {
    post,
    listen: (listener) => {
      const hear = (event: MessageEvent<unknown>): void => {
        if (event.source === far) listener(event.data);
      };
      page.addEventListener("message", hear);
      return () => page.removeEventListener("message", hear);
    },
  };
}
