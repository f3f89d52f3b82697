import type {
  Action,
  ClipProjectItem,
  Constants,
  FolderItem,
  ProjectItem,
  TickTime,
  Media,
} from "@adobe/premierepro";
import { MEDIA_TYPE } from "./constants.ts";
import type { Effect } from "./ledger.ts";
import { media } from "./media.ts";
import { handle, need, official } from "./parameters.ts";
import type { FakeState, ItemNode } from "./state.ts";
import { ticksOf, tickTime } from "./times.ts";

/** A project item as listings give it: the form that other objects take. */
export class FakeProjectItem implements Pick<
  ProjectItem,
  "getId" | "getParentBin" | "name" | "type"
> {
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

  /** Null for the root, and for what is in no bin. */
  getParentBin(): FolderItem {
    const { state } = this;
    const parent = parentOf(state.root, this.node);
    return official<FolderItem>(parent === null ? null : new FakeFolderItem(state, parent));
  }

  static cast(state: FakeState, given: readonly unknown[]): ProjectItem {
    need(given, 1);
    const [item] = given;
    const type = item instanceof FakeFolderItem ? FakeFolderItem : FakeClipProjectItem;
    return projectItem(state, handle<FakeFolderItem | FakeClipProjectItem>(type, item).node);
  }
}

export class FakeFolderItem implements Pick<FolderItem, "createBinAction" | "getItems" | "name"> {
  constructor(
    readonly state: FakeState,
    readonly node: ItemNode,
  ) {}

  get name(): string {
    return this.node.name;
  }

  getItems(): Promise<ProjectItem[]> {
    const { late } = this.state;
    const due = late.filter(({ bin, listings }) => bin === this.node && listings === 0);
    due.forEach((item) => late.splice(late.indexOf(item), 1));
    childrenOf(this.node).push(...due.map(({ item }) => item));
    late.filter(({ bin }) => bin === this.node).forEach((item) => item.listings--);
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
  | "createClearInOutPointsAction"
  | "createSetInOutPointsAction"
  | "createSetNameAction"
  | "getInPoint"
  | "getMedia"
  | "getMediaFilePath"
  | "getOutPoint"
  | "isOffline"
  | "isSequence"
  | "name";

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
    const { path } = this.node;
    return Promise.resolve(this.state.faults.respell?.(path) ?? path);
  }

  getMedia(): Promise<Media> {
    return Promise.resolve(media(this.state, this.node));
  }

  getInPoint(...given: [Constants.MediaType]): Promise<TickTime> {
    needMediaType(given);
    return Promise.resolve(tickTime(this.zero + this.source.start));
  }

  getOutPoint(...given: [Constants.MediaType]): Promise<TickTime> {
    needMediaType(given);
    return Promise.resolve(tickTime(this.zero + this.source.end));
  }

  isOffline(): Promise<boolean> {
    return Promise.resolve(this.node.offline === true);
  }

  isSequence(): Promise<boolean> {
    return Promise.resolve(this.node.sequence !== undefined);
  }

  createSetInOutPointsAction(...given: [TickTime, TickTime]): Action {
    need(given, 2);
    const [start = 0, end = 0] = given.map((time) => ticksOf([time]) - this.zero);
    if (start < 0 || end > this.node.duration || end <= start)
      throw new Error("Invalid parameter.");
    return this.change("source", { start, end });
  }

  createClearInOutPointsAction(): Action {
    return this.change("source", null);
  }

  createSetNameAction(...given: [string]): Action {
    need(given, 1);
    return this.change("name", given[0]);
  }

  private get source(): { readonly start: number; readonly end: number } {
    return sourceOf(this.node);
  }

  /** What this build counts in and out points from. */
  private get zero(): number {
    return this.state.build.marksFrom === "mediaStart" ? this.node.mediaStart : 0;
  }

  private change<K extends "source" | "name">(field: K, value: ItemNode[K]): Action {
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

export function projectItem(state: FakeState, node: ItemNode): ProjectItem {
  return official<ProjectItem>(new FakeProjectItem(state, node));
}

function parentOf(bin: ItemNode, node: ItemNode): ItemNode | null {
  const children = bin.children ?? [];
  if (children.includes(node)) return bin;
  for (const child of children) {
    const found = parentOf(child, node);
    if (found !== null) return found;
  }
  return null;
}

/** The marked part of an item, else all of it. */
export function sourceOf(node: ItemNode): { readonly start: number; readonly end: number } {
  return node.source ?? { start: 0, end: node.duration };
}

export function action(state: FakeState, effect: Effect): Action {
  return official<Action>(state.ledger.action(effect));
}

/** @throws Error the item is no bin */
export function childrenOf(node: ItemNode): ItemNode[] {
  if (node.children === undefined) throw new Error("Invalid parameter.");
  return node.children;
}

function needMediaType(given: readonly unknown[]): void {
  need(given, 1);
  const types: readonly unknown[] = Object.values(MEDIA_TYPE);
  if (!types.includes(given[0])) throw new Error("Invalid parameter.");
}
