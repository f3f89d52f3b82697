/** The part of UXP's document (no browser: no grid, no transitions, no ARIA) that we touch. */
export interface UxpElement {
  textContent: string | null;
  className: string;
  readonly style: { display: string };
  setAttribute(name: string, value: string): void;
  addEventListener(type: string, listener: (event: UxpEvent) => void): void;
  removeEventListener(type: string, listener: (event: UxpEvent) => void): void;
  appendChild(child: UxpElement): unknown;
  remove(): void;
}

/** Fields are unknown: a message or a drag comes from outside and is checked on arrival. */
export interface UxpEvent {
  readonly data?: unknown;
  readonly origin?: unknown;
  readonly source?: unknown;
  readonly code?: unknown;
  readonly dataTransfer?: UxpDataTransfer | null;
}

export interface UxpDataTransfer {
  effectAllowed: string;
  dropEffect: string;
  setData(format: string, data: string): void;
}

/** `<webview>`: a browser page with a message bridge; messages are copied as JSON. */
export interface UxpWebView extends UxpElement {
  postMessage(message: unknown): void;
}

export interface UxpDocument {
  readonly body: UxpElement;
  createElement(tag: "webview"): UxpWebView;
  createElement(tag: string): UxpElement;
  readonly theme: {
    getCurrent(): unknown;
    readonly onUpdated: {
      addListener(listener: (theme: unknown) => void): void;
      /** In no documentation of Adobe's; some builds may lack it. */
      removeListener?(listener: (theme: unknown) => void): void;
    };
  };
}

export interface UxpWindow {
  addEventListener(type: "message", listener: (event: UxpEvent) => void): void;
  removeEventListener(type: "message", listener: (event: UxpEvent) => void): void;
}
