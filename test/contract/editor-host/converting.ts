import { describe, expect, it } from "vitest";
import type { WavPiece, Written } from "../../../src/contract/conversion.ts";
import { PIECE_BYTES } from "../../../src/contract/host-folders.ts";
import { sine, wavBytes } from "../../cli/support/wav-bytes.ts";
import type { Bench } from "./bench.ts";

const NAME = "Größe 🎻 1a2b3c4d.wav";
const WAV = wavBytes({ sampleRate: 8000, channels: 1, bits: 24 }, 480_000, sine(300, 8000));

const pieceAt = (position: number, changes: Partial<WavPiece> = {}): WavPiece => ({
  name: NAME,
  bytes: WAV.length,
  position,
  data: WAV.subarray(position, position + PIECE_BYTES).toString("base64"),
  ...changes,
});

export function testConverting(bench: Bench): void {
  describe("a track that is converted to WAV", () => {
    const file = { name: NAME, bytes: WAV.length };
    const chosen = async (): Promise<string> => {
      const [path] = bench.editor.folders;
      bench.editor.willPick(path);
      await bench.host.chooseMusicFolder();
      return path;
    };
    const write = async (): Promise<Written> => {
      let written: Written = { path: null };
      for (let at = 0; at < WAV.length; at += PIECE_BYTES) {
        expect(written).toEqual({ path: null });
        written = await bench.host.writeWav(pieceAt(at));
      }
      return written;
    };

    it("arrives piece by piece, is found again, and goes on the timeline", async () => {
      const folder = await chosen();
      expect(WAV.length).toBeGreaterThan(PIECE_BYTES);
      expect(await bench.host.findWav(file)).toEqual({ path: null });
      const { path } = await write();
      expect(path).toBe(`${folder}/${NAME}`);
      expect(await bench.host.findWav(file)).toEqual({ path });
      const audio = { kind: "file", path: path ?? "" } as const;
      const source = { start: 5, end: 15 };
      const cue = bench.cue(source, { audio, trackId: "folder-1/Größe 🎻.flac" });
      const report = await bench.insert(source, 20, { cue });
      bench.isAbout(report.end - report.start, 10);
      const { rows } = await bench.host.readCueSheet();
      expect(rows.map(({ trackId }) => trackId)).toEqual([cue.trackId]);
    });

    it("has a folder chosen for it when there is none", async () => {
      bench.editor.willPick(null);
      await bench.isRefused(() => bench.host.findWav(file), /No folder was chosen/);
      const [path] = bench.editor.folders;
      bench.editor.willPick(path);
      expect(await bench.host.findWav(file)).toEqual({ path: null });
      expect(await bench.host.readMusicFolder()).toEqual({ path });
    });

    it("does not lie there before it is whole", async () => {
      await chosen();
      await bench.host.writeWav(pieceAt(0));
      expect(await bench.host.findWav(file)).toEqual({ path: null });
      await bench.host.dropWav(NAME);
      await bench.isRefused(() => bench.host.writeWav(pieceAt(PIECE_BYTES)), /does not follow/);
      expect((await write()).path).not.toBeNull();
    });

    it("takes no piece out of its turn, and begins anew from the beginning", async () => {
      await chosen();
      await bench.isRefused(() => bench.host.writeWav(pieceAt(PIECE_BYTES)), /does not follow/);
      await bench.host.writeWav(pieceAt(0));
      await bench.isRefused(() => bench.host.writeWav(pieceAt(9)), /does not follow/);
      const other = pieceAt(PIECE_BYTES, { name: "other.wav" });
      await bench.isRefused(() => bench.host.writeWav(other), /does not follow/);
      expect((await write()).path).not.toBeNull();
    });

    it("does not take the place of another file of its name", async () => {
      await chosen();
      await write();
      await bench.isRefused(() => bench.host.findWav({ name: NAME, bytes: 9 }), /same name/);
    });
  });
}
