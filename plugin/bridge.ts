import type { Wire } from "../src/bridge/messages.ts";
import type { UxpEvent, UxpWebView, UxpWindow } from "./uxp/dom.ts";
import { guarded, takeDown } from "./uxp/guard.ts";

/**
 * The message channel to the page in `webview`. Adobe's manifest page shows the page's messages
 * arriving at the element, its reference says at the window, and builds may deliver at both: so
 * both are listened to, and `serveHost` serves a request that arrives twice only once.
 */
export function webviewWire(webview: UxpWebView, window: UxpWindow): Wire {
  return {
    // The panel may be gone while an answer was on its way.
    post: guarded((message) => webview.postMessage(message)),
    listen: (listener) => {
      const onElement = guarded((event: UxpEvent) => {
        if (!isRemote(event.origin)) listener(event.data);
      });
      const onWindow = guarded((event: UxpEvent) => {
        if (isFromPage(webview, event)) listener(event.data);
      });
      webview.addEventListener("message", onElement);
      window.addEventListener("message", onWindow);
      return () => {
        takeDown(
          () => webview.removeEventListener("message", onElement),
          () => window.removeEventListener("message", onWindow),
        );
      };
    },
  };
}

const REMOTE_ORIGIN = /^(https?|wss?|ftp|blob|data):|^\/\//i;
const LOCAL_ORIGIN = /^(plugin|plugin-data|plugin-temp|file):/i;

/** What came over the network is never ours, whichever webview shows it. */
function isRemote(origin: unknown): boolean {
  return typeof origin === "string" && REMOTE_ORIGIN.test(origin);
}

/** At the window, messages of other senders arrive too; some builds leave source or origin out. */
function isFromPage(webview: UxpWebView, { source, origin }: UxpEvent): boolean {
  if (source !== webview && source !== undefined && source !== null) return false;
  if (origin === undefined || origin === null || origin === "" || origin === "null") return true;
  return typeof origin === "string" && LOCAL_ORIGIN.test(origin);
}
