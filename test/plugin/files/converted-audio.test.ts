import { beforeEach, describe, expect, it } from "vitest";
import type { WavPiece } from "../../../src/contract/conversion.ts";
import { WavFileSchema } from "../../../src/contract/conversion.ts";
import * as v from "valibot";
import { refusal } from "../cues.ts";
import { MUSIC_FOLDER, openPremiere, type PremiereHarness } from "../premiere-harness.ts";

let editor: PremiereHarness;
beforeEach(async () => {
  editor = openPremiere();
  await editor.host.findWav({ name: "a.wav", bytes: 8 });
});

const piece = (position: number, text: string, bytes = 8): WavPiece => ({
  ...{ name: "a.wav", bytes, position },
  data: Buffer.from(text).toString("base64"),
});

/** What lies in the folder for music. */
const there = (): string[] =>
  [...editor.disk.files.keys()]
    .filter((path) => path.startsWith(MUSIC_FOLDER))
    .map((path) => path.slice(MUSIC_FOLDER.length + 1));

describe("a converted file", () => {
  it("lies under another name until it is whole", async () => {
    await editor.host.writeWav(piece(0, "abcde"));
    expect(there()).toEqual(["a.wav.part"]);
    expect(await editor.host.writeWav(piece(5, "fgh"))).toEqual({ path: `${MUSIC_FOLDER}/a.wav` });
    expect(there()).toEqual(["a.wav"]);
    expect(editor.disk.text(`${MUSIC_FOLDER}/a.wav`)).toBe("abcdefgh");
  });

  it("begins anew over what an earlier one has left", async () => {
    editor.disk.addFile(`${MUSIC_FOLDER}/a.wav.part`, "left over from a crash");
    await editor.host.writeWav(piece(0, "abcdefgh"));
    expect(editor.disk.text(`${MUSIC_FOLDER}/a.wav`)).toBe("abcdefgh");
  });

  it.each(["cutsShort", "throws"] as const)(
    "leaves nothing on a full disk: %s",
    async (whenFull) => {
      Object.assign(editor.disk, { bytesLeft: 6, whenFull });
      await editor.host.writeWav(piece(0, "abcde"));
      const error = await refusal(editor.host.writeWav(piece(5, "fgh")));
      expect(error.what).toMatch(/disk is full/);
      expect(there()).toEqual([]);
      await refusal(editor.host.writeWav(piece(5, "fgh")));
    },
  );

  it("leaves nothing when it is dropped, nor when it is longer than was said", async () => {
    await editor.host.writeWav(piece(0, "abcde"));
    await editor.host.dropWav("other.wav");
    expect(there()).toEqual(["a.wav.part"]);
    await editor.host.dropWav("a.wav");
    expect(there()).toEqual([]);
    await refusal(editor.host.writeWav(piece(0, "abcdefghij")));
    expect(there()).toEqual([]);
  });

  it("leaves alone a file that another program puts in its place meanwhile", async () => {
    await editor.host.writeWav(piece(0, "abcde"));
    editor.disk.addFile(`${MUSIC_FOLDER}/a.wav`, "theirs");
    const error = await refusal(editor.host.writeWav(piece(5, "fgh")));
    expect(error.what).toMatch(/same name/);
    expect(there()).toEqual(["a.wav"]);
    expect(editor.disk.text(`${MUSIC_FOLDER}/a.wav`)).toBe("theirs");
  });

  it("says so when the folder vanishes midway", async () => {
    await editor.host.writeWav(piece(0, "abcde"));
    editor.disk.unplug(MUSIC_FOLDER);
    const error = await refusal(editor.host.writeWav(piece(5, "fgh")));
    expect(error.input).toBe(MUSIC_FOLDER);
    expect((await refusal(editor.host.writeWav(piece(0, "abcde")))).what).toMatch(/not known/);
  });

  it.each([
    "../a.wav",
    "a/b.wav",
    "a\\b.wav",
    ".a.wav",
    "a.mp3",
    " a.wav",
    "CON:.wav",
    "a\n.wav",
    "",
  ])("never has the name %j", (name) => {
    expect(v.safeParse(WavFileSchema, { name, bytes: 8 }).success).toBe(false);
  });
});
