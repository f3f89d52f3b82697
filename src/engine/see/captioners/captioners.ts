import type { AssetSource } from "../../../contract/engine.ts";
import { asNeedledropError } from "../../../contract/errors.ts";
import type { AddedCaptioner, Picture, SeenCaption } from "../../../contract/sight.ts";
import { readOnce, type PackFolder } from "../../encode/pack-folder.ts";
import type { OpenRuntime } from "../../encode/runtime.ts";
import type { PackStore, StoredPack } from "../../store/pack-store.ts";
import { keptCaptioner, type KeptCaptioner } from "./kept-captioner.ts";
import { openCaptioner, type OpenCaptioner } from "./open-captioner.ts";
import { takeCaptioner } from "./take-captioner.ts";

/** Most pictures that captioners are asked about: each may take seconds. */
export const CAPTION_LIMIT = 3;
/** The longest that one picture may take, in milliseconds; a captioner that is slower stops there. */
const PATIENCE_MS = 20_000;
/** Models stay in memory for so long after they were used, in milliseconds. */
const KEPT_OPEN_MS = 60_000;

/** What captioners need of the engine. */
export interface CaptionerParts {
  readonly runtime: OpenRuntime;
  /** Where the runtime's files come from. */
  readonly assets: AssetSource;
  readonly store: PackStore;
  /** Now, in milliseconds. */
  readonly now?: () => number;
}

interface Added {
  readonly stored: StoredPack;
  /** Null if it cannot be used. */
  readonly captioner: KeptCaptioner | null;
  problem: string | null;
}

/** The captioners that the editor added. One at a time has its models in memory. */
export class Captioners {
  private readonly added = new Map<string, Added>();
  private open: { readonly hash: string; readonly models: Promise<OpenCaptioner> } | null = null;
  private closing: ReturnType<typeof setTimeout> | undefined;
  /** Counts what was asked for: what is new ends what is older. */
  private asked = 0;
  private last: Promise<unknown> = Promise.resolve();
  private readonly now: () => number;

  private constructor(private readonly parts: CaptionerParts) {
    this.now = parts.now ?? (() => performance.now());
  }

  /** Reads which captioners there are; no model is opened. @throws StorageError */
  static async open(parts: CaptionerParts): Promise<Captioners> {
    const captioners = new Captioners(parts);
    for (const stored of await parts.store.packs()) await captioners.enter(stored);
    return captioners;
  }

  list(): AddedCaptioner[] {
    return [...this.added.values()].map(({ stored, problem }) => ({
      ...{ hash: stored.hash, id: stored.id, licence: stored.licence, bytes: stored.bytes },
      ...(problem === null ? {} : { problem }),
    }));
  }

  /**
   * Verifies a captioner and keeps it. One that is there already stays as it is.
   * @throws PackError it is none, or is damaged.
   * @throws StorageError there is no room for it.
   * @throws DeviceError the device cannot run it.
   */
  async add(folder: PackFolder, onProgress?: (done: number) => void): Promise<AddedCaptioner> {
    await this.end();
    const taken = await takeCaptioner(readOnce(folder), {
      ...{ runtime: this.parts.runtime, assets: this.parts.assets },
      ...(onProgress === undefined ? {} : { onProgress }),
    });
    const { hash } = taken;
    if (!this.added.has(hash)) await this.enter(await this.parts.store.write(taken));
    const made = this.list().find((captioner) => captioner.hash === hash);
    if (made !== undefined) return made;
    throw new RangeError("the captioner was removed meanwhile");
  }

  /** Forgets a captioner. @throws StorageError */
  async remove(hash: string): Promise<void> {
    this.added.delete(hash);
    if (this.open?.hash === hash) await this.end();
    await this.parts.store.remove(hash);
  }

  /**
   * What captioners say about pictures: about a few of them, spread over all, one after another. A
   * later call ends an earlier one, which then has what was said by then. Never rejects: one that
   * fails is skipped, and `list` says why.
   */
  async captionsOf(pictures: readonly Picture[]): Promise<SeenCaption[]> {
    const ticket = (this.asked += 1);
    const before = this.last;
    const saying = before.then(() => this.sayAll(pictures, () => ticket !== this.asked));
    this.last = saying;
    const said = await saying;
    clearTimeout(this.closing);
    this.closing = setTimeout(() => void this.end(), KEPT_OPEN_MS);
    return said;
  }

  /** Frees the models, and ends what they write. */
  async release(): Promise<void> {
    await this.end();
  }

  private async sayAll(
    pictures: readonly Picture[],
    isOver: () => boolean,
  ): Promise<SeenCaption[]> {
    const said: SeenCaption[] = [];
    for (const added of this.added.values()) {
      const { captioner } = added;
      if (captioner === null || pictures.length === 0) continue;
      try {
        added.problem = null;
        const models = await this.modelsOf(captioner);
        for (const picture of spread(pictures.length, CAPTION_LIMIT)) {
          const shown = pictures[picture];
          if (shown === undefined || isOver()) break;
          const until = this.now() + PATIENCE_MS;
          const text = await models.caption(shown, () => isOver() || this.now() > until);
          if (text !== null) said.push({ text, by: captioner.manifest.name, picture });
          if (this.now() <= until) continue;
          added.problem = TOO_SLOW;
          break;
        }
      } catch (thrown) {
        const { what, next } = asNeedledropError(thrown);
        added.problem = `${what} ${next}`;
        await this.close();
      }
    }
    return said;
  }

  /** The models of a captioner; those of another one are freed first. */
  private async modelsOf(captioner: KeptCaptioner): Promise<OpenCaptioner> {
    clearTimeout(this.closing);
    if (this.open?.hash !== captioner.hash) {
      await this.close();
      const { runtime, assets } = this.parts;
      const models = runtime("wasm", assets).then((opened) => openCaptioner(captioner, opened));
      this.open = { hash: captioner.hash, models };
    }
    return this.open.models;
  }

  /** Ends what is being written, and frees the models. */
  private async end(): Promise<void> {
    this.asked += 1;
    await this.last;
    await this.close();
  }

  private async close(): Promise<void> {
    clearTimeout(this.closing);
    const { open } = this;
    this.open = null;
    await (await open?.models.catch(() => null))?.release();
  }

  private async enter(stored: StoredPack): Promise<void> {
    const read = (file: string) => this.parts.store.read(stored.hash, file);
    try {
      const captioner = await keptCaptioner(read);
      this.added.set(stored.hash, { stored, captioner, problem: null });
    } catch (thrown) {
      const { what, next } = asNeedledropError(thrown);
      this.added.set(stored.hash, { stored, captioner: null, problem: `${what} ${next}` });
    }
  }
}

const TOO_SLOW = `It took longer than ${PATIENCE_MS / 1000} seconds for a picture, so it was stopped. A smaller captioner, or one with eight-bit weights, is faster.`;

/** At most `most` places of a list, evenly spread: the middle of each part. */
export const spread = (length: number, most: number): number[] => {
  const count = Math.min(length, most);
  return Array.from({ length: count }, (_, i) => Math.floor(((i + 0.5) * length) / count));
};
