import type {
  UxpDocument,
  UxpElement,
  UxpEvent,
  UxpWebView,
  UxpWindow,
} from "../../../plugin/uxp-dom.ts";

/** Listeners by event type. */
class Listeners {
  readonly #byType = new Map<string, Set<(event: UxpEvent) => void>>();

  addEventListener(type: string, listener: (event: UxpEvent) => void): void {
    const listeners = this.#byType.get(type) ?? new Set();
    this.#byType.set(type, listeners.add(listener));
  }

  removeEventListener(type: string, listener: (event: UxpEvent) => void): void {
    this.#byType.get(type)?.delete(listener);
  }

  dispatch(type: string, event: UxpEvent = {}): void {
    this.#byType.get(type)?.forEach((listener) => listener(event));
  }
}

export class FakeWindow extends Listeners implements UxpWindow {}

export class FakeElement extends Listeners implements UxpElement {
  textContent: string | null = "";
  className = "";
  readonly style = { display: "" };
  readonly attributes = new Map<string, string>();
  readonly children: FakeElement[] = [];
  #parent: FakeElement | null = null;

  constructor(readonly tag: string) {
    super();
  }

  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }

  appendChild(child: UxpElement): void {
    if (!(child instanceof FakeElement)) throw new Error("Not an element.");
    child.remove();
    child.#parent = this;
    this.children.push(child);
  }

  remove(): void {
    const siblings = this.#parent?.children ?? [];
    const index = siblings.indexOf(this);
    if (index >= 0) siblings.splice(index, 1);
    this.#parent = null;
  }

  /** This element's text and that of everything in it. */
  get text(): string {
    return [this.textContent, ...this.children.map((child) => child.text)].join("");
  }
}

/** `<webview>`: copies messages as JSON, in both directions. */
export class FakeWebView extends FakeElement implements UxpWebView {
  /** What the page hears. */
  readonly page = new Listeners();

  constructor(
    private readonly window: FakeWindow,
    readonly origin = "plugin:/page/index.html",
  ) {
    super("webview");
  }

  postMessage(message: unknown): void {
    const data: unknown = JSON.parse(JSON.stringify(message));
    this.page.dispatch("message", { data });
  }

  /** The page's `window.uxpHost.postMessage`. */
  postFromPage(message: unknown): void {
    const data: unknown = JSON.parse(JSON.stringify(message));
    this.window.dispatch("message", { data, origin: this.origin, source: this });
  }
}

export class FakeDocument implements UxpDocument {
  /** Every webview that was made, in order. */
  readonly webviews: FakeWebView[] = [];
  readonly #themeListeners = new Set<(theme: unknown) => void>();
  #theme: unknown = "darkest";

  constructor(readonly window: FakeWindow) {}

  createElement(tag: "webview"): FakeWebView;
  createElement(tag: string): FakeElement;
  createElement(tag: string): FakeElement {
    if (tag !== "webview") return new FakeElement(tag);
    const webview = new FakeWebView(this.window);
    this.webviews.push(webview);
    return webview;
  }

  readonly theme = {
    getCurrent: (): unknown => this.#theme,
    onUpdated: {
      addListener: (listener: (theme: unknown) => void): void => {
        this.#themeListeners.add(listener);
      },
      removeListener: (listener: (theme: unknown) => void): void => {
        this.#themeListeners.delete(listener);
      },
    },
  };

  setTheme(theme: unknown): void {
    this.#theme = theme;
    this.#themeListeners.forEach((listener) => listener(theme));
  }
}
