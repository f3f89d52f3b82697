import { describe, expect, it } from "vitest";
import { musicTrack, type TrackUse } from "../../src/shared/music-track.ts";

const EMPTY: TrackUse = { isFree: true, isEmpty: true, holdsMusic: false };
const MUSIC: TrackUse = { isFree: true, isEmpty: false, holdsMusic: true };
const MUSIC_THERE: TrackUse = { isFree: false, isEmpty: false, holdsMusic: true };
const DIALOGUE: TrackUse = { isFree: true, isEmpty: false, holdsMusic: false };
const DIALOGUE_THERE: TrackUse = { isFree: false, isEmpty: false, holdsMusic: false };

describe("music goes", () => {
  it.each<[string, readonly TrackUse[], number | null]>([
    ["to the first track of an empty sequence", [EMPTY, EMPTY], 0],
    ["past dialogue to an empty track, though nobody speaks there", [DIALOGUE, EMPTY, EMPTY], 1],
    ["to the track that holds music, though another is empty", [DIALOGUE, EMPTY, MUSIC], 2],
    ["to the first of two that hold music", [DIALOGUE, MUSIC, MUSIC], 1],
    ["to an empty track where the music's own is taken", [DIALOGUE, MUSIC_THERE, EMPTY], 2],
    ["to the lowest free track where none is empty", [DIALOGUE, DIALOGUE, DIALOGUE_THERE], 1],
    ["nowhere when every track is taken", [DIALOGUE_THERE, MUSIC_THERE], null],
    ["nowhere when there is no track", [], null],
  ])("%s", (_, tracks, wanted) => {
    expect(musicTrack(tracks)).toBe(wanted);
  });
});
