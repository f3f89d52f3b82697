import type {
  UxpDocument,
  UxpElement,
  UxpEvent,
  UxpWebView,
  UxpWindow,
} from "../../../plugin/uxp/dom.ts";

/** Listeners by event type. */
class Listeners {
  private readonly byType = new Map<string, Set<(event: UxpEvent) => void>>();

  addEventListener(type: string, listener: (event: UxpEvent) => void): void {
    const listeners = this.byType.get(type) ?? new Set();
    this.byType.set(type, listeners.add(listener));
  }

  removeEventListener(type: string, listener: (event: UxpEvent) => void): void {
    this.byType.get(type)?.delete(listener);
  }

  dispatch(type: string, event: UxpEvent = {}): void {
    this.byType.get(type)?.forEach((listener) => listener(event));
  }

  /** Of every type. */
  get listenerCount(): number {
    return [...this.byType.values()].reduce((sum, listeners) => sum + listeners.size, 0);
  }
}

export class FakeWindow extends Listeners implements UxpWindow {}

export class FakeElement extends Listeners implements UxpElement {
  textContent: string | null = "";
  className = "";
  readonly style = { display: "" };
  readonly attributes = new Map<string, string>();
  readonly children: FakeElement[] = [];
  private parent: FakeElement | null = null;
  private wasRemoved = false;

  constructor(readonly tag: string) {
    super();
  }

  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }

  appendChild(child: UxpElement): void {
    if (!(child instanceof FakeElement)) throw new Error("Not an element.");
    child.remove();
    child.parent = this;
    child.wasRemoved = false;
    this.children.push(child);
  }

  remove(): void {
    const siblings = this.parent?.children ?? [];
    const index = siblings.indexOf(this);
    if (index >= 0) siblings.splice(index, 1);
    this.parent = null;
    this.wasRemoved = true;
  }

  /** Whether it, or what it is in, was taken out of the document. */
  get isDetached(): boolean {
    return this.wasRemoved || (this.parent?.isDetached ?? false);
  }

  /** This element's text and that of everything in it. */
  get text(): string {
    return [this.textContent, ...this.children.map((child) => child.text)].join("");
  }
}

/** How this build of UXP carries messages between the plugin and a webview. */
export interface Delivery {
  /** Adobe's manifest page listens on the element, its reference on the window. */
  to: "element" | "window" | "both";
  /** How many envelopes with a `type` of their own are around a message (reported on InDesign). */
  envelopes: 0 | 1 | 2 | 3;
  /** The page's address; empty, null or missing on some builds. */
  origin: string | null | undefined;
  /** Whether events name their sender. */
  hasSource: boolean;
}

/** `<webview>`: copies messages as JSON, in both directions. */
export class FakeWebView extends FakeElement implements UxpWebView {
  /** What the page hears. */
  readonly page = new Listeners();
  /** The page's `window.uxpHost`, the source of what it hears. */
  readonly uxpHost = { postMessage: (message: unknown) => this.postFromPage(message) };

  constructor(
    private readonly window: FakeWindow,
    readonly delivery: Delivery,
  ) {
    super("webview");
  }

  /** @throws Error the webview was taken out of the document: its process is gone */
  postMessage(message: unknown): void {
    if (this.isDetached) throw new Error("The webview is detached.");
    this.page.dispatch("message", this.event(message, this.uxpHost));
  }

  /** The page's `window.uxpHost.postMessage`. */
  postFromPage(message: unknown): void {
    const { to } = this.delivery;
    if (to !== "window") this.dispatch("message", this.event(message, this));
    if (to !== "element") this.window.dispatch("message", this.event(message, this));
  }

  private event(message: unknown, sender: unknown): UxpEvent {
    const { envelopes, origin, hasSource } = this.delivery;
    let data: unknown = JSON.parse(JSON.stringify(message));
    for (let layer = 0; layer < envelopes; layer++) data = { type: "uxp-message", data };
    return {
      data,
      ...(origin === undefined ? {} : { origin }),
      ...(hasSource ? { source: sender } : {}),
    };
  }
}

export class FakeDocument implements UxpDocument {
  readonly body = new FakeElement("body");
  /** Every webview that was made, in order. */
  readonly webviews: FakeWebView[] = [];
  /** How messages travel to and from all of its webviews. */
  readonly delivery: Delivery = {
    to: "both",
    envelopes: 0,
    origin: "plugin:/page/index.html",
    hasSource: true,
  };
  /** Asking for the theme throws. */
  hidesTheme = false;
  /** False: `removeListener` is missing; Adobe documents it nowhere. */
  canUnlisten = true;
  private readonly themeListeners = new Set<(theme: unknown) => void>();
  private currentTheme: unknown = "darkest";

  constructor(readonly window: FakeWindow) {}

  get theme(): UxpDocument["theme"] {
    return {
      getCurrent: () => {
        if (this.hidesTheme) throw new Error("The theme is not available.");
        return this.currentTheme;
      },
      onUpdated: {
        addListener: (listener) => void this.themeListeners.add(listener),
        ...(this.canUnlisten && {
          removeListener: (listener) => void this.themeListeners.delete(listener),
        }),
      },
    };
  }

  createElement(tag: "webview"): FakeWebView;
  createElement(tag: string): FakeElement;
  createElement(tag: string): FakeElement {
    if (tag !== "webview") return new FakeElement(tag);
    const webview = new FakeWebView(this.window, this.delivery);
    this.webviews.push(webview);
    return webview;
  }

  setTheme(theme: unknown): void {
    this.currentTheme = theme;
    this.themeListeners.forEach((listener) => listener(theme));
  }
}
