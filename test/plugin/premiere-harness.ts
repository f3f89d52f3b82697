import { join } from "node:path";
import { PremiereHost } from "../../plugin/premiere-host.ts";
import type { Cue, SceneClip } from "../../src/contract/editor-host.ts";
import type { Section } from "../../src/contract/track.ts";
import { ROOT } from "../../tools/build/inputs.ts";
import { readManifest } from "../../tools/manifest.ts";
import type { AudioClipOnTimeline, EditorHostHarness } from "../contract/editor-host-contract.ts";
import { FakeDisk, PLUGIN_FOLDER } from "./fake/disk.ts";
import { FakeDocument, FakeElement, FakeWindow } from "./fake/document.ts";
import { EVENTS, FakeEventManager, fakePremiere } from "./fake/premiere.ts";
import { FakeState, type ClipNode, type ItemNode, type SequenceNode } from "./fake/state.ts";
import { TICKS_PER_SECOND } from "./fake/times.ts";
import { FakeMemory, FakeUxp } from "./fake/uxp.ts";

export const AUDIO_PATH = "audio/first-light.mp3";
/** The folder the imagined editor chooses for music. */
export const MUSIC_FOLDER = "/Users/editor/Film/Music";
export const FRAMES_PER_SECOND = 25;

const NOT_SET = -400_000;
const PERMISSIONS = readManifest(join(ROOT, "manifest.json")).requiredPermissions;

/** The plugin's host over an imagined Premiere, with everything a test may want to reach. */
export interface PremiereHarness extends EditorHostHarness {
  readonly host: PremiereHost;
  readonly disk: FakeDisk;
  readonly document: FakeDocument;
  readonly events: FakeEventManager;
  readonly memory: FakeMemory;
  readonly state: FakeState;
  readonly strip: FakeElement;
  readonly uxp: FakeUxp;
  readonly window: FakeWindow;
  /** Adds a clip to the project's top level, with these texts. */
  addProjectItem(clip: SceneClip): ItemNode;
}

export function openPremiere(): PremiereHarness {
  const disk = new FakeDisk();
  disk.addAudio(`${PLUGIN_FOLDER}/page/${AUDIO_PATH}`, 60);
  disk.folders.add(MUSIC_FOLDER);
  const state = new FakeState(disk, emptySequence());
  const picture = state.makeItem("Picture", { duration: ticks(300) });
  state.sequence?.video[0]?.push(clipNode(picture, { start: 0, end: 300 }));

  const uxp = new FakeUxp(disk, PERMISSIONS);
  uxp.fileSystem.picks.push(MUSIC_FOLDER);
  const window = new FakeWindow();
  const document = new FakeDocument(window);
  const events = new FakeEventManager();
  const memory = new FakeMemory();
  const premiere = fakePremiere(state, events);
  const host = new PremiereHost({ premiere, uxp, document, memory });
  const { strip } = host;
  if (!(strip instanceof FakeElement)) throw new Error("The strip is no element.");
  const sequence = (): SequenceNode => {
    if (state.sequence === null) throw new Error("The test has closed the sequence.");
    return state.sequence;
  };
  const addProjectItem = (clip: SceneClip): ItemNode => {
    const item = state.makeItem(clip.name, itemTexts(clip));
    state.root.children?.push(item);
    return item;
  };

  return {
    host,
    disk,
    document,
    events,
    memory,
    state,
    strip,
    uxp,
    window,
    frame: 1 / FRAMES_PER_SECOND,
    audioTracks: 3,
    audio: { kind: "bundled", path: AUDIO_PATH } satisfies Cue["audio"],
    audioSeconds: 60,
    addProjectItem,
    audioClips: () => sequence().audio.flatMap((clips, track) => clips.map(onTimeline(track))),
    addAudioClip: (track, section) => {
      sequence().audio[track]?.push(clipNode(picture, section));
    },
    setPlayhead: (seconds) => {
      sequence().playhead = ticks(seconds);
    },
    setRange: (range) => {
      sequence().inPoint = range === null ? ticks(NOT_SET) : ticks(range.start);
      sequence().outPoint = range === null ? ticks(NOT_SET) : ticks(range.end);
    },
    selectClips: (clips) => {
      const { video, audio } = sequence();
      [...video, ...audio].flat().forEach((clip) => (clip.selected = false));
      clips.forEach((clip, index) => {
        const item = addProjectItem(clip);
        const section = { start: 200 + index, end: 201 + index };
        // A click on a linked clip selects its picture and its sound.
        video[1]?.push({ ...clipNode(item, section), selected: true });
        audio[2]?.push({ ...clipNode(item, section), selected: true });
      });
      events.fire(EVENTS.SequenceEvent.SELECTION_CHANGED);
    },
    setTheme: (theme) => document.setTheme(theme),
    undo: () => state.ledger.undo(),
    closeSequence: () => {
      state.sequence = null;
      events.fire(EVENTS.SequenceEvent.CLOSED);
    },
    openedPages: uxp.shell.opened,
    refusePages: () => {
      uxp.shell.consents = false;
    },
    dragStrip: () => (strip.style.display === "none" ? "" : strip.text),
  };
}

export function ticks(seconds: number): number {
  return Math.round(seconds * TICKS_PER_SECOND);
}

/** A transcript as Premiere exports it, one word an entry. */
export function transcriptJson(text: string): string {
  const words = text.split(" ").map((word) => ({ text: word, start: 0, duration: 0.2 }));
  return JSON.stringify({ language: "en-us", segments: [{ words }], speakers: [] });
}

function emptySequence(): SequenceNode {
  return {
    name: "Rough cut",
    framesPerSecond: FRAMES_PER_SECOND,
    playhead: 0,
    inPoint: ticks(NOT_SET),
    outPoint: ticks(NOT_SET),
    video: [[], []],
    audio: [[], [], []],
  };
}

function itemTexts(clip: SceneClip): Partial<ItemNode> {
  return {
    columns: [
      { ColumnName: "Name", ColumnValue: clip.name },
      { ColumnName: "Media Duration", ColumnValue: 254_016_000_000 },
      { ColumnName: "Description", ColumnValue: clip.description },
      { ColumnName: "Log Note", ColumnValue: clip.logNote },
      { ColumnName: "Comment", ColumnValue: clip.comment },
    ],
    markers: clip.markers,
    transcript: clip.transcript === "" ? null : transcriptJson(clip.transcript),
  };
}

function clipNode(item: ItemNode, section: Section): ClipNode {
  return {
    item,
    name: item.name,
    start: ticks(section.start),
    end: ticks(section.end),
    sourceStart: 0,
    selected: false,
  };
}

function onTimeline(track: number): (clip: ClipNode) => AudioClipOnTimeline {
  return (clip) => ({
    name: clip.name,
    track,
    start: clip.start / TICKS_PER_SECOND,
    end: clip.end / TICKS_PER_SECOND,
    sourceStart: clip.sourceStart / TICKS_PER_SECOND,
  });
}
