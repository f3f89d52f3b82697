import { serveHost } from "../src/bridge/server.ts";
import type { Theme } from "../src/contract/editor-host.ts";
import { webviewWire } from "./bridge.ts";
import { currentTheme } from "./host-events.ts";
import { PremiereHost, type PremiereSurroundings } from "./premiere-host.ts";
import type { UxpElement, UxpWindow } from "./uxp/dom.ts";
import { guarded, takeDown } from "./uxp/guard.ts";

const PAGE = "plugin:/page/index.html";

/**
 * Builds the panel inside `root`: the page in its webview and the drag strip below.
 * Nothing is awaited, since UXP gives `create` 300 ms. Returns what takes it all down again.
 */
export function openPanel(
  root: UxpElement,
  around: PremiereSurroundings & { readonly window: UxpWindow },
): () => void {
  const { document, window } = around;
  const host = new PremiereHost(around);
  const panel = document.createElement("div");
  const paint = (theme: Theme): void => {
    panel.className = `panel ${theme}`;
  };
  paint(currentTheme(document));
  const stopPainting = host.onEvent((event) => {
    if (event.type === "theme") paint(event.theme);
  });
  const notice = document.createElement("p");
  notice.className = "notice";
  notice.style.display = "none";

  const webview = document.createElement("webview");
  webview.className = "page";
  webview.setAttribute("width", "100%");
  webview.setAttribute("height", "100%");
  webview.addEventListener(
    "loaderror",
    guarded(({ code }) => {
      notice.style.display = "flex";
      notice.textContent = `Needledrop's page did not load (${String(code)}). Close and reopen the panel, or reinstall Needledrop.`;
    }),
  );
  const stopServing = serveHost(webviewWire(webview, window), host);
  webview.setAttribute("src", PAGE);

  [notice, webview, host.strip].forEach((child) => panel.appendChild(child));
  root.appendChild(panel);
  return () => {
    takeDown(
      stopServing,
      stopPainting,
      () => host.offerDrag(null),
      () => host.stopPreview(),
      () => panel.remove(),
    );
  };
}
