import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_DUCKING } from "../../src/contract/ducking.ts";
import { HostError } from "../../src/contract/errors.ts";
import { sceneClip } from "../scene-clip.ts";
import { cueOf, requestOf } from "./cues.ts";
import { openPremiere, OTHER_AUDIO_PATH, type PremiereHarness } from "./premiere-harness.ts";

const WORDS = [{ text: "You", start: 2, end: 2.4 }];
const SCENE = sceneClip({
  name: "Fox",
  description: "A young fox plays.",
  transcript: "You learn to hear it.",
});
const OTHER = cueOf({
  trackId: "second-wind",
  title: "Second Wind",
  audio: { kind: "bundled", path: OTHER_AUDIO_PATH },
});

type Act = (editor: PremiereHarness) => Promise<unknown>;
const replaceMusic: Act = (editor) => {
  const music = editor.audioClips().filter(({ name }) => name === "First Light");
  editor.selectAudioClips(music);
  return editor.host.replace(OTHER);
};
const setMarker: Act = ({ host }) =>
  host.addMarkers({
    trackId: "first-light",
    title: "First Light",
    markers: [{ name: "Bar 2", at: 2, seconds: 0 }],
  });

const READING: [string, Act][] = [
  ["readPlace", ({ host }) => host.readPlace()],
  ["readSelection", ({ host }) => host.readSelection()],
  ["readCueSheet", ({ host }) => host.readCueSheet()],
  ["framesOf", ({ host }) => host.framesOf({ count: 1, size: 224 })],
  ["preview", ({ host }) => host.preview(OTHER)],
  ["check", ({ host }) => host.check({ scratch: true })],
];
/** With the beginning of what the step of the edit itself is called. */
const EDITING: [string, RegExp, Act][] = [
  ["insert", /^Insert/, ({ host }) => host.insert(requestOf({ at: 100, cue: OTHER }))],
  ["insert at the playhead", /^Insert/, ({ host }) => host.insert(requestOf({ at: null }))],
  ["ripple", /^Insert/, ({ host }) => host.insert(requestOf({ at: 5, ripple: true }))],
  ["replace", /^Replace/, replaceMusic],
  ["addMarkers", /^Mark “First Light”$/, setMarker],
  ["duck", /^Duck/, ({ host }) => host.duck({ ...DEFAULT_DUCKING, depth: 6 })],
  ["unduck", /^Give/, ({ host }) => host.unduck()],
];

/** Speech on A1, ducked music under it on A2, and a clip of picture that is selected. */
async function openScene(): Promise<PremiereHarness> {
  const editor = openPremiere();
  editor.addAudioClip(0, { start: 10, end: 40 }, WORDS);
  const cue = cueOf({ source: { start: 0, end: 30 } });
  await editor.host.insert(requestOf({ at: 8, cue, track: 1 }));
  await editor.host.duck(DEFAULT_DUCKING);
  editor.selectClips([SCENE]);
  editor.calls.reset();
  return editor;
}

/** Every call that `act` makes, by its name. */
async function callsOf(act: Act): Promise<string[]> {
  const editor = await openScene();
  expect(await failureOf(act(editor), "no call")).toBeNull();
  return Object.keys(editor.calls.names);
}

/** The error that the user reads; null where there is none. What it waits for takes no time. */
async function failureOf(act: Promise<unknown>, failing: string): Promise<HostError | null> {
  let isOver = false as boolean;
  const failure = act
    .then(
      () => null,
      (thrown: unknown) => {
        if (thrown instanceof HostError) return thrown;
        throw new Error(`${failing} became ${String(thrown)}`);
      },
    )
    .finally(() => {
      isOver = true;
    });
  failure.catch(() => undefined);
  while (!isOver) await vi.advanceTimersByTimeAsync(1000);
  return failure;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each(["throws", "forgets"] as const)("a call into Premiere that %s", (how) => {
  it.each([...READING, ...EDITING.map(([name, , act]): [string, Act] => [name, act])])(
    "does not stop %s, or is an error of the host's: the timeline is as it was, or it says to undo",
    async (_, act) => {
      for (const name of await callsOf(act)) {
        const editor = await openScene();
        const before = editor.audioClips();
        editor.state.faults.failing = (call) => (call === name ? how : undefined);
        const failure = await failureOf(act(editor), name);
        editor.state.faults.failing = () => undefined;
        if (failure === null) continue;
        const isAsBefore = JSON.stringify(editor.audioClips()) === JSON.stringify(before);
        if (!isAsBefore) expect(failure.next, name).toMatch(/undo/i);
      }
    },
  );

  it.each(EDITING)(
    "does not stop %s once it is done, or the error says that it may be",
    async (_, label, act) => {
      for (const name of await callsOf(act)) {
        const editor = await openScene();
        const { ledger, faults } = editor.state;
        const earlier = ledger.labels.length;
        const isDone = (): boolean => ledger.labels.slice(earlier).some((one) => label.test(one));
        faults.failing = (call) => (call === name && isDone() ? how : undefined);
        const failure = await failureOf(act(editor), name);
        if (failure !== null) expect(failure.next, name).toMatch(/undo/i);
      }
    },
  );
});
