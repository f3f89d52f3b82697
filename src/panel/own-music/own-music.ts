import type { Engine } from "../../contract/engine.ts";
import { asNeedledropError, type NeedledropError } from "../../contract/errors.ts";
import type { FolderAccess, FolderProgress, FolderReport } from "../../contract/folder.ts";

/** What the editor's own music needs of the engine. */
export type FolderEngine = Pick<
  Engine,
  "folders" | "updateFolder" | "stopFolder" | "removeFolder" | "toWav" | "cover"
>;

/** What is going on with a folder. */
export type FolderActivity =
  | { readonly name: "idle" }
  /** `total` is null while the folder is listed. `seconds` since it began. */
  | {
      readonly name: "reading";
      readonly done: number;
      readonly total: number | null;
      readonly seconds: number;
      /** The added pack that they are embedded with; left out for the pack that ships. */
      readonly pack?: string;
    }
  | { readonly name: "failed"; readonly error: NeedledropError };

/** A folder, as it is shown. */
export interface FolderView {
  readonly id: string;
  readonly name: string;
  readonly tracks: number;
  /** Tracks that are not found until their files have been read again; see `LibraryFolder`. */
  readonly stale?: number | undefined;
  readonly activity: FolderActivity;
  /** What the last run came to, since the page was opened. */
  readonly report: FolderReport | null;
  /** Whether it can be read now; not after a restart of a browser. */
  readonly isReachable: boolean;
}

export interface OwnMusicState {
  /** By name. */
  readonly folders: readonly FolderView[];
  /** Why nothing is known of folders, if so. */
  readonly error: NeedledropError | null;
  /** Whether the editing application asks for folders; else the browser does. */
  readonly asksHost: boolean;
}

/** How many tracks the folders hold. */
export const ownTracks = ({ folders }: OwnMusicState): number =>
  folders.reduce((sum, { tracks }) => sum + tracks, 0);

/** Folders that can be read without asking the editor for them again. */
export interface FolderPlaces {
  /** Whether the editing application asks for folders, and remembers them; else a browser asks. */
  readonly isOffered: boolean;
  /** @throws HostError, BridgeError the editing application does not say */
  remembered(): Promise<readonly FolderAccess[]>;
  /** @throws HostError, BridgeError it still knows the folder */
  forget(id: string): Promise<void>;
}

/** What can be done with a folder. */
export type FolderWish = "update" | "listenAgain" | "stop" | "remove";

/** What it tells. */
export interface OwnMusicListener {
  /** Tracks have come or gone; `changed` follows. */
  found(): void;
  changed(): void;
}

const IDLE: FolderActivity = { name: "idle" };

/** The editor's own folders: adds, updates and forgets them. Nothing here rejects. */
export class OwnMusic {
  private readonly folders = new Map<string, FolderView>();
  private readonly accesses = new Map<string, FolderAccess>();
  private readonly running = new Map<string, Promise<void>>();
  /** Folders that were read again since the page was opened, for a new pack or version. */
  private readonly renewed = new Set<string>();
  private error: NeedledropError | null = null;

