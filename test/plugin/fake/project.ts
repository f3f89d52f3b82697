import type {
  ClipProjectItem,
  CompoundAction,
  FolderItem,
  Guid,
  Project,
  ProjectItem,
  Sequence,
} from "@adobe/premierepro";
import { guid } from "./guid.ts";
import { importInto } from "./import.ts";
import { FakeFolderItem, FakeProjectItem } from "./items.ts";
import { handle, need, official } from "./parameters.ts";
import { FakeSequence } from "./sequence.ts";
import { FakeSequences } from "./sequences.ts";
import type { FakeState } from "./state.ts";

export { projectItem } from "./items.ts";

type UsedOfProject =
  | "createSequenceFromMedia"
  | "deleteSequence"
  | "executeTransaction"
  | "getActiveSequence"
  | "getRootItem"
  | "getSequences"
  | "guid"
  | "importFiles"
  | "lockedAccess"
  | "name"
  | "openSequence"
  | "path";

export class FakeProject implements Pick<Project, UsedOfProject> {
  readonly name = "Film.prproj";

  constructor(readonly state: FakeState) {}

  /** Empty until the project is saved for the first time. */
  get path(): string {
    return this.state.projectPath;
  }

  get guid(): Guid {
    return this.state.faults.noGuids ? official<Guid>(undefined) : guid(this.state.projectId);
  }

  getActiveSequence(): Promise<Sequence> {
    const { sequence } = this.state;
    return Promise.resolve(
      official<Sequence>(sequence === null ? null : new FakeSequence(this.state, sequence)),
    );
  }

  getSequences(): Promise<Sequence[]> {
    return Promise.resolve(new FakeSequences(this.state).getAll());
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- The host answers a promise.
  async createSequenceFromMedia(
    ...given: [string, ClipProjectItem[]?, ProjectItem?]
  ): Promise<Sequence> {
    return new FakeSequences(this.state).createFromMedia(...given);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- The host answers a promise.
  async openSequence(...given: [Sequence]): Promise<boolean> {
    return new FakeSequences(this.state).open(...given);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- The host answers a promise.
  async deleteSequence(...given: [Sequence]): Promise<boolean> {
    return new FakeSequences(this.state).delete(...given);
  }

  getRootItem(): Promise<FolderItem> {
    return Promise.resolve(official<FolderItem>(new FakeFolderItem(this.state, this.state.root)));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- The host answers a promise.
  async importFiles(...given: [string[], boolean?, (ProjectItem | null)?]): Promise<boolean> {
    need(given, 1);
    // Absence is null; undefined is refused (Adobe's samples, issue 75).
    if (given.includes(undefined)) throw new Error("Illegal Parameter type");
    const bin = given[2] ? handle(FakeProjectItem, given[2]).node : this.state.root;
    return importInto(this.state, bin, given[0]);
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
