import type {
  Action,
  ClipProjectItem,
  CompoundAction,
  FolderItem,
  Media,
  Project,
  ProjectItem,
  Sequence,
  TickTime,
} from "@adobe/premierepro";
import { PLUGIN_FOLDER } from "./disk.ts";
import type { Effect } from "./ledger.ts";
import { handle, need, official } from "./parameters.ts";
import { FakeSequence } from "./sequence.ts";
import type { FakeState, ItemNode } from "./state.ts";
import { TICKS_PER_SECOND, ticksOf, tickTime } from "./times.ts";

/** A project item as listings give it: the form that other objects take. */
export class FakeProjectItem implements Pick<ProjectItem, "getId" | "name" | "type"> {
  readonly type = 1;
  constructor(
    readonly state: FakeState,
    readonly node: ItemNode,
  ) {}

  get name(): string {
    return this.node.name;
  }

  getId(): string {
    return this.node.id;
  }
}

export class FakeFolderItem implements Pick<FolderItem, "createBinAction" | "getItems"> {
  constructor(
    readonly state: FakeState,
    readonly node: ItemNode,
  ) {}

  getItems(): Promise<ProjectItem[]> {
    return Promise.resolve(childrenOf(this.node).map((child) => projectItem(this.state, child)));
  }

  createBinAction(...given: [string, boolean]): Action {
    need(given, 2);
    const children = childrenOf(this.node);
    return action(this.state, () => {
      const bin = this.state.makeItem(given[0], { children: [] });
      children.push(bin);
      return () => children.splice(children.indexOf(bin), 1);
    });
  }

  static cast(state: FakeState, given: readonly unknown[]): FolderItem | null {
    need(given, 1);
    const { node } = handle(FakeProjectItem, given[0]);
    return node.children === undefined
      ? null
      : official<FolderItem>(new FakeFolderItem(state, node));
  }
}

type UsedOfClip =
  "createSetInOutPointsAction" | "createSetNameAction" | "getMedia" | "getMediaFilePath" | "name";

/** A cast handle: reads and edits itself, but is refused as a parameter of other objects. */
export class FakeClipProjectItem implements Pick<ClipProjectItem, UsedOfClip> {
  constructor(
    readonly state: FakeState,
    readonly node: ItemNode,
  ) {}

  get name(): string {
    return this.node.name;
  }

  getMediaFilePath(): Promise<string> {
    return Promise.resolve(this.node.path);
  }

  getMedia(): Promise<Media> {
    const media = { start: tickTime(0), duration: tickTime(this.node.duration) };
    return Promise.resolve(official<Media>(media satisfies Pick<Media, "start" | "duration">));
  }

  createSetInOutPointsAction(...given: [TickTime, TickTime]): Action {
    need(given, 2);
    const source = { start: ticksOf(given), end: ticksOf(given.slice(1)) };
    if (source.start < 0 || source.end > this.node.duration || source.end <= source.start)
      throw new Error("Invalid parameter.");
    return this.#change("source", source);
  }

  createSetNameAction(...given: [string]): Action {
    need(given, 1);
    return this.#change("name", given[0]);
  }

  #change<K extends "source" | "name">(field: K, value: ItemNode[K]): Action {
    return action(this.state, () => {
      const before = this.node[field];
      this.node[field] = value;
      return () => {
        this.node[field] = before;
      };
    });
  }

  static cast(state: FakeState, given: readonly unknown[]): ClipProjectItem | null {
    need(given, 1);
    const { node } = handle(FakeProjectItem, given[0]);
    return node.children === undefined
      ? official<ClipProjectItem>(new FakeClipProjectItem(state, node))
      : null;
  }
}

type UsedOfProject =
  "executeTransaction" | "getActiveSequence" | "getRootItem" | "importFiles" | "lockedAccess";

export class FakeProject implements Pick<Project, UsedOfProject> {
  constructor(private readonly state: FakeState) {}

  getActiveSequence(): Promise<Sequence> {
    const { sequence } = this.state;
    return Promise.resolve(
      official<Sequence>(sequence === null ? null : new FakeSequence(this.state, sequence)),
    );
  }

  getRootItem(): Promise<FolderItem> {
    return Promise.resolve(official<FolderItem>(new FakeFolderItem(this.state, this.state.root)));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- The host answers a promise.
  async importFiles(...given: [string[], boolean?, ProjectItem?]): Promise<boolean> {
    need(given, 1);
    const { disk, faults } = this.state;
    const bin = given[2] === undefined ? this.state.root : handle(FakeProjectItem, given[2]).node;
    this.state.imports++;
    if (faults.refuseImports) return false;
    for (const path of given[0]) {
      if (path.startsWith("plugin:")) throw new Error(`Not a native path: ${path}`);
      if (path.startsWith(PLUGIN_FOLDER)) throw new Error(`Inside the plugin's folder: ${path}`);
      const seconds = disk.audioSeconds(path);
      if (seconds === null) return false;
      const name = path.slice(path.lastIndexOf("/") + 1);
      const duration = Math.round(seconds * TICKS_PER_SECOND);
      childrenOf(bin).push(this.state.makeItem(name, { path, duration }));
    }
    return true;
  }

  lockedAccess(...given: [() => void]): void {
    need(given, 1);
    this.state.ledger.lockedAccess(given[0]);
  }

  executeTransaction(...given: [(compound: CompoundAction) => void, string?]): boolean {
    need(given, 1);
    return this.state.ledger.executeTransaction(
      (compound) => given[0](official<CompoundAction>(compound)),
      given[1] ?? "",
    );
  }
}

export function projectItem(state: FakeState, node: ItemNode): ProjectItem {
  return official<ProjectItem>(new FakeProjectItem(state, node));
}

function action(state: FakeState, effect: Effect): Action {
  return official<Action>(state.ledger.action(effect));
}

function childrenOf(node: ItemNode): ItemNode[] {
  if (node.children === undefined) throw new Error("Invalid parameter.");
  return node.children;
}
