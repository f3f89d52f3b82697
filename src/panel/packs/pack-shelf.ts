import type { Engine } from "../../contract/engine.ts";
import { asNeedledropError, type NeedledropError } from "../../contract/errors.ts";
import type { AddedPack, PackAccess } from "../../contract/pack.ts";

/** What the shelf needs of the engine. */
export type PackEngine = Pick<Engine, "packs" | "addPack" | "removePack">;

export interface PackShelfState {
  readonly packs: readonly AddedPack[];
  /** The folder that is being verified, and the share that is done, 0 to 1. */
  readonly adding: { readonly name: string; readonly done: number } | null;
  /** Why the last thing that was asked for has failed. */
  readonly error: NeedledropError | null;
}

/** What it tells. */
export interface PackShelfListener {
  /** A pack has come: folders can be embedded with it. */
  added(): void;
  /** A pack has gone, and what it found with it; `changed` follows. */
  removed(): void;
  changed(): void;
}

/** The packs that the editor added: adds and forgets them. Nothing here rejects. */
export class PackShelf {
  private current: PackShelfState = { packs: [], adding: null, error: null };

  constructor(
    private readonly whenReady: () => Promise<PackEngine>,
    private readonly listener: PackShelfListener,
  ) {}

  get state(): PackShelfState {
    return this.current;
  }

  /** Asks the engine which packs it knows. */
  open(): Promise<void> {
    return this.attempt((engine) => this.look(engine));
  }

  /** Verifies a pack and keeps it; one at a time. */
  async add(access: PackAccess): Promise<void> {
    if (this.current.adding !== null) return;
    const { name } = access;
    this.enter({ adding: { name, done: 0 }, error: null });
    const before = this.current.packs.length;
    await this.attempt(async (engine) => {
      await engine.addPack(access, (done) => {
        if (this.current.adding !== null) this.enter({ adding: { name, done } });
      });
      await this.look(engine);
    });
    this.enter({ adding: null });
    if (this.current.packs.length > before) this.listener.added();
  }

  /** Forgets a pack, and what was embedded with it. */
  remove(hash: string): Promise<void> {
    return this.attempt(async (engine) => {
      await engine.removePack(hash);
      await this.look(engine);
      this.listener.removed();
    });
  }

  private async look(engine: PackEngine): Promise<void> {
    this.enter({ packs: await engine.packs() });
  }

  private async attempt(act: (engine: PackEngine) => Promise<void>): Promise<void> {
    try {
      await act(await this.whenReady());
      this.enter({ error: null });
    } catch (thrown) {
      this.enter({ error: asNeedledropError(thrown) });
    }
  }

  private enter(change: Partial<PackShelfState>): void {
    this.current = { ...this.current, ...change };
    this.listener.changed();
  }
}
