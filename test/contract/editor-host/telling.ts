import { afterEach, describe, expect, it, vi } from "vitest";
import * as v from "valibot";
import type { HostEvent } from "../../../src/contract/editor-host.ts";
import { ChecksSchema } from "../../../src/contract/host-check.ts";
import { CLIP, type Bench } from "./bench.ts";

export function testTelling(bench: Bench): void {
  describe("telling of changes", () => {
    const unsubscribe: (() => void)[] = [];
    afterEach(() => unsubscribe.splice(0).forEach((stop) => stop()));
    const heard = (): HostEvent[] => {
      const events: HostEvent[] = [];
      unsubscribe.push(bench.host.onEvent((event) => events.push(event)));
      return events;
    };

    it("tells of a theme", () => {
      const events = heard();
      bench.editor.setTheme("dark");
      expect(events).toContainEqual({ type: "theme", theme: "dark" });
    });

    it("tells of a selection", () => {
      const events = heard();
      bench.editor.selectClips([CLIP]);
      expect(events).toContainEqual({ type: "place" });
    });

    it("tells of a sequence that closes", () => {
      const events = heard();
      bench.editor.closeSequence();
      expect(events).toContainEqual({ type: "place" });
    });

    it("falls silent when asked to", () => {
      const events: HostEvent[] = [];
      bench.host.onEvent((event) => events.push(event))();
      bench.editor.setTheme("dark");
      bench.editor.selectClips([CLIP]);
      expect(events).toEqual([]);
    });

    it("tells the others though one of them throws", () => {
      const told = vi.spyOn(console, "error").mockReturnValue(undefined);
      unsubscribe.push(
        bench.host.onEvent(() => {
          throw new Error("A listener's own fault.");
        }),
      );
      const events = heard();
      bench.editor.setTheme("dark");
      expect(events).toContainEqual({ type: "theme", theme: "dark" });
      told.mockRestore();
    });
  });

  describe("checking the application", () => {
    it("answers what it saw, and leaves the timeline as it was", async () => {
      bench.editor.addAudioClip(0, { start: 10, end: 20 });
      const before = bench.editor.audioClips();
      for (const scratch of [false, true]) {
        const checks = await bench.host.check({ scratch });
        expect(v.parse(ChecksSchema, checks)).toEqual(checks);
        expect(checks.length).toBeGreaterThan(0);
        expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
      }
      expect(bench.editor.audioClips()).toEqual(before);
    });

    it("answers with no sequence open as well", async () => {
      bench.editor.closeSequence();
      expect((await bench.host.check({ scratch: false })).length).toBeGreaterThan(0);
    });

    it("gives back any text as it was", async () => {
      const text = `"\\\n\u2028 Länge 🎻 ${"x".repeat(200_000)}`;
      expect(await bench.host.echo(text)).toBe(text);
    });
  });
}
