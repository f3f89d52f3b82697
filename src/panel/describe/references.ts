import type { ConversionSource } from "../../contract/conversion.ts";
import type { Engine } from "../../contract/engine.ts";
import { AudioError, HostError } from "../../contract/errors.ts";
import type { Reference } from "../../contract/likeness.ts";
import { endingOf } from "../../shared/importable.ts";
import { decodeFile } from "../own-music/own-file.ts";
import { failure, type Notice } from "../words/notice.ts";

/** What references need of the engine. */
export type ReferenceEngine = Pick<Engine, "hearReference" | "forgetReference">;

/** What is going on; `done` is the share of the file that was heard, 0 to 1. */
export type ReferenceState =
  | { readonly name: "idle" }
  | { readonly name: "hearing"; readonly file: string; readonly done: number };

/** What it tells. */
export interface ReferenceListener {
  /** The engine knows a file. */
  heard(reference: Reference): void;
  tell(notice: Notice): void;
  changed(): void;
}

/** Endings of the audio files that Needledrop reads. */
export const AUDIO_ENDINGS: readonly string[] = [
  ...["wav", "mp3", "m4a", "aac", "flac", "ogg", "oga", "opus", "aif", "aiff"],
];
/** Larger files are films or whole sessions, whose music is no reference. */
export const MOST_REFERENCE_BYTES = 500_000_000;

/**
 * Files of the editor that results are to be like. The engine hears them and keeps what it heard in
 * memory; the page keeps nothing of them.
 */
export class References {
  private state: ReferenceState = { name: "idle" };
  private running = new AbortController();
  /** The files that were heard, by the ids that they have. */
  private readonly files = new Map<string, File>();

  constructor(
    private readonly whenReady: () => Promise<ReferenceEngine>,
    private readonly listener: ReferenceListener,
  ) {}

  get view(): ReferenceState {
    return this.state;
  }

  /** Hears the first audio file of those given, in place of one that is being heard. Never rejects. */
  async hear(files: readonly File[]): Promise<void> {
    this.cancel();
    this.running = new AbortController();
    const { signal } = this.running;
    try {
      const file = audioFileIn(files);
      this.enter({ name: "hearing", file: file.name, done: 0 });
      const engine = await this.whenReady();
      signal.throwIfAborted();
      const reference = await engine.hearReference(sourceOf(file, signal), (done) => {
        if (!signal.aborted) this.enter({ name: "hearing", file: file.name, done });
      });
      if (signal.aborted) return await engine.forgetReference(reference.id);
      this.files.set(reference.id, file);
      this.enter({ name: "idle" });
      this.listener.heard(reference);
    } catch (thrown) {
      if (signal.aborted) return;
      const file = this.state.name === "idle" ? (files[0]?.name ?? "") : this.state.file;
      this.enter({ name: "idle" });
      const notice = failure(thrown);
      this.listener.tell({ ...notice, text: `${file}: ${notice.text}` });
    }
  }

  /** Whether something was heard that no longer is. */
  cancel(): boolean {
    this.running.abort();
    if (this.state.name === "idle") return false;
    this.enter({ name: "idle" });
    return true;
  }

  /** The engine need not know it any more. Never rejects. */
  async forget(id: string): Promise<void> {
    this.files.delete(id);
    await this.whenReady()
      .then((engine) => engine.forgetReference(id))
      // An engine that has ended has forgotten it.
      .catch(() => undefined);
  }

  /**
   * Lets an engine that takes the place of another hear the same files. What it cannot hear, a search
   * misses. Never rejects.
   */
  async renew(engine: ReferenceEngine): Promise<void> {
    const { signal } = new AbortController();
    for (const file of this.files.values()) {
      await engine.hearReference(sourceOf(file, signal)).catch(() => undefined);
    }
  }

  private enter(state: ReferenceState): void {
    this.state = state;
    this.listener.changed();
  }
}

/** @throws AudioError none of them is audio, or it is too large */
function audioFileIn(files: readonly File[]): File {
  const file = files.find(
    ({ name, type }) => type.startsWith("audio/") || AUDIO_ENDINGS.includes(endingOf(name)),
  );
  const [first] = files;
  if (file === undefined) {
    throw new AudioError({
      what: "That is no audio file.",
      ...(first === undefined ? {} : { input: first.name }),
      next: "Choose a WAV, MP3, AAC, FLAC, Ogg or AIFF file.",
    });
  }
  if (file.size <= MOST_REFERENCE_BYTES) return file;
  throw new AudioError({
    what: "The file is too large to be a reference.",
    input: file.name,
    next: "Choose one under 500 MB, or a part of it.",
  });
}

/** The file as the engine reads it; once `signal` is aborted it can no longer be read. */
function sourceOf(file: File, signal: AbortSignal): ConversionSource {
  const read = async (position: number, length: number): Promise<Uint8Array<ArrayBuffer>> => {
    signal.throwIfAborted();
    try {
      return new Uint8Array(await file.slice(position, position + length).arrayBuffer());
    } catch (cause) {
      throw new HostError({
        what: "The file cannot be read. It was moved, changed or removed.",
        input: file.name,
        next: "Choose it again.",
        cause,
      });
    }
  };
  const { name, size } = file;
  return { name, size, seconds: 0, read, decode: () => decodeFile({ name, size, read }) };
}
