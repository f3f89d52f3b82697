import { join } from "node:path";
import { PremiereHost } from "../../plugin/premiere-host.ts";
import type { SceneClip } from "../../src/contract/selection.ts";
import type { Fetch } from "../../src/shared/download/reply.ts";
import { ROOT } from "../../tools/build/inputs.ts";
import { readManifest } from "../../tools/package/manifest.ts";
import type { AudioClipOnTimeline, EditorHostHarness } from "../contract/editor-host-contract.ts";
import { mp3Bytes } from "../shared/download/loopback.ts";
import type { Build } from "./fake/build.ts";
import type { Calls } from "./fake/calls.ts";
import { setVolume } from "./fake/components.ts";
import { FakeDisk, nameOf, PLUGIN_FOLDER } from "./fake/disk.ts";
import { FakeDocument, FakeElement, FakeWindow } from "./fake/document.ts";
import { EVENTS, FakeEventManager, fakePremiere } from "./fake/premiere.ts";
import {
  FakeState,
  makeSequence,
  NOT_SET,
  type ClipNode,
  type ItemNode,
  type SequenceNode,
} from "./fake/state.ts";
import { FakeFs } from "./fake/fs.ts";
import { FakeNetwork } from "./fake/network.ts";
import { FakeMemory, FakeUxp } from "./fake/uxp.ts";
import {
  binAt,
  clipNode,
  itemTexts,
  onTimeline,
  seconds,
  speech,
  ticks,
} from "./premiere-clips.ts";

export { ticks, transcriptJson } from "./premiere-clips.ts";

export const AUDIO_PATH = "audio/first-light.mp3";
export const OTHER_AUDIO_PATH = "audio/second-wind.mp3";
/** The folder the imagined editor chooses for music. */
export const MUSIC_FOLDER = "/Users/editor/Film/Music";
/** A folder of music of the imagined editor's own. */
export const OWN_FOLDER = "/Volumes/Drive/My music";
/** The folder that takes downloads, and the address of the host's files. */
export const DOWNLOAD_FOLDER = "/Users/editor/Downloads";
export const FILES = "https://incompetech.com/music/royalty-free/mp3-royaltyfree/";
const OTHER_FOLDER = "/Users/editor/Other film/Music";
export const FRAMES_PER_SECOND = 25;
const AUDIO_SECONDS = 60;

const PERMISSIONS = readManifest(join(ROOT, "manifest.json")).requiredPermissions;

/** The plugin's host over an imagined Premiere, with everything a test may want to reach. */
export interface PremiereHarness extends EditorHostHarness {
  readonly host: PremiereHost;
  readonly calls: Calls;
  readonly disk: FakeDisk;
  readonly document: FakeDocument;
  readonly events: FakeEventManager;
  readonly fs: FakeFs;
  readonly fetch: Fetch;
  readonly memory: FakeMemory;
  readonly network: FakeNetwork;
  readonly state: FakeState;
  readonly strip: FakeElement;
  readonly uxp: FakeUxp;
  readonly window: FakeWindow;
  /** Adds a clip to the project's top level, with these texts. */
  addProjectItem(clip: SceneClip): ItemNode;
}

/** In what ways this Premiere differs from 26.3, and how its sequence counts time. */
interface PremiereOptions extends Partial<Build> {
  readonly framesPerSecond?: number;
}

