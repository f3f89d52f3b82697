import type { Cue } from "../../src/contract/cue.ts";
import { StandInHost } from "../../src/demo/host/stand-in-host.ts";
import { TimelineStore } from "../../src/demo/store.ts";
import { changeAudio, undo } from "../../src/demo/timeline/edit.ts";
import { clearRange, markIn, markOut, movePlayhead } from "../../src/demo/timeline/marks.ts";
import {
  fileToSequence,
  openTimeline,
  type AudioClip,
  type Sequence,
  type Timeline,
  type VideoClip,
} from "../../src/demo/timeline/model.ts";
import { selectOnly } from "../../src/demo/timeline/selection.ts";
import { spoken } from "../../src/demo/timeline/spoken.ts";
import { markersOf } from "../../src/demo/timeline/track-markers.ts";
import { FakeTab } from "../demo/fake-tab.ts";
import { mp3Bytes } from "../shared/download/loopback.ts";
import {
  testEditorHost,
  type AudioClipOnTimeline,
  type EditorHostHarness,
} from "./editor-host-contract.ts";

testEditorHost("The stand-in", openStandIn);

const AUDIO: Cue["audio"] = { kind: "bundled", path: "audio/first-light.mp3" };
const OTHER: Cue["audio"] = { kind: "bundled", path: "audio/second-wind.mp3" };
const FRAME_RATE = 25;

function openStandIn(): EditorHostHarness {
  const store = new TimelineStore(openTimeline(emptySequence()));
  const library = {
    seconds: ({ path }: Cue["audio"]) =>
      Promise.resolve([AUDIO.path, OTHER.path].includes(path) ? 60 : null),
    content: (path: string) =>
      Promise.resolve(path === AUDIO.path ? Buffer.from(content).toString("latin1") : null),
  };
  const content = new Uint8Array(mp3Bytes(20, 1));
  const tab = new FakeTab();
  const host = new StandInHost(store, library, tab, "darkest");
  let made = 0;

  /** What a person does by hand: no edit of the host's, and so no step of its undo. */
  const byHand = (change: (timeline: Timeline) => Partial<Sequence>): void =>
    store.update((timeline) => ({
      ...timeline,
      sequence: { ...timeline.sequence, ...change(timeline) },
    }));
  const find = (shown: AudioClipOnTimeline): AudioClip => {
    const clip = store.timeline?.sequence.audio[shown.track]?.find(
      ({ start }) => start === shown.start,
    );
    if (clip === undefined) throw new Error(`No clip is where ${shown.name} was.`);
    return clip;
  };
  const changeByHand = (shown: AudioClipOnTimeline, changes: Partial<AudioClip>): void => {
    const changed = find(shown);
    byHand(({ sequence }) =>
      changeAudio(sequence, (clip) => (clip === changed ? { ...clip, ...changes } : clip)),
    );
  };

  return {
    host,
    frame: 1 / FRAME_RATE,
    audioTracks: 3,
    audio: AUDIO,
    otherAudio: OTHER,
    audioSeconds: 60,
    audioBytes: () => content,
    audioClips: () => {
      const sequence = store.timeline?.sequence;
      return (sequence?.audio ?? []).flatMap((clips, track) =>
        clips.map((clip) => ({ ...shownAs(clip, track), markers: markersIn(sequence, clip) })),
      );
    },
    addAudioClip: (track, section, words = []) => {
      const clip = ambience(`wind-${++made}`, section.start, section.end);
      byHand(({ sequence }) => ({
        audio: sequence.audio.map((clips, index) =>
          index === track
            ? [...clips, { ...clip, words }].sort((a, b) => a.start - b.start)
            : clips,
        ),
      }));
    },
    selectAudioClips: (clips) =>
      store.update((timeline) => selectOnly(timeline, new Set(clips.map((clip) => find(clip).id)))),
    setVolume: (clip, volume) => changeByHand(clip, { volume }),
    rename: (clip, name) => changeByHand(clip, { name }),
    remove: (shown) => {
      const gone = find(shown);
      byHand(({ sequence }) => ({
        audio: sequence.audio.map((track) => track.filter((clip) => clip !== gone)),
      }));
    },
    setPlayhead: (seconds) => store.update((timeline) => movePlayhead(timeline, seconds)),
    setRange: (range) =>
      store.update((timeline) =>
        range === null ? clearRange(timeline) : markOut(markIn(timeline, range.start), range.end),
      ),
    addSequenceMarker: (at, name, comments) =>
      byHand(({ sequence }) => ({ markers: [...sequence.markers, { at, name, comments }] })),
    selectClips: (clips) => {
      const video = clips.map(({ transcript, ...texts }, index): VideoClip => {
        const place = { id: `clip-${index}`, start: 200 + index, end: 201 + index };
        const words = spoken(transcript, 0, 1);
        return { ...texts, ...place, sourceStart: 0, scenery: "fox", words };
      });
      byHand(({ sequence }) => ({ video: [...sequence.video, ...video] }));
      store.update((timeline) => selectOnly(timeline, new Set(video.map(({ id }) => id))));
    },
    addPicture: (section) => {
      const texts = { description: "", logNote: "", comment: "", keywords: [], location: "" };
      const project = { columns: [], bins: [] };
      const file = { sourceStart: 0, words: [], markers: [], scenery: "fox" };
      const id = `picture-${++made}`;
      byHand(({ sequence }) => ({
        video: [
          ...sequence.video,
          { ...texts, ...project, ...file, ...section, id, name: "Cutaway" },
        ],
      }));
    },
    undo: () => store.update(undo),
    closeSequence: () => store.open(null),
    setTheme: (theme) => host.setTheme(theme),
    dragStrip: () => host.showing.offered?.title ?? "",
    monitor: () => {
      const { source } = host.showing;
      return source === null ? null : { file: source.audio.path, at: source.source.start };
    },
    downloads: null,
    ownMusic: null,
    folders: ["Film/Music", "Archive/Music"],
    willPick: (path) => {
      tab.pick = path;
    },
    savedFiles: () => tab.saved,
    openedPages: tab.opened,
    refusePages: () => {
      tab.opensPages = false;
    },
  };
}

function shownAs(clip: AudioClip, track: number): Omit<AudioClipOnTimeline, "markers"> {
  const { name, start, end, sourceStart, volume, envelope } = clip;
  const by = fileToSequence(clip);
  const drawn = envelope.map(({ at, gain }) => ({ at: at + by, volume: volume * gain }));
  const still = [{ at: start, volume }];
  return { name, track, start, end, sourceStart, volume: drawn.length > 0 ? drawn : still };
}

function markersIn(
  sequence: Sequence | undefined,
  clip: AudioClip,
): AudioClipOnTimeline["markers"] {
  return sequence === undefined ? [] : markersOf(sequence, clip);
}

function ambience(id: string, start: number, end: number): AudioClip {
  const untouched = { sourceStart: 0, words: [], tag: null, volume: 1, envelope: [] };
  return { ...untouched, id, name: "Wind", kind: "ambience", start, end };
}

function emptySequence(): Sequence {
  const texts = { description: "", logNote: "", comment: "", keywords: [], location: "" };
  const project = { columns: [], bins: [] };
  const file = { sourceStart: 0, words: [], markers: [], scenery: "canopy" };
  const picture = {
    ...texts,
    ...project,
    ...file,
    id: "picture",
    name: "Picture",
    start: 0,
    end: 300,
  };
  return {
    name: "Rough cut",
    frameRate: FRAME_RATE,
    video: [picture],
    audio: [[], [], []],
    markers: [],
    trackMarkers: {},
  };
}
