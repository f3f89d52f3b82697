import type { Wire } from "../../src/bridge/messages.ts";
import type { FakeWebView } from "./fake/document.ts";

/** The page's end of the wire, as `window.uxpHost` gives it. */
export function pageWire(webview: FakeWebView): Wire {
  return {
    post: (message) => webview.postFromPage(message),
    listen: (listener) => {
      const onMessage = (event: { data?: unknown }): void => listener(event.data);
      webview.page.addEventListener("message", onMessage);
      return () => webview.page.removeEventListener("message", onMessage);
    },
  };
}
