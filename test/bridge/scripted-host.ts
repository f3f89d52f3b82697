import { beforeEach, vi, type MockInstance } from "vitest";
import {
  COMMAND_NAMES,
  type CommandInput,
  type CommandName,
  type CommandOutput,
} from "../../src/bridge/messages.ts";
import type { Cue } from "../../src/contract/cue.ts";
import { DEFAULT_DUCKING } from "../../src/contract/ducking.ts";
import type { EditorHost, HostEvent } from "../../src/contract/editor-host.ts";
import { NeedledropError } from "../../src/contract/errors.ts";
import { sceneClip } from "../scene-clip.ts";
import { memoryWire, type MemoryEnd } from "./memory-wire.ts";

export const CUE: Cue = {
  trackId: "t",
  title: "T",
  artist: "A",
  licence: { id: "CC0-1.0", name: "Zero" },
  audio: { kind: "bundled", path: "audio/t.mp3" },
  source: { start: 0, end: 10 },
};
const LAID = {
  clipName: "T",
  audioTrack: 1,
  start: 2,
  end: 12,
  pushed: 0,
  undoSteps: 1,
  notes: [],
};
const FOLDER = { id: "folder-1", name: "Music", path: "/Volumes/Drive/Music" };
export const SCENE_CLIP = sceneClip({ keywords: ["fox"] });

/** For each command an input, and the answer that the scripted host gives. */
export const EXAMPLES: {
  readonly [C in CommandName]: {
    readonly input: CommandInput<C>;
    readonly output: CommandOutput<C>;
  };
} = {
  describe: {
    input: undefined,
    output: {
      name: "Scripted",
      version: "1",
      theme: "dark",
      rowDrag: false,
      importable: ["mp3"],
      ownFolders: true,
      playsSequence: true,
      downloadHosts: ["music.example"],
    },
  },
  readPlace: {
    input: undefined,
    output: {
      project: { id: "p", name: "P" },
      sequence: { name: "S", seconds: 9, playhead: 1, range: null, audioTracks: 3 },
    },
  },
  readSelection: {
    input: undefined,
    output: {
      clips: [SCENE_CLIP],
      markers: [{ name: "M", comments: "" }],
      sequence: "S",
      unreadable: ["Title"],
    },
  },
  insert: { input: { cue: CUE, at: null, track: "new", ripple: true }, output: LAID },
  insertRow: {
    input: {
      cue: CUE,
      passages: [{ source: { start: 0, end: 4 }, at: 0 }],
      at: null,
      track: "music",
    },
    output: { ...LAID, clips: 1 },
  },
  replace: { input: CUE, output: { ...LAID, notes: ["Shorter."] } },
  addMarkers: {
    input: { trackId: "t", title: "T", markers: [{ name: "Drop", at: 3, seconds: 0 }] },
    output: { added: 1, present: 0, undoSteps: 1 },
  },
  duck: {
    input: DEFAULT_DUCKING,
    output: { clips: 1, dips: 2, basis: "transcript", dialogue: [0], notes: [] },
  },
  unduck: { input: undefined, output: { clips: 1, notes: [] } },
  playSequence: { input: { from: 12.5 }, output: { isPlaying: true, at: 12.5, frame: 0.04 } },
  stopSequence: { input: undefined, output: undefined },
  preview: { input: CUE, output: undefined },
  stopPreview: { input: undefined, output: undefined },
  offerDrag: { input: null, output: undefined },
  readCueSheet: {
    input: undefined,
    output: { sequence: "S", frameRate: 25, zero: 3600, rows: [], unidentified: ["Old"] },
  },
  saveText: { input: { name: "cues.csv", text: "a;b" }, output: { path: null } },
  readCuts: {
    input: undefined,
    output: {
      of: "range",
      span: { start: 4, end: 9 },
      frameRate: 25,
      cuts: [5, 6.4],
      markers: [{ at: 8, name: "Turn" }],
      omitted: 0,
    },
  },
  framesOf: {
    input: { count: 1, size: 224 },
    output: { frames: [{ at: 1, clip: "C", type: "image/jpeg", data: "/9j/" }], notes: [] },
  },
  readMusicFolder: { input: undefined, output: { path: "/Film/Music" } },
  chooseMusicFolder: { input: undefined, output: { path: null } },
  findWav: { input: { name: "Größe.wav", bytes: 9 }, output: { path: null } },
  writeWav: {
    input: { name: "Größe.wav", bytes: 9, position: 3, data: "AAE=" },
    output: { path: "/Film/Music/Größe.wav" },
  },
  dropWav: { input: "Größe.wav", output: undefined },
  addFolder: { input: undefined, output: FOLDER },
  knownFolders: { input: undefined, output: [FOLDER] },
  listFolder: {
    input: { folder: "folder-1", from: 0 },
    output: {
      files: [{ name: "sub/Länge 🎻.wav", bytes: 5, modified: 7.5 }],
      unreadable: ["x.wav"],
      done: true,
    },
  },
  readFile: {
    input: { folder: "folder-1", name: "sub/a.wav", position: 3, length: 2 },
    output: "AAE=",
  },
  forgetFolder: { input: "folder-1", output: undefined },
  downloadSettings: { input: undefined, output: { folder: null, trusted: ["music.example"] } },
  chooseDownloadFolder: {
    input: undefined,
    output: { id: "folder-1", name: "Got", path: "/Got", takes: "catalogue" },
  },
  trustHost: { input: { host: "music.example", isTrusted: true }, output: undefined },
  download: {
    input: {
      ...{ trackId: "t", title: "T", artist: "A", page: null },
      licence: { id: "CC0-1.0", name: "CC0" },
      address: "https://music.example/T.mp3",
    },
    output: { name: "T.mp3", bytes: 7, isNew: true },
  },
  cancelDownload: { input: "t", output: undefined },
  openPage: { input: "https://example.org/a?b=c", output: undefined },
  check: {
    input: { scratch: true },
    output: [{ id: "x", name: "X", outcome: "note", detail: "" }],
  },
  echo: { input: "Länge 🎻", output: "Länge 🎻" },
};

