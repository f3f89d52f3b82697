import type { Engine } from "../../contract/engine.ts";
import { asNeedledropError, type NeedledropError } from "../../contract/errors.ts";
import type { AddedPack, PackAccess } from "../../contract/pack.ts";
import type { AddedCaptioner } from "../../contract/sight.ts";

/** The shelves: models that embed text and music, and models that write about pictures. */
export type ShelfName = "packs" | "captioners";

/** The part of the engine that keeps packs. */
export type PackEngine = Pick<Engine, "packs" | "addPack" | "removePack">;
/** The part of the engine that keeps captioners. */
export type CaptionerEngine = Pick<Engine, "captioners" | "addCaptioner" | "removeCaptioner">;

/** What the engine keeps of one shelf. */
export interface Shelved<T> {
  list(): Promise<T[]>;
  /** @param onProgress called with the share that is done, 0 to 1 */
  add(access: PackAccess, onProgress: (done: number) => void): Promise<unknown>;
  remove(hash: string): Promise<void>;
}

export interface ModelShelfState<T> {
  readonly added: readonly T[];
  /** The folder that is being verified, and the share that is done, 0 to 1. */
  readonly adding: { readonly name: string; readonly done: number } | null;
  /** Why the last thing that was asked for has failed. */
  readonly error: NeedledropError | null;
}

/** What it tells. */
export interface ModelShelfListener {
  /** A model has come. */
  added?(): void;
  /** A model has gone, and what it found with it; `changed` follows. */
  removed?(): void;
  changed(): void;
}

/** Models of one sort that the editor added: adds and forgets them. Nothing here rejects. */
export class ModelShelf<T> {
  private current: ModelShelfState<T> = { added: [], adding: null, error: null };

  constructor(
    private readonly whenReady: () => Promise<Shelved<T>>,
    private readonly listener: ModelShelfListener,
  ) {}

  get state(): ModelShelfState<T> {
    return this.current;
  }

  /** Asks the engine which models it knows. */
  open(): Promise<void> {
    return this.attempt((shelved) => this.look(shelved));
  }

  /** Verifies a model and keeps it; one at a time. */
  async add(access: PackAccess): Promise<void> {
    if (this.current.adding !== null) return;
    const { name } = access;
    this.enter({ adding: { name, done: 0 }, error: null });
    const before = this.current.added.length;
    await this.attempt(async (shelved) => {
      await shelved.add(access, (done) => {
        if (this.current.adding !== null) this.enter({ adding: { name, done } });
      });
      await this.look(shelved);
    });
    this.enter({ adding: null });
    if (this.current.added.length > before) this.listener.added?.();
  }

  /** Forgets a model, and what was made with it. */
  remove(hash: string): Promise<void> {
    return this.attempt(async (shelved) => {
      await shelved.remove(hash);
      await this.look(shelved);
      this.listener.removed?.();
    });
  }

  private async look(shelved: Shelved<T>): Promise<void> {
    this.enter({ added: await shelved.list() });
  }

  private async attempt(act: (shelved: Shelved<T>) => Promise<void>): Promise<void> {
    try {
      await act(await this.whenReady());
      this.enter({ error: null });
    } catch (thrown) {
      this.enter({ error: asNeedledropError(thrown) });
    }
  }

  private enter(change: Partial<ModelShelfState<T>>): void {
    this.current = { ...this.current, ...change };
    this.listener.changed();
  }
}

/** The engine's packs. */
export const packsOf = (engine: PackEngine): Shelved<AddedPack> => ({
  list: () => engine.packs(),
  add: (...given) => engine.addPack(...given),
  remove: (hash) => engine.removePack(hash),
});

/** The engine's captioners. */
export const captionersOf = (engine: CaptionerEngine): Shelved<AddedCaptioner> => ({
  list: () => engine.captioners(),
  add: (...given) => engine.addCaptioner(...given),
  remove: (hash) => engine.removeCaptioner(hash),
});
