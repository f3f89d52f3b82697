import { attempt } from "../../shared/attempt.ts";
import type { ToHost, ToPage, Wire } from "../../bridge/messages.ts";
import type { UxpHostWindow } from "../loading/globals.ts";

/** In milliseconds: how often a page looks for its host, and for how long. */
const LOOK_EVERY = 100;
const LOOK_FOR = 5000;

/**
 * The channel to what surrounds this page: UXP's webview or the page around our frame; else null.
 * UXP may put its end into the page late, so a page that stands alone waits for it a while.
 */
export async function findWire(page: Window): Promise<Wire | null> {
  const { parent } = page;
  if (page.uxpHost === undefined && parent !== page) {
    // A file:// page has no origin to name; the far end checks that we are the frame it made.
    return wireTo(
      page,
      (message) => parent.postMessage(message, "*"),
      (source) => source === parent,
    );
  }
  const uxpHost = await lookForHost(page);
  if (uxpHost === null) return null;
  return wireTo(
    page,
    (message) => uxpHost.postMessage(message),
    // Some builds leave the source out. No other window can speak to a page in a webview.
    (source) => source === uxpHost || source === null || source === undefined,
  );
}

async function lookForHost(page: Window): Promise<UxpHostWindow | null> {
  for (let waited = 0; page.uxpHost === undefined; waited += LOOK_EVERY) {
    if (waited >= LOOK_FOR) return null;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  return page.uxpHost;
}

/** Neither what is posted nor what arrives may bring the page down. */
function wireTo(
  page: Window,
  post: (message: ToHost | ToPage) => void,
  isFarEnd: (source: unknown) => boolean,
): Wire {
  return {
    post: (message) => attempt(() => post(message)),
    listen: (listener) => {
      const receive = (event: MessageEvent<unknown>): void => {
        if (isFarEnd(event.source)) attempt(() => listener(event.data));
      };
      page.addEventListener("message", receive);
      return () => page.removeEventListener("message", receive);
    },
  };
}