/** Every command as a method that answers its example, and that a test may put another in place of. */
type Methods = { -readonly [C in CommandName]: EditorHost[C] };

export type ScriptedHost = Methods & {
  readonly listeners: Set<(event: HostEvent) => void>;
  onEvent: EditorHost["onEvent"];
  /** What was called with what, in order. */
  readonly calls: { readonly command: CommandName; readonly input: unknown }[];
};

export function scriptedHost(): ScriptedHost {
  const calls: { command: CommandName; input: unknown }[] = [];
  const listeners = new Set<(event: HostEvent) => void>();
  const methods = Object.fromEntries(
    COMMAND_NAMES.map((command) => [
      command,
      (input: unknown) => {
        calls.push({ command, input });
        return Promise.resolve(EXAMPLES[command].output);
      },
    ]),
  ) as unknown as Methods;
  return {
    ...methods,
    calls,
    listeners,
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A message from the host as the page's end hears it. */
export interface Sent {
  readonly kind?: string;
  readonly id?: number;
  readonly session?: string;
  readonly output?: unknown;
  readonly error?: { readonly code: string; readonly what: string; readonly input?: string };
}

export interface BridgeBench {
  wire: { page: MemoryEnd; host: MemoryEnd };
  host: ScriptedHost;
  /** Everything the page's end was sent. */
  sent: Sent[];
  /** What was told to the console. */
  told: MockInstance<typeof console.error>;
}

/** A wire and a host for each test, in a time that stands still until it is told to pass. */
export function bridgeBench(): BridgeBench {
  const bench = {} as BridgeBench;
  beforeEach(() => {
    vi.useFakeTimers();
    bench.wire = memoryWire();
    bench.host = scriptedHost();
    bench.sent = [];
    bench.wire.page.listen((data) => bench.sent.push(data as Sent));
    bench.told = vi.spyOn(console, "error").mockReturnValue(undefined);
    return () => {
      vi.useRealTimers();
      vi.restoreAllMocks();
    };
  });
  return bench;
}

/** Lets everything that waits for nothing but its turn happen. */
export const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

/** The error that a call fails with. */
export async function failureOf(call: Promise<unknown>): Promise<NeedledropError> {
  const thrown: unknown = await call.catch((error: unknown) => error);
  if (thrown instanceof NeedledropError) return thrown;
  throw new Error(`Expected a NeedledropError, got ${String(thrown)}`);
}

/** From now on the host answers the command only when it is released. */
export function held(host: ScriptedHost, command: CommandName): { readonly release: () => void } {
  const waiting: (() => void)[] = [];
  const methods: Record<string, unknown> = host;
  methods[command] = (input: unknown) => {
    host.calls.push({ command, input });
    return new Promise((resolve) => waiting.push(() => resolve(EXAMPLES[command].output)));
  };
  return { release: () => waiting.splice(0).forEach((answer) => answer()) };
}
