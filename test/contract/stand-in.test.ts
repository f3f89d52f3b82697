import type { Cue } from "../../src/contract/editor-host.ts";
import { StandInHost } from "../../src/demo/stand-in-host.ts";
import { TimelineStore } from "../../src/demo/store.ts";
import {
  clearRange,
  markIn,
  markOut,
  movePlayhead,
  openTimeline,
  undo,
  type AudioClip,
  type Sequence,
  type VideoClip,
} from "../../src/demo/timeline.ts";
import { testEditorHost, type EditorHostHarness } from "./editor-host-contract.ts";

testEditorHost("The stand-in", openStandIn);

const AUDIO: Cue["audio"] = { kind: "bundled", path: "audio/first-light.mp3" };
const FRAME_RATE = 25;

function openStandIn(): EditorHostHarness {
  const store = new TimelineStore(openTimeline(emptySequence()));
  const library = {
    seconds: (audio: Cue["audio"]) => Promise.resolve(audio.path === AUDIO.path ? 60 : null),
  };
  const openedPages: string[] = [];
  let opensPages = true;
  const openTab = (page: string): boolean => {
    if (opensPages) openedPages.push(page);
    return opensPages;
  };
  const host = new StandInHost(store, library, "darkest", openTab);
  let offered = "";
  host.onOffer((cue) => (offered = cue?.title ?? ""));

  return {
    host,
    frame: 1 / FRAME_RATE,
    audioTracks: 3,
    audio: AUDIO,
    audioSeconds: 60,
    audioClips: () =>
      (store.timeline?.sequence.audio ?? []).flatMap((clips, track) =>
        clips.map(({ name, start, end, cue }) => ({
          name,
          track,
          start,
          end,
          sourceStart: cue?.source.start ?? 0,
        })),
      ),
    addAudioClip: (track, section) =>
      store.update((timeline) => {
        const clip: AudioClip = {
          ...section,
          id: "ambience",
          name: "Wind",
          kind: "ambience",
          cue: null,
        };
        const audio = timeline.sequence.audio.map((clips, index) =>
          index === track ? [...clips, clip] : clips,
        );
        return { ...timeline, sequence: { ...timeline.sequence, audio } };
      }),
    setPlayhead: (seconds) => store.update((timeline) => movePlayhead(timeline, seconds)),
    setRange: (range) =>
      store.update((timeline) =>
        range === null ? clearRange(timeline) : markOut(markIn(timeline, range.start), range.end),
      ),
    selectClips: (clips) =>
      store.update((timeline) => {
        const video = clips.map((clip, index): VideoClip => {
          const place = { id: `clip-${index}`, start: 200 + index, end: 201 + index };
          return { ...clip, ...place };
        });
        return {
          ...timeline,
          sequence: { ...timeline.sequence, video: [...timeline.sequence.video, ...video] },
          selection: video.map((clip) => clip.id),
        };
      }),
    setTheme: (theme) => {
      host.theme = theme;
    },
    undo: () => store.update(undo),
    closeSequence: () => store.open(null),
    openedPages,
    refusePages: () => {
      opensPages = false;
    },
    dragStrip: () => offered,
  };
}

function emptySequence(): Sequence {
  const picture: VideoClip = {
    id: "picture",
    name: "Picture",
    start: 0,
    end: 300,
    description: "",
    logNote: "",
    comment: "",
    markers: [],
    transcript: "",
  };
  return { name: "Rough cut", frameRate: FRAME_RATE, video: [picture], audio: [[], [], []] };
}
