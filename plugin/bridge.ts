import type { Wire } from "../src/contract/bridge-messages.ts";
import type { UxpEvent, UxpWebView, UxpWindow } from "./uxp-dom.ts";

/**
 * The message channel to the page in `webview`. UXP delivers the page's messages to the plugin's
 * window with the element as source and the page's URL as origin; some builds leave one out.
 */
export function webviewWire(webview: UxpWebView, window: UxpWindow): Wire {
  return {
    post: (message) => webview.postMessage(message),
    listen: (listener) => {
      const onMessage = (event: UxpEvent): void => {
        if (isFrom(webview, event)) listener(event.data);
      };
      window.addEventListener("message", onMessage);
      return () => window.removeEventListener("message", onMessage);
    },
  };
}

// A local page's URL; whatever came over the network is never ours.
const LOCAL_ORIGIN = /^(plugin|file):/;

function isFrom(webview: UxpWebView, { source, origin }: UxpEvent): boolean {
  const isLocal = typeof origin === "string" && LOCAL_ORIGIN.test(origin);
  if (source === webview) return isLocal || origin === undefined || origin === "null";
  return (source === undefined || source === null) && isLocal;
}
