import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ConversionSource } from "../../../src/contract/conversion.ts";
import { AudioError, HostError } from "../../../src/contract/errors.ts";
import type { Reference } from "../../../src/contract/likeness.ts";
import { MOST_REFERENCE_BYTES, References } from "../../../src/panel/describe/references.ts";
import type { Notice } from "../../../src/panel/words/notice.ts";
import { byHand, settled } from "../results.ts";

let hearing: ReturnType<typeof byHand<Reference>> & { source?: ConversionSource };
let progress: ((done: number) => void) | undefined;
const forget = vi.fn(() => Promise.resolve());
let heard: Reference[];
let told: Notice[];
let references: References;

beforeEach(() => {
  hearing = byHand<Reference>();
  heard = [];
  told = [];
  forget.mockClear();
  const engine = {
    hearReference: (source: ConversionSource, onProgress?: (done: number) => void) => {
      hearing.source = source;
      progress = onProgress;
      return hearing.promise;
    },
    forgetReference: forget,
  };
  references = new References(() => Promise.resolve(engine), {
    heard: (reference) => heard.push(reference),
    tell: (notice) => told.push(notice),
    changed: () => undefined,
  });
});

const fileOf = (name: string, type = "", content = "abc"): File =>
  new File([content], name, { type });
const TEMP = { id: "r1", name: "temp.wav", seconds: 30 };

describe("a reference", () => {
  it("is the first audio file of those that were dropped, and says how far it was heard", async () => {
    void references.hear([fileOf("notes.txt"), fileOf("temp.wav"), fileOf("other.wav")]);
    await settled();
    expect(references.view).toEqual({ name: "hearing", file: "temp.wav", done: 0 });
    progress?.(0.5);
    expect(references.view).toEqual({ name: "hearing", file: "temp.wav", done: 0.5 });
    hearing.resolve(TEMP);
    await settled();
    expect(heard).toEqual([TEMP]);
    expect(references.view).toEqual({ name: "idle" });
  });

  it("is read piece by piece", async () => {
    void references.hear([fileOf("temp.wav", "", "0123456789")]);
    await settled();
    const piece = await hearing.source?.read(8, 5);
    expect(new TextDecoder().decode(piece)).toBe("89");
  });

  it("is told apart by its type where its name has no ending", async () => {
    void references.hear([fileOf("temp", "audio/x-wav")]);
    await settled();
    expect(references.view).toMatchObject({ name: "hearing", file: "temp" });
  });

  it("must be audio", async () => {
    await references.hear([fileOf("film.mov", "video/quicktime")]);
    expect(told[0]?.error).toBeInstanceOf(AudioError);
    expect(told[0]?.error?.input).toBe("film.mov");
    expect(references.view).toEqual({ name: "idle" });
  });

  it("must not be as large as a film", async () => {
    const large = fileOf("session.wav");
    Object.defineProperty(large, "size", { value: MOST_REFERENCE_BYTES + 1 });
    await references.hear([large]);
    expect(told[0]?.error).toBeInstanceOf(AudioError);
  });

  it("that cannot be heard is a notice, and nothing else", async () => {
    const short = new AudioError({ what: "It is too short.", next: "Choose a longer one." });
    const ended = references.hear([fileOf("hit.wav")]);
    hearing.reject(short);
    await ended;
    expect(told).toEqual([
      { kind: "negative", text: "hit.wav: It is too short. Choose a longer one.", error: short },
    ]);
    expect(heard).toEqual([]);
  });

  it("that is cancelled is read no further, and forgotten if it was heard all the same", async () => {
    const ended = references.hear([fileOf("temp.wav")]);
    await settled();
    expect(references.cancel()).toBe(true);
    await expect(hearing.source?.read(0, 1)).rejects.toThrow();
    hearing.resolve(TEMP);
    await ended;
    expect(forget).toHaveBeenCalledWith("r1");
    expect(heard).toEqual([]);
    expect(told).toEqual([]);
    expect(references.cancel()).toBe(false);
  });

  it("is heard again by an engine that takes the place of another, until it is forgotten", async () => {
    const ended = references.hear([fileOf("temp.wav")]);
    hearing.resolve(TEMP);
    await ended;
    const again = vi.fn((source: ConversionSource) =>
      Promise.resolve({ ...TEMP, name: source.name }),
    );
    const engine = { hearReference: again, forgetReference: forget };
    await references.renew(engine);
    expect(again.mock.calls.map(([{ name }]) => name)).toEqual(["temp.wav"]);
    await references.forget("r1");
    await references.renew(engine);
    expect(again).toHaveBeenCalledTimes(1);
  });

  it("that the next engine cannot hear is no error", async () => {
    const ended = references.hear([fileOf("temp.wav")]);
    hearing.resolve(TEMP);
    await ended;
    const hearReference = () => Promise.reject(new Error("lost"));
    await expect(references.renew({ hearReference, forgetReference: forget })).resolves.toBe(
      undefined,
    );
  });

  it("gives way to the next one", async () => {
    const first = hearing;
    const ended = references.hear([fileOf("one.wav")]);
    await settled();
    hearing = byHand<Reference>();
    void references.hear([fileOf("two.wav")]);
    await settled();
    first.reject(new HostError({ what: "Aborted.", next: "" }));
    await ended;
    expect(references.view).toMatchObject({ file: "two.wav" });
    expect(told).toEqual([]);
  });
});
