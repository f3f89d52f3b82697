import type { Cuts } from "../../contract/cuts.ts";
import type { EditorHost } from "../../contract/editor-host.ts";
import { asNeedledropError, HostError, type NeedledropError } from "../../contract/errors.ts";
import type { Place } from "../../contract/place.ts";
import type { LocalResult } from "../../contract/search.ts";
import type { Placed } from "../../shared/hits/best-offset.ts";
import { choicesFor, choose, hitsOf, type HitChoice } from "./hit-choices.ts";
import { createPlacing } from "./placing.ts";
import { rhythmOf, type Rhythm } from "./rhythm.ts";
import type { Target } from "./target.ts";
import { suggestTempi, type Tempo } from "./tempi.ts";

/** What is known of the cut. */
export interface CutState {
  readonly isOpen: boolean;
  readonly isReading: boolean;
  /** Why nothing is known. */
  readonly problem: NeedledropError | null;
  /** What was read; null before that, and after a problem. */
  readonly cuts: Cuts | null;
  readonly rhythm: Rhythm | null;
  readonly tempi: readonly Tempo[];
  readonly choices: readonly HitChoice[];
  /** Whether the list begins with what hits best. */
  readonly isOrdered: boolean;
}

/** What the cut needs of the panel. */
export interface CutShell {
  readonly editor: { readonly host: EditorHost | null; readonly place: Place | null };
  /** What is to be hit has changed, so music begins elsewhere. */
  placedAnew(): void;
  /** The order of the results may be another now. */
  reorder(): void;
  changed(): void;
}

const NOTHING = { problem: null, cuts: null, rhythm: null, tempi: [] } as const;

/**
 * What the picture wants of the music. It is read when the editor opens it, and again when in and out
 * point move while it is open; what was read for another range is dropped. While it is closed it asks
 * for nothing. Nothing here rejects.
 */
export class Cut {
  private current: CutState = {
    isOpen: false,
    isReading: false,
    ...NOTHING,
    choices: [],
    isOrdered: false,
  };
  private lastRead = 0;
  /** The sequence and range that were last read. */
  private readFor = "";
  private placing = createPlacing(null);

  constructor(private readonly shell: CutShell) {}

  get state(): CutState {
    return this.current;
  }

  /** What music is wanted for; null while that is not known, or put away. */
  get target(): Target | null {
    const { isOpen, cuts, choices } = this.current;
    if (!isOpen || cuts === null) return null;
    const { span, frameRate } = cuts;
    return { span, frameRate, hits: hitsOf(choices).map((at) => at - span.start) };
  }

  /** Whether results are to be put in the order of their hits, and there is something to be hit. */
  get isOrdering(): boolean {
    return this.current.isOrdered && (this.target?.hits.length ?? 0) > 0;
  }

  /** Where to begin in a track so that it hits; null where nothing is to be hit, or can be. */
  placed(result: LocalResult): Placed | null {
    return this.placing(result, result.section.start);
  }

  /** Shows it, and reads it; or puts it away. */
  async toggle(): Promise<void> {
    const isOpen = !this.current.isOpen;
    this.enter({ isOpen });
    if (isOpen) await this.read();
  }

  /** The editor may have moved in and out point. */
  follow(): void {
    if (this.current.isOpen && this.place !== this.readFor) void this.read();
  }

  /** Reads where the picture is cut, now. */
  async read(): Promise<void> {
    this.lastRead += 1;
    const [id, { host }] = [this.lastRead, this.shell.editor];
    this.readFor = this.place;
    this.enter({ isReading: true });
    try {
      if (host === null) throw noEditor();
      const cuts = await host.readCuts();
      if (id === this.lastRead) this.know(cuts);
    } catch (thrown) {
      if (id !== this.lastRead) return;
      this.enter({ ...NOTHING, isReading: false, problem: asNeedledropError(thrown) });
    }
  }

  /** Makes a marker or a cut a hit point, or takes that back. `at` as in `HitChoice`. */
  choose(at: number, isOn: boolean): void {
    this.enter({ choices: choose(this.current.choices, at, isOn) });
  }

  /** Begins the list with what hits best, or with what fits the description best. */
  order(isOrdered: boolean): void {
    if (isOrdered !== this.current.isOrdered) this.enter({ isOrdered });
  }

  private know(cuts: Cuts): void {
    const choices = choicesFor(cuts, this.current.choices);
    const [rhythm, tempi] = [rhythmOf(cuts), suggestTempi(cuts)];
    this.enter({ isReading: false, problem: null, cuts, rhythm, tempi, choices });
  }

  private get place(): string {
    const { sequence } = this.shell.editor.place ?? { sequence: null };
    return JSON.stringify([sequence?.name, sequence?.range]);
  }

  private enter(change: Partial<CutState>): void {
    const [before, wasOrdering] = [JSON.stringify(this.target), this.isOrdering];
    this.current = { ...this.current, ...change };
    const { target, isOrdering } = this;
    const isElse = JSON.stringify(target) !== before;
    if (isElse) {
      this.placing = createPlacing(target);
      this.shell.placedAnew();
    }
    if (isOrdering !== wasOrdering || (isElse && isOrdering)) this.shell.reorder();
    this.shell.changed();
  }
}

const noEditor = (): HostError =>
  new HostError({
    what: "No editor is connected.",
    next: "Open the panel in the editing application.",
  });
