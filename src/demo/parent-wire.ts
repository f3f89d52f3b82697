import type { Wire } from "../bridge/messages.ts";

/**
 * The wire to the panel in `frame`. Only what that very frame sends is heard. The target origin is
 * "*" because a `file://` page has none that could be named; the frame holds what we wrote into it,
 * its policy lets it load nothing else, and nothing secret is sent.
 */
export function parentWire(frame: HTMLIFrameElement): Wire {
  return {
    post: (message) => frame.contentWindow?.postMessage(message, "*"),
    listen: (listener) => {
      const hear = (event: MessageEvent<unknown>): void => {
        if (event.source !== null && event.source === frame.contentWindow) listener(event.data);
      };
      window.addEventListener("message", hear);
      return () => window.removeEventListener("message", hear);
    },
  };
}
