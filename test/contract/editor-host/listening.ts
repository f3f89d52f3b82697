import { describe, expect, it } from "vitest";
import { NO_AUDIO, type Bench } from "./bench.ts";

export function testListening(bench: Bench): void {
  describe("playing in the application's own monitor", () => {
    it("plays that very audio from where the cue begins, until told to stop", async () => {
      await bench.host.preview(bench.cue({ start: 6.4, end: 16.4 }));
      expect(bench.editor.monitor()?.file).toContain("first-light");
      bench.isAbout(bench.editor.monitor()?.at ?? -1, 6.4);
      await bench.host.stopPreview();
      expect(bench.editor.monitor()).toBeNull();
    });

    it("needs no sequence, and changes none", async () => {
      await bench.host.preview(bench.cue({ start: 0, end: 10 }));
      expect(bench.editor.audioClips()).toEqual([]);
      bench.editor.closeSequence();
      await bench.host.preview(bench.cue({ start: 20, end: 30 }));
      bench.isAbout(bench.editor.monitor()?.at ?? -1, 20);
    });

    it("refuses audio that is not there", async () => {
      const missing = bench.cue({ start: 0, end: 10 }, { audio: NO_AUDIO });
      await bench.isRefused(() => bench.host.preview(missing), /audio/i);
      expect(bench.editor.monitor()).toBeNull();
    });

    it("may be told to stop while it plays nothing", async () => {
      await bench.host.stopPreview();
      expect(bench.editor.monitor()).toBeNull();
    });
  });

  describe("offering a drag", () => {
    it("shows the track on the strip, and takes it off", async () => {
      await bench.host.offerDrag(bench.cue({ start: 0, end: 10 }));
      expect(bench.editor.dragStrip()).toContain("First Light");
      await bench.host.offerDrag(null);
      expect(bench.editor.dragStrip()).toBe("");
    });
  });
}
