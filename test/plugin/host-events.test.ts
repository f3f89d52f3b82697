import { beforeEach, describe, expect, it } from "vitest";
import { themeOf } from "../../plugin/host-events.ts";
import type { HostEvent } from "../../src/contract/editor-host.ts";
import { EVENTS } from "./fake/premiere.ts";
import { openPremiere, type PremiereHarness } from "./premiere-harness.ts";

let editor: PremiereHarness;
let events: HostEvent[];
beforeEach(() => {
  editor = openPremiere();
  events = [];
});

describe("events of the host", () => {
  it.each([...Object.values(EVENTS.ProjectEvent), ...Object.values(EVENTS.SequenceEvent)])(
    "tell of the scene on %s",
    (name) => {
      editor.host.onEvent((event) => events.push(event));
      editor.events.fire(name);
      expect(events).toEqual([{ type: "scene" }]);
    },
  );

  it("are heard as far as this build of Premiere has them", () => {
    editor.events.missing.add(EVENTS.SequenceEvent.SELECTION_CHANGED);
    const stop = editor.host.onEvent((event) => events.push(event));
    editor.events.fire(EVENTS.SequenceEvent.ACTIVATED);
    expect(events).toEqual([{ type: "scene" }]);
    stop();
    expect(editor.events.listenerCount).toBe(0);
  });
});

describe("the theme", () => {
  it.each(["light", "dark", "darkest"])("%s is passed on", (theme) => {
    expect(themeOf(theme)).toBe(theme);
  });

  it.each(["sepia", undefined, 3])("%s becomes dark, Premiere's own", (theme) => {
    expect(themeOf(theme)).toBe("dark");
  });
});