  constructor(
    private readonly whenReady: () => Promise<FolderEngine>,
    private readonly places: FolderPlaces,
    private readonly listener: OwnMusicListener,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get state(): OwnMusicState {
    const folders = [...this.folders.values()].sort((a, b) => a.name.localeCompare(b.name));
    return { folders, error: this.error, asksHost: this.places.isOffered };
  }

  /** Asks which folders the engine knows, and which can be read now. */
  async open(): Promise<void> {
    try {
      for (const access of await this.places.remembered()) {
        this.accesses.set(access.id, access);
        this.enter(access.id, { name: access.name });
      }
      const known = await (await this.whenReady()).folders();
      for (const folder of known) {
        const { id, name, tracks, stale, waiting } = folder;
        if (this.folders.get(id)?.activity.name === "reading") continue;
        this.enter(id, { name, tracks, stale });
        // A pack that is new, or a new version of one, embeds it as soon as it can be read.
        if ((stale ?? waiting) !== undefined && !this.renewed.has(id)) void this.renew(id);
      }
      this.error = null;
      // What ships may have been searched before the folders were there.
      if (known.length > 0) this.listener.found();
    } catch (thrown) {
      this.error = asNeedledropError(thrown);
    }
    this.listener.changed();
  }

  /** Adds a folder, or reads it again. */
  async add(access: FolderAccess): Promise<void> {
    this.accesses.set(access.id, access);
    await this.update(access.id);
  }

  /** Reads what is new or changed in a folder. */
  async update(id: string): Promise<void> {
    if (!this.running.has(id)) await this.run(id);
  }

  /**
   * Reads what is new in a folder by now, also where it is being read already.
   * @returns whether the folder could be read
   */
  async updateAgain(id: string): Promise<boolean> {
    while (this.running.has(id)) await this.running.get(id);
    await this.run(id);
    return this.folders.get(id)?.activity.name === "idle";
  }

  private run(id: string): Promise<void> {
    const run = this.read(id).finally(() => this.running.delete(id));
    this.running.set(id, run);
    return run;
  }

  private async read(id: string): Promise<void> {
    const access = this.accesses.get(id);
    if (access === undefined) return;
    const before = this.folders.get(id)?.tracks ?? 0;
    const begun = this.now();
    const reading = (progress: Pick<FolderProgress, "done" | "pack">, total: number | null): void =>
      this.enter(id, {
        name: access.name,
        activity: { name: "reading", ...progress, total, seconds: (this.now() - begun) / 1000 },
      });
    reading({ done: 0 }, null);
    try {
      const engine = await this.whenReady();
      const packs = new Set<string | undefined>();
      const report = await engine.updateFolder(access, ({ total, ...progress }) => {
        if (progress.done > 0) packs.add(progress.pack);
        reading(progress, total);
      });
      const { name, tracks, stale } = report.folder;
      this.enter(id, { name, tracks, stale, report, activity: IDLE });
      const isEmbedded = report.embedded > 0 || [...packs].some((pack) => pack !== undefined);
      if (isEmbedded || tracks !== before) this.listener.found();
    } catch (thrown) {
      this.enter(id, { activity: { name: "failed", error: asNeedledropError(thrown) } });
      this.listener.found();
    }
  }

  /** Reads what is new or changed in every folder that can be read now, one after the other. */
  async updateAll(): Promise<void> {
    for (const id of [...this.accesses.keys()]) await this.update(id);
  }

  /** Ends reading a folder; what was read is kept. */
  async stop(id: string): Promise<void> {
    await this.attempt(id, async (engine) => engine.stopFolder(id));
  }

  /**
   * Reads all files of a folder anew, as those that an older version has read without hearing tempo,
   * key and loudness. Its tracks are found again as they are read.
   */
  async listenAgain(id: string): Promise<void> {
    if (!this.accesses.has(id) || this.running.has(id)) return;
    await this.attempt(id, async (engine) => {
      await engine.removeFolder(id);
      await this.update(id);
    });
  }

  /** Forgets a folder. */
  async remove(id: string): Promise<void> {
    await this.attempt(id, async (engine) => {
      await engine.removeFolder(id);
      await this.places.forget(id);
      this.folders.delete(id);
      this.accesses.delete(id);
      this.listener.found();
    });
  }

  /** Reads a folder again, once: what is left after that has no file now. */
  private async renew(id: string): Promise<void> {
    if (!this.accesses.has(id)) return;
    this.renewed.add(id);
    await this.update(id);
  }

  private async attempt(id: string, act: (engine: FolderEngine) => Promise<void>): Promise<void> {
    try {
      await act(await this.whenReady());
    } catch (thrown) {
      this.enter(id, { activity: { name: "failed", error: asNeedledropError(thrown) } });
    }
    this.listener.changed();
  }

  private enter(id: string, change: Partial<Omit<FolderView, "id" | "isReachable">>): void {
    const before = this.folders.get(id);
    this.folders.set(id, {
      ...{ id, name: "", tracks: 0, activity: IDLE, report: null },
      ...before,
      ...change,
      isReachable: this.accesses.has(id),
    });
    this.listener.changed();
  }
}
