import type { Wire } from "../bridge/messages.ts";

/**
 * The wire to the panel in `frame`. Messages from any other window are ignored. The target origin
 * is "*" because a `file://` page has no origin to name; the frame holds only the page we wrote
 * into it, its policy lets it load nothing else, and no message is secret.
 */
export function parentWire(frame: HTMLIFrameElement): Wire {
  return {
    post: (message) => frame.contentWindow?.postMessage(message, "*"),
    listen: (listener) => {
      const receive = (event: MessageEvent<unknown>): void => {
        if (event.source !== null && event.source === frame.contentWindow) listener(event.data);
      };
      window.addEventListener("message", receive);
      return () => window.removeEventListener("message", receive);
    },
  };
}
