import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { currentTheme, listenToHost, themeOf } from "../../plugin/host-events.ts";
import type { HostEvent } from "../../src/contract/editor-host.ts";
import { EVENTS, fakePremiere } from "./fake/premiere.ts";
import { openPremiere, type PremiereHarness } from "./premiere-harness.ts";

let editor: PremiereHarness;
let events: HostEvent[];
let told: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  editor = openPremiere();
  events = [];
  told = vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const listen = (): (() => void) => editor.host.onEvent((event) => events.push(event));

describe("events of the host", () => {
  it.each([...Object.values(EVENTS.ProjectEvent), ...Object.values(EVENTS.SequenceEvent)])(
    "tell of another place on %s",
    (name) => {
      listen();
      editor.events.fire(name);
      expect(events).toEqual([{ type: "place" }]);
    },
  );

  it("are heard as far as this build of Premiere has them", () => {
    editor.events.missing.add(EVENTS.SequenceEvent.SELECTION_CHANGED);
    const stop = listen();
    editor.events.fire(EVENTS.SequenceEvent.ACTIVATED);
    expect(events).toEqual([{ type: "place" }]);
    stop();
    expect(editor.events.listenerCount).toBe(0);
  });

  it.each(["Constants", "EventManager"] as const)(
    "are those of the theme alone in a build without %s",
    (part) => {
      const premiere = { ...fakePremiere(editor.state, editor.events), [part]: undefined };
      const stop = listenToHost(premiere, editor.document, (event) => events.push(event));
      editor.setTheme("light");
      expect(events).toEqual([{ type: "theme", theme: "light" }]);
      expect(stop).not.toThrow();
    },
  );

  it("keep what a listener throws from Premiere, whose script thread it would damage", () => {
    editor.host.onEvent(() => {
      throw new Error("A fault of ours.");
    });
    expect(() => editor.events.fire(EVENTS.SequenceEvent.ACTIVATED)).not.toThrow();
    expect(() => editor.setTheme("light")).not.toThrow();
    expect(told).toHaveBeenCalledTimes(2);
  });
});

describe("letting go of the host", () => {
  it("goes on after a listener that cannot be taken off", () => {
    const stop = listen();
    let calls = 0;
    editor.state.faults.failing = (call) =>
      call === "EventManager.removeGlobalEventListener" && ++calls === 1 ? "throws" : undefined;
    expect(stop).not.toThrow();
    expect(calls).toBe(6);
    expect(editor.events.listenerCount).toBe(1);
  });

  it("is silence, also where the theme's listener stays because the build cannot remove it", () => {
    editor.document.canUnlisten = false;
    const stop = listen();
    expect(stop).not.toThrow();
    editor.setTheme("light");
    expect(events).toEqual([]);
    expect(editor.events.listenerCount).toBe(0);
    expect(told).not.toHaveBeenCalled();
  });
});

describe("the theme", () => {
  it.each(["light", "dark", "darkest"])("%s is passed on", (theme) => {
    expect(themeOf(theme)).toBe(theme);
  });

  it.each(["sepia", undefined, 3])("%s becomes dark, Premiere's own", (theme) => {
    expect(themeOf(theme)).toBe("dark");
  });

  it("is dark where the build does not say", () => {
    editor.document.hidesTheme = true;
    expect(currentTheme(editor.document)).toBe("dark");
  });
});
