import { BUILD_26_3, type Build } from "./build.ts";
import { Calls } from "./calls.ts";
import type { VolumeNode } from "./components.ts";
import type { FakeDisk } from "./disk.ts";
import type { ExportedFrame } from "./exporter.ts";
import type { Faults } from "./faults.ts";
import { Ledger } from "./ledger.ts";

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
  /** The file's own time code, in ticks: not 0 for broadcast wave files. */
  readonly mediaStart: number;
  /** The marked part, counted from the file's beginning; null: none is marked. */
  source: { readonly start: number; readonly end: number } | null;
  /** The file is missing: what shows the clip shows Premiere's “Media Offline” card. */
  offline?: boolean;
  columns: { ColumnName: string; ColumnValue: unknown; ColumnPath?: string[] }[];
  /** The file's XMP; null: it cannot have any, as a nested sequence. */
  xmp: string | null;
  markers: MarkerNode[];
  transcript: string | null;
  /** Set on the items of sequences only. */
  readonly sequence?: SequenceNode;
  readonly properties: Map<string, PropertyNode>;
}

export interface MarkerNode {
  readonly name: string;
  readonly comments: string;
  /** In ticks; 0 where it is not said. */
  readonly start?: number;
  readonly duration?: number;
}

/** What `Properties` keeps under a name. */
export type PropertyNode = string | number | boolean;

export interface ClipNode {
  readonly item: ItemNode | null;
  name: string;
  /** In ticks. */
  readonly start: number;
  readonly end: number;
  /** Where in its file it begins. */
  readonly sourceStart: number;
  selected: boolean;
  /** As nobody has touched it, unless given. */
  volume?: VolumeNode;
  /** 1 unless given. */
  speed?: number;
  isDisabled?: boolean;
  isAdjustmentLayer?: boolean;
}

export interface SequenceNode {
  readonly id: string;
  readonly name: string;
  readonly framesPerSecond: number;
  playhead: number;
  inPoint: number;
  outPoint: number;
  /** Time code of the beginning. */
  zeroPoint: number;
  video: ClipNode[][];
  audio: ClipNode[][];
  /** What the editor calls the audio tracks; "Audio 1" and so on unless given. */
  audioNames?: readonly string[];
  markers: MarkerNode[];
  readonly properties: Map<string, PropertyNode>;
  /** In pixels. */
  frameSize: { width: number; height: number };
  /** Those of the tracks above that are locked; no call tells of it. */
  readonly locked: Set<readonly ClipNode[]>;
  /** Those that are muted: of video tracks, those that are hidden. */
  readonly muted: Set<readonly ClipNode[]>;
}

/** What `SourceMonitor` shows. */
export interface MonitorNode {
  /** Null when nothing is open. */
  path: string | null;
  /** In ticks. */
  position: number;
  /** 0 when it stands still. */
  speed: number;
}

export class FakeState {
  readonly ledger: Ledger;
  readonly root: ItemNode;
  readonly faults: Faults = {};
  readonly build: Build;
  readonly calls: Calls = new Calls((call, node) => this.faults.failing?.(call, node));
  readonly monitor: MonitorNode = { path: null, position: 0, speed: 0 };
  /** Imported, but not listed yet. */
  readonly late: LateItem[] = [];
  isProjectOpen = true;
  projectId = "project-1";
  projectPath = "/films/Film.prproj";
  /** The project's own properties. */
  readonly properties = new Map<string, PropertyNode>();
  /** Frames that were asked for, oldest first. */
  readonly frames: ExportedFrame[] = [];
  /** A frame is being written. */
  isExporting = false;
  /** All there are; `sequence` is the one in front. */
  readonly sequences: SequenceNode[];
  sequence: SequenceNode | null;
  /** Selected in the project panel. */
  panelSelection: ItemNode[] = [];
  imports = 0;
  readonly deleted = new Set<ItemNode>();
  private lastId = 0;

  constructor(
    readonly disk: FakeDisk,
    sequence: SequenceNode | null,
    build: Partial<Build> = {},
  ) {
    this.build = { ...BUILD_26_3, ...build };
    this.ledger = new Ledger((label) => this.faults.transaction?.(label));
    this.root = this.makeItem("Root", { children: [] });
    this.sequence = sequence;
    this.sequences = sequence === null ? [] : [sequence];
  }

  /** The editor deletes an item from the project; whoever holds a handle holds nothing. */
  deleteItem(node: ItemNode): void {
    const takeFrom = (bin: ItemNode): void => {
      const at = bin.children?.indexOf(node) ?? -1;
      if (at >= 0) bin.children?.splice(at, 1);
      bin.children?.forEach(takeFrom);
    };
    takeFrom(this.root);
    this.deleted.add(node);
  }

  makeItem(name: string, fields: Partial<ItemNode> = {}): ItemNode {
    return {
      id: `item-${++this.lastId}`,
      name,
      path: "",
      duration: 0,
      mediaStart: 0,
      source: null,
      columns: [],
      xmp: "",
      markers: [],
      transcript: null,
      properties: new Map(),
      ...fields,
    };
  }
}

/** An item on its way into a bin. */
export interface LateItem {
  readonly bin: ItemNode;
  readonly item: ItemNode;
  /** Listings that still pass it over. */
  listings: number;
}

/** An empty sequence, with `fields` in place of what it would have. */
export function makeSequence(fields: Partial<SequenceNode> = {}): SequenceNode {
  return {
    id: "sequence-1",
    name: "Rough cut",
    framesPerSecond: 25,
    playhead: 0,
    inPoint: NOT_SET,
    outPoint: NOT_SET,
    zeroPoint: 0,
    video: [[], []],
    audio: [[], [], []],
    markers: [],
    properties: new Map(),
    frameSize: { width: 1920, height: 1080 },
    locked: new Set(),
    muted: new Set(),
    ...fields,
  };
}

/** What Premiere answers for an in or out point that is not set: −400,000 seconds. */
export const NOT_SET = -400_000 * 254_016_000_000;
