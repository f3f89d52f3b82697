import { Ledger } from "./ledger.ts";
import type { FakeDisk } from "./disk.ts";

/** What the project holds. Handles are made anew for every question, as the host does. */
export interface ItemNode {
  readonly id: string;
  name: string;
  /** Set on bins only. */
  readonly children?: ItemNode[];
  /** Native path; empty for bins. */
  readonly path: string;
  /** In ticks. */
  readonly duration: number;
  source: { start: number; end: number };
  columns: { ColumnName: string; ColumnValue: unknown; ColumnPath?: string[] }[];
  markers: { name: string; comments: string }[];
  transcript: string | null;
}

export interface ClipNode {
  readonly item: ItemNode | null;
  readonly name: string;
  /** In ticks. */
  readonly start: number;
  readonly end: number;
  readonly sourceStart: number;
  selected: boolean;
}

export interface SequenceNode {
  readonly name: string;
  readonly framesPerSecond: number;
  playhead: number;
  inPoint: number;
  outPoint: number;
  video: ClipNode[][];
  audio: ClipNode[][];
}

/** Ways in which a real host misbehaves, switched on by a test. */
export interface Faults {
  /** The selection answers empty although clips are selected. */
  emptySelection?: boolean;
  /** Imports answer false. */
  refuseImports?: boolean;
  /** Overwriting does nothing, as on a locked track. */
  ignoreOverwrite?: boolean;
  /** Overwriting lands this many ticks late. */
  overwriteLate?: number;
  /** Overwriting removes the first clip of the first video track. */
  overwriteEatsVideo?: boolean;
  /** Asking for a project throws instead of answering null. */
  throwWithoutProject?: boolean;
}

export class FakeState {
  readonly ledger = new Ledger();
  readonly root: ItemNode;
  readonly faults: Faults = {};
  isProjectOpen = true;
  sequence: SequenceNode | null;
  /** Selected in the project panel. */
  panelSelection: ItemNode[] = [];
  imports = 0;
  #lastId = 0;

  constructor(
    readonly disk: FakeDisk,
    sequence: SequenceNode | null,
  ) {
    this.root = this.makeItem("Root", { children: [] });
    this.sequence = sequence;
  }

  makeItem(name: string, fields: Partial<ItemNode> = {}): ItemNode {
    const duration = fields.duration ?? 0;
    return {
      id: `item-${++this.#lastId}`,
      name,
      path: "",
      duration,
      source: { start: 0, end: duration },
      columns: [],
      markers: [],
      transcript: null,
      ...fields,
    };
  }
}
