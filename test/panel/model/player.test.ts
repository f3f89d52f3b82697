import type { LocalAudio } from "../../../src/contract/track.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { Player } from "../../../src/panel/model/player.ts";
import { ChosenFolders, audioUrl } from "../../../src/panel/own-music/chosen-folders.ts";
import { FakeMedia } from "../fake-media.ts";
import { byHand, resultOf, settled } from "../results.ts";

const DAWN = resultOf();
const DUSK = resultOf({
  track: { id: "dusk", title: "Dusk", audio: { kind: "bundled", path: "audio/dusk.mp3" } },
  section: { start: 40, end: 50 },
});

const urlOf = (audio: LocalAudio): string => audioUrl(audio, new ChosenFolders());

let media: FakeMedia;
let player: Player;
let reading: { promise: Promise<string | null>; resolve: (url: string | null) => void };
const read = (): Promise<string | null> => reading.promise;

beforeEach(() => {
  media = new FakeMedia();
  reading = byHand();
  player = new Player(
    media.element,
    { urlOf: ({ audio }) => (audio.path.includes("unread") ? null : urlOf(audio)), read },
    () => undefined,
  );
});

/** Plays as far as a browser would before sound comes. */
function sound(): void {
  media.fire("playing");
}

describe("the player", () => {
  it("is empty at first, and reads ahead what is put in", () => {
    expect(media.preload).toBe("auto");
    expect(player.playback).toMatchObject({ result: null, status: "stopped" });
  });

  it("takes in what was offered while another track sounded, once that has ended", () => {
    player.play(DAWN);
    sound();
    player.offer(DUSK);
    expect(player.playback.result).toBe(DAWN);
    expect(player.playbackOf(DUSK)).toMatchObject({ result: DUSK, status: "stopped", time: 40 });
    player.stop();
    expect(player.playback).toMatchObject({ result: DUSK, status: "stopped", time: 40 });
    expect(media.src).toBe("audio/dusk.mp3");
  });

  it("plays from the best section", () => {
    player.play(DAWN);
    expect(media).toMatchObject({ src: "audio/dawn.mp3", currentTime: 20, paused: false });
    expect(player.playback.status).toBe("starting");
    sound();
    expect(player.playback.status).toBe("playing");
  });

  it("plays from where it is told", () => {
    player.play(DAWN, 70);
    expect(media.currentTime).toBe(70);
  });

  it("goes on from where it was paused", () => {
    player.play(DAWN);
    sound();
    media.currentTime = 33;
    player.toggle(DAWN);
    media.fire("pause");
    expect(player.playback.status).toBe("paused");
    player.toggle(DAWN);
    expect(media).toMatchObject({ currentTime: 33, paused: false });
  });

  it("ends the old sound when another is played", () => {
    player.play(DAWN);
    sound();
    player.toggle(DUSK);
    expect(media).toMatchObject({ src: "audio/dusk.mp3", currentTime: 40 });
    expect(player.playback.result).toBe(DUSK);
  });

  it("is not misled by the old sound's pause, which comes late", () => {
    player.play(DAWN);
    sound();
    player.toggle(DAWN);
    player.play(DUSK);
    media.fire("pause");
    expect(player.playback.status).toBe("starting");
  });

  it("offers a selected track silently, unless something sounds", () => {
    player.offer(DAWN);
    expect(media).toMatchObject({ src: "audio/dawn.mp3", currentTime: 20, paused: true });
    player.play(DAWN);
    player.offer(DUSK);
    expect(player.playback.result).toBe(DAWN);
  });

  it("goes back to the best section when it is stopped", () => {
    player.play(DAWN);
    sound();
    media.currentTime = 60;
    player.stop();
    media.fire("pause");
    expect(player.playback).toMatchObject({ status: "stopped", time: 20 });
  });

  it("starts anew at the best section after the end", () => {
    player.play(DAWN);
    sound();
    media.currentTime = 90;
    media.paused = true;
    media.ended = true;
    media.fire("pause");
    media.fire("ended");
    expect(player.playback.status).toBe("stopped");
    media.ended = false;
    player.toggle(DAWN);
    expect(media.currentTime).toBe(20);
  });

  it("says which file cannot be played, and tries again when asked to", () => {
    player.play(DAWN);
    media.paused = true;
    media.fire("error");
    expect(player.playback.status).toBe("failed");
    expect(player.playback.error?.message).toMatch(/Dawn.*audio\/dawn\.mp3/);
    player.play(DAWN);
    expect(player.playback).toMatchObject({ status: "starting", error: null });
  });

  it("names the editor's source monitor as the way to hear a file that the page may not read", () => {
    const audio = { kind: "file", path: "/music/dawn.wav" } as const;
    player.play(resultOf({ track: { audio } }));
    media.fire("error");
    expect(player.playback.error?.message).toMatch(/dawn\.wav.*editor's source monitor/);
  });

  it("is silent about an error of an empty element", () => {
    media.fire("error");
    expect(player.playback.error).toBeNull();
  });

  it("seeks within the track only", () => {
    player.play(DAWN, 3);
    player.seekBy(-5);
    expect(media.currentTime).toBe(0);
    player.seekBy(500);
    expect(media.currentTime).toBeCloseTo(89.9);
  });

  it("keeps the volume within its bounds", () => {
    player.setVolume(2);
    expect(media.volume).toBe(1);
    player.setVolume(-1);
    expect(media.volume).toBe(0);
  });
});

describe("the address of audio", () => {
  it("is beside the page for what came along, and a file URI for what is on the disk", () => {
    expect(urlOf({ kind: "bundled", path: "audio/dawn.mp3" })).toBe("audio/dawn.mp3");
    expect(urlOf({ kind: "file", path: "C:\\My Music\\a#1.wav" })).toBe(
      "file:///C:/My%20Music/a%231.wav",
    );
  });
});

describe("a track that is to be read first", () => {
  const UNREAD = resultOf({ track: { id: "u", audio: { kind: "file", path: "/unread/a.mp3" } } });

  it("is not read before it is played, and then plays from its best section", async () => {
    player.play(DAWN);
    player.stop();
    player.offer(UNREAD);
    expect(media).toMatchObject({ src: "", currentTime: 20 });
    player.play(UNREAD);
    expect([player.playback.status, media.paused]).toEqual(["starting", true]);
    reading.resolve("blob:a");
    await settled();
    expect(media).toMatchObject({ src: "blob:a", currentTime: 20, paused: false });
    player.toggle(UNREAD);
    expect(media.paused).toBe(true);
  });

  it("plays from where it is told meanwhile", async () => {
    player.play(UNREAD);
    player.play(UNREAD, 70);
    reading.resolve("blob:a");
    await settled();
    expect(media).toMatchObject({ src: "blob:a", currentTime: 70 });
  });

  it.each([
    ["stopped", () => player.stop()],
    ["paused", () => player.toggle(UNREAD)],
    ["left for another", () => player.play(DAWN)],
  ])("stays silent when it was %s meanwhile", async (_, act) => {
    player.play(UNREAD);
    act();
    const before = { src: media.src, paused: media.paused };
    reading.resolve("blob:a");
    await settled();
    expect(media).toMatchObject(before);
  });

  it("fails where it cannot be read, and says where it may be heard", async () => {
    player.play(UNREAD);
    reading.resolve(null);
    await settled();
    expect(player.playback.status).toBe("failed");
    expect(player.playback.error?.next).toMatch(/source monitor/);
  });
});
