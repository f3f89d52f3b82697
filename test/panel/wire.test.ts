import { describe, expect, it } from "vitest";
import { BRIDGE_VERSION, CHANNEL } from "../../src/contract/bridge-messages.ts";
import { findWire } from "../../src/panel/wire.ts";

const HELLO = { channel: CHANNEL, version: BRIDGE_VERSION, kind: "hello" } as const;

class FarEnd {
  readonly posted: unknown[][] = [];
  postMessage(...sent: unknown[]): void {
    this.posted.push(sent);
  }
}

/** A page that is shown by `around`; without, it is on its own. */
class FakePage extends EventTarget {
  readonly parent: unknown;
  constructor(around: { uxpHost?: FarEnd; parent?: FarEnd } = {}) {
    super();
    Object.assign(this, around);
    this.parent = around.parent ?? this;
  }
  get window(): Window {
    return this as unknown as Window;
  }
  receive(source: unknown, data: unknown): void {
    this.dispatchEvent(Object.assign(new Event("message"), { source, data }));
  }
}

describe("the wire to the editor", () => {
  it("is none when nobody shows the page", () => {
    expect(findWire(new FakePage().window)).toBeNull();
  });

  it("goes to UXP where UXP shows the page, even in a frame", () => {
    const uxpHost = new FarEnd();
    const parent = new FarEnd();
    findWire(new FakePage({ uxpHost, parent }).window)?.post(HELLO);
    expect(uxpHost.posted).toEqual([[HELLO]]);
    expect(parent.posted).toEqual([]);
  });

  it("goes to the page around our frame otherwise", () => {
    const parent = new FarEnd();
    findWire(new FakePage({ parent }).window)?.post(HELLO);
    expect(parent.posted).toEqual([[HELLO, "*"]]);
  });

  it("hears the far end only, until it is let go", () => {
    const parent = new FarEnd();
    const page = new FakePage({ parent });
    const heard: unknown[] = [];
    const unlisten = findWire(page.window)?.listen((data) => heard.push(data));
    page.receive(parent, "from the editor");
    page.receive(new FarEnd(), "from someone else");
    page.receive(null, "from nowhere");
    unlisten?.();
    page.receive(parent, "too late");
    expect(heard).toEqual(["from the editor"]);
  });
});
