import { beforeEach, describe, expect, it } from "vitest";
import type { InsertReport } from "../../../src/contract/cue.ts";
import { HostError } from "../../../src/contract/errors.ts";
import { Picture } from "../../../src/panel/compare/picture.ts";
import { Player } from "../../../src/panel/model/player.ts";
import { Sound } from "../../../src/panel/model/sound.ts";
import { DAWN, ToolsBench } from "../editor/tools-bench.ts";
import { FakeMedia } from "../fake-media.ts";
import { byHand, settled } from "../results.ts";
import { REPORT } from "../test-editor.ts";

let bench: ToolsBench;
let player: Player;
let sound: Sound;

beforeEach(async () => {
  bench = await ToolsBench.open();
  player = new Player(
    new FakeMedia().element,
    { urlOf: ({ audio }) => audio.path, read: () => Promise.resolve(null) },
    () => undefined,
  );
  sound = new Sound({
    player,
    editor: bench.link,
    tools: bench.tools,
    picture: new Picture({
      player,
      editor: bench.link,
      startOf: ({ section }) => section.start,
      tell: () => undefined,
      changed: () => undefined,
    }),
    tell: (told) => (bench.notice = told),
    changed: () => undefined,
  });
});

describe("the editor's source monitor", () => {
  it("plays a track and stops it again", async () => {
    await sound.togglePreview(DAWN);
    expect(bench.editor.preview.mock.calls[0]?.[0]).toMatchObject({ trackId: "dawn" });
    expect(sound.previewed).toBe("dawn");
    await sound.togglePreview(DAWN);
    expect(bench.editor.stopPreview).toHaveBeenCalledTimes(1);
    expect(sound.previewed).toBeNull();
  });

  it("is stopped also while it is still opening the file, and not before it plays", async () => {
    const opening = byHand<undefined>();
    bench.editor.preview.mockReturnValueOnce(opening.promise);
    const playing = sound.togglePreview(DAWN);
    const stopping = sound.togglePreview(DAWN);
    await settled();
    expect(bench.editor.stopPreview).not.toHaveBeenCalled();
    opening.resolve(undefined);
    await Promise.all([playing, stopping]);
    expect(bench.editor.stopPreview).toHaveBeenCalledTimes(1);
    expect(sound.previewed).toBeNull();
  });

  it("plays while something else is being done, which may take a while", async () => {
    const insertion = byHand<InsertReport>();
    bench.editor.insert.mockReturnValueOnce(insertion.promise);
    const inserting = bench.tools.insert(DAWN, false);
    await sound.togglePreview(DAWN);
    expect(sound.previewed).toBe("dawn");
    insertion.resolve(REPORT);
    await inserting;
  });

  it("is not believed to play what it refused", async () => {
    bench.editor.preview.mockRejectedValueOnce(
      new HostError({ what: "No monitor.", next: "Open it." }),
    );
    await sound.togglePreview(DAWN);
    expect(sound.previewed).toBeNull();
    expect(bench.notice?.text).toBe("No monitor. Open it.");
  });

  it("falls silent when the panel plays, and the panel when it plays", async () => {
    await sound.togglePreview(DAWN);
    sound.play(DAWN);
    await settled();
    expect([sound.previewed, player.isSounding]).toEqual([null, true]);
    expect(bench.editor.stopPreview).toHaveBeenCalledTimes(1);
    await sound.togglePreview(DAWN);
    expect([sound.previewed, player.isSounding]).toEqual(["dawn", false]);
  });
});