export function openPremiere(options: PremiereOptions = {}): PremiereHarness {
  const { framesPerSecond = FRAMES_PER_SECOND, ...build } = options;
  const disk = new FakeDisk();
  disk.addAudio(`${PLUGIN_FOLDER}/page/${AUDIO_PATH}`, AUDIO_SECONDS);
  disk.addAudio(`${PLUGIN_FOLDER}/page/${OTHER_AUDIO_PATH}`, AUDIO_SECONDS);
  disk.folders.add(MUSIC_FOLDER).add(OTHER_FOLDER);
  const state = new FakeState(disk, makeSequence({ framesPerSecond }), build);
  const picture = state.makeItem("Picture", { duration: ticks(300) });
  state.sequence?.video[0]?.push(clipNode(picture, { start: 0, end: 300 }));

  const uxp = new FakeUxp(disk, PERMISSIONS);
  uxp.fileSystem.picks.push(MUSIC_FOLDER);
  const window = new FakeWindow();
  const document = new FakeDocument(window);
  const events = new FakeEventManager();
  const memory = new FakeMemory();
  const fs = new FakeFs(disk);
  const network = new FakeNetwork(PERMISSIONS);
  const { fetch } = network;
  const premiere = fakePremiere(state, events);
  const host = new PremiereHost({ premiere, uxp, fs, document, memory, fetch });
  const { strip } = host;
  if (!(strip instanceof FakeElement)) throw new Error("The strip is no element.");
  const sequence = (): SequenceNode => {
    if (state.sequence === null) throw new Error("The test has closed the sequence.");
    return state.sequence;
  };
  const clips = (): ClipNode[] => [...sequence().video, ...sequence().audio].flat();
  const nodeOf = ({ track, start }: AudioClipOnTimeline): ClipNode => {
    const found = sequence().audio[track]?.find((clip) => seconds(clip.start) === start);
    if (found === undefined) throw new Error(`No clip on track ${track} at ${start} s.`);
    return found;
  };
  const addItem = (name: string, fields: Partial<ItemNode>): ItemNode => {
    const item = state.makeItem(name, fields);
    state.root.children?.push(item);
    return item;
  };
  const addProjectItem = (clip: SceneClip): ItemNode => {
    const item = state.makeItem(clip.name, itemTexts(clip));
    binAt(state, clip.bins).children?.push(item);
    return item;
  };
  const select = (chosen: (clip: ClipNode) => boolean): void => {
    clips().forEach((clip) => (clip.selected = chosen(clip)));
    events.fire(EVENTS.SequenceEvent.SELECTION_CHANGED);
  };

  return {
    host,
    calls: state.calls,
    disk,
    document,
    events,
    fetch,
    fs,
    memory,
    network,
    state,
    strip,
    uxp,
    window,
    frame: 1 / framesPerSecond,
    audioTracks: 3,
    audio: { kind: "bundled", path: AUDIO_PATH },
    otherAudio: { kind: "bundled", path: OTHER_AUDIO_PATH },
    audioSeconds: AUDIO_SECONDS,
    audioBytes: () => disk.read(`${PLUGIN_FOLDER}/page/${AUDIO_PATH}`),
    addProjectItem,
    audioClips: () =>
      (state.sequence?.audio ?? []).flatMap((track, index) => track.map(onTimeline(index))),
    addAudioClip: (track, section, words) => {
      const item = words === undefined ? picture : addItem("Voice", speech(words));
      sequence().audio[track]?.push(clipNode(item, section));
    },
    selectAudioClips: (chosen) => {
      const nodes = chosen.map(nodeOf);
      select((clip) => nodes.includes(clip));
    },
    setVolume: (clip, volume) => setVolume(nodeOf(clip), volume),
    rename: (clip, name) => {
      const node = nodeOf(clip);
      node.name = name;
      if (node.item !== null) node.item.name = name;
    },
    remove: (clip) => {
      const track = sequence().audio[clip.track];
      track?.splice(track.indexOf(nodeOf(clip)), 1);
    },
    setPlayhead: (at) => {
      sequence().playhead = ticks(at);
    },
    setRange: (range) => {
      sequence().inPoint = range === null ? NOT_SET : ticks(range.start);
      sequence().outPoint = range === null ? NOT_SET : ticks(range.end);
    },
    addSequenceMarker: (at, name, comments) => {
      sequence().markers.push({ name, comments, start: ticks(at) });
    },
    selectClips: (chosen) => {
      const added = chosen.flatMap((clip, index) => {
        const item = addProjectItem(clip);
        const section = { start: 200 + index, end: 201 + index };
        // A click on a linked clip selects its picture and its sound.
        const [sight, sound] = [clipNode(item, section), clipNode(item, section)];
        sequence().video[1]?.push(sight);
        sequence().audio[2]?.push(sound);
        return [sight, sound];
      });
      select((clip) => added.includes(clip));
    },
    addPicture: (section) => {
      sequence().video[1]?.push(clipNode(picture, section));
    },
    undo: () => state.ledger.undo(),
    closeSequence: () => {
      state.sequence = null;
      events.fire(EVENTS.SequenceEvent.CLOSED);
    },
    setTheme: (theme) => document.setTheme(theme),
    dragStrip: () => (strip.style.display === "none" ? "" : strip.text),
    monitor: () => {
      const { path, position, speed } = state.monitor;
      return path === null || speed === 0 ? null : { file: path, at: seconds(position) };
    },
    folders: [MUSIC_FOLDER, OTHER_FOLDER],
    willPick: (path) => {
      uxp.fileSystem.picks.unshift(path);
    },
    downloads: {
      addresses: [`${FILES}C-Funk.mp3`, `${FILES}Poofy%20Reel.mp3`],
      folder: DOWNLOAD_FOLDER,
      offer: (address, held = false) => {
        const bytes = mp3Bytes(500, address.length);
        network.offer(address, bytes, held ? { until: bytes.length / 2 } : {});
        return bytes;
      },
      release: () => network.release(),
      files: () => disk.list(DOWNLOAD_FOLDER).map(nameOf).sort(),
      read: (name) => disk.read(`${DOWNLOAD_FOLDER}/${name}`),
      asked: network.asked,
    },
    ownMusic: {
      path: OWN_FOLDER,
      add: (name, content) => addBelow(disk, OWN_FOLDER, name, content),
      unplug: () => disk.unplug(OWN_FOLDER),
    },
    savedFiles: () => new Map(uxp.fileSystem.saved.map((path) => [path, disk.text(path)])),
    openedPages: uxp.shell.opened,
    refusePages: () => {
      uxp.shell.consents = false;
    },
  };
}

/** Puts a file into a folder, with the folders on the way. */
export function addBelow(disk: FakeDisk, folder: string, name: string, content: Uint8Array): void {
  const parts = name.split("/").slice(0, -1);
  parts.forEach((_, at) => disk.folders.add([folder, ...parts.slice(0, at + 1)].join("/")));
  disk.files.set(`${folder}/${name}`, content);
}
