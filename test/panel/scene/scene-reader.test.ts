import { beforeEach, describe, expect, it, vi } from "vitest";
import { HostError } from "../../../src/contract/errors.ts";
import type { Frames } from "../../../src/contract/frames.ts";
import { NO_SELECTION } from "../../../src/contract/selection.ts";
import type { Picture, Sight } from "../../../src/contract/sight.ts";
import { SceneReader } from "../../../src/panel/scene/scene-reader.ts";
import type { Notice } from "../../../src/panel/words/notice.ts";
import { sceneClip } from "../../scene-clip.ts";
import { byHand, settled } from "../results.ts";
import { TestEditor } from "../test-editor.ts";
import { SIGHT } from "./scenes.ts";

const PICTURE: Picture = {
  ...{ at: 1, clip: "Fox", width: 1, height: 1 },
  rgba: new Uint8ClampedArray(4),
};
const FOX = { ...NO_SELECTION, clips: [sceneClip({ logNote: "Playful and light" })] };
const BARE = { ...NO_SELECTION, clips: [sceneClip({ name: "A001_C003.mov" })] };

let editor: TestEditor;
let box: string;
let notices: string[];
let see: (pictures: readonly Picture[]) => Promise<Sight>;
let pictures: readonly Picture[];
let reader: SceneReader;

beforeEach(() => {
  editor = new TestEditor();
  [box, notices, pictures] = ["", [], [PICTURE]];
  see = () => Promise.resolve(SIGHT);
  editor.readSelection.mockResolvedValue(FOX);
  reader = new SceneReader({
    link: { host: editor },
    eyes: {
      decode: () => Promise.resolve({ pictures, notes: [] }),
      engine: () => Promise.resolve({ see: (shown) => see(shown) }),
    },
    description: () => box,
    search: (description) => {
      box = description;
      return Promise.resolve();
    },
    tell: ({ text }: Notice) => void notices.push(text),
    changed: () => undefined,
  });
});
const chips = (): string[] => reader.view.chips.map(({ text }) => text);

describe("describing the selection", () => {
  it("says at once what its texts say, and what its pictures say when they are there", async () => {
    const seen = byHand<Sight>();
    see = () => seen.promise;
    await reader.read();
    expect(box).toBe("Playful and light");
    expect(reader.isLooking).toBe(true);
    seen.resolve(SIGHT);
    await settled();
    expect(reader.isLooking).toBe(false);
    expect(box).toContain("calm, forest, stream");
    expect(chips()).toEqual([
      "note",
      "pictures: calm, forest, stream, green",
      "captioner: SmolVLM",
    ]);
    expect(reader.view.note).toBeNull();
  });

  it("keeps what the editor has typed before and meanwhile", async () => {
    const seen = byHand<Sight>();
    see = () => seen.promise;
    box = "pizzicato";
    await reader.read();
    expect(box).toBe("pizzicato, Playful and light");
    box = "pizzicato, Playful and light, not too fast";
    seen.resolve({ ...SIGHT, captions: [] });
    await settled();
    expect(box).toBe("pizzicato, Playful and light, not too fast, calm, forest, stream, green");
    await reader.removeAll();
    expect(box).toBe("pizzicato, not too fast");
  });

  it("finds words in the pictures alone where there are no texts", async () => {
    editor.readSelection.mockResolvedValue(BARE);
    await reader.read();
    await settled();
    expect(box).toBe("calm, forest, stream, green, A fox stands in the water");
    expect(notices).toEqual([]);
    expect(reader.literal(box)).toHaveLength(2);
  });

  it("says that nothing is selected, or that neither texts nor pictures tell anything", async () => {
    editor.readSelection.mockResolvedValue(NO_SELECTION);
    await reader.read();
    expect(editor.framesOf).not.toHaveBeenCalled();
    editor.readSelection.mockResolvedValue(BARE);
    see = () => Promise.resolve({ words: [], captions: [] });
    await reader.read();
    await settled();
    expect(notices).toEqual([
      expect.stringMatching(/Select one or more clips/),
      expect.stringMatching(/do not describe a scene/),
    ]);
    expect(box).toBe("");
  });

  it("keeps the texts and says quietly why, where the host has no frames", async () => {
    editor.framesOf.mockRejectedValue(
      new HostError({ what: "No video clips are selected.", next: "Select some." }),
    );
    await reader.read();
    await settled();
    expect(box).toBe("Playful and light");
    expect(reader.view.note).toBe("Described without pictures. No video clips are selected.");
    expect(notices).toEqual([]);
    pictures = [];
    editor.framesOf.mockResolvedValue({ frames: [], notes: [] });
    await reader.read();
    await settled();
    expect(reader.view.note).toBe("Described without pictures. The editor sent no pictures.");
  });

  it("does not wait for a host that is silent", async () => {
    vi.useFakeTimers();
    try {
      editor.framesOf.mockReturnValue(new Promise<Frames>(() => undefined));
      await reader.read();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(reader.isLooking).toBe(false);
      expect(reader.view.note).toMatch(/no pictures in time/);
      expect(box).toBe("Playful and light");
    } finally {
      vi.useRealTimers();
    }
  });

  it("can be stopped from looking, and then nothing more is added", async () => {
    const seen = byHand<Sight>();
    see = () => seen.promise;
    await reader.read();
    reader.stop();
    seen.resolve(SIGHT);
    await settled();
    expect(reader.isLooking).toBe(false);
    expect(box).toBe("Playful and light");
    expect(reader.view.note).toBeNull();
  });

  it("drops pictures of a selection that was described again meanwhile", async () => {
    const first = byHand<Sight>();
    see = () => first.promise;
    await reader.read();
    see = () => Promise.resolve({ words: [], captions: [] });
    await reader.read();
    first.resolve(SIGHT);
    await settled();
    expect(box).toBe("Playful and light");
  });

  it("leaves one source out when asked to", async () => {
    await reader.read();
    await settled();
    const [note, pictured] = reader.view.chips;
    await reader.remove(note?.key ?? "");
    expect(box).toBe("calm, forest, stream, green, A fox stands in the water");
    await reader.remove(pictured?.key ?? "");
    expect(chips()).toEqual(["captioner: SmolVLM"]);
  });
});
