import type {
  ClipProjectItem,
  ClipProjectItemStatic,
  Constants,
  EventManagerStatic,
  FolderItem,
  FolderItemStatic,
  Marker,
  Markers,
  MarkersStatic,
  MetadataStatic,
  Project,
  ProjectItemSelection,
  ProjectStatic,
  ProjectUtilsStatic,
  SequenceEditor,
  SequenceEditorStatic,
  TickTimeStatic,
  TranscriptStatic,
} from "@adobe/premierepro";
import type { Premiere } from "../../../plugin/premiere.ts";
import { handle, need, official } from "./parameters.ts";
import {
  FakeClipProjectItem,
  FakeFolderItem,
  FakeProject,
  FakeProjectItem,
  projectItem,
} from "./project.ts";
import { CLIP_TYPE, FakeSequence, FakeSequenceEditor } from "./sequence.ts";
import type { FakeState } from "./state.ts";
import { fromSeconds, tickTime } from "./times.ts";

export const EVENTS = {
  ProjectEvent: {
    ACTIVATED: "project-activated",
    CLOSED: "project-closed",
    PROJECT_ITEM_SELECTION_CHANGED: "project-item-selection-changed",
  } satisfies Partial<Record<keyof typeof Constants.ProjectEvent, string>>,
  SequenceEvent: {
    ACTIVATED: "sequence-activated",
    CLOSED: "sequence-closed",
    SELECTION_CHANGED: "sequence-selection-changed",
  } satisfies Partial<Record<keyof typeof Constants.SequenceEvent, string>>,
};

type Handler = (event?: object) => void;

/** The host's listeners, and a way to fire its events. */
export class FakeEventManager implements Pick<
  EventManagerStatic,
  "addGlobalEventListener" | "removeGlobalEventListener"
> {
  readonly #listeners = new Map<string, Set<Handler>>();
  /** Events this build of the host lacks. */
  readonly missing = new Set<string>();

  addGlobalEventListener(...given: [unknown, Handler]): void {
    need(given, 2);
    const [name, handler] = given;
    if (typeof name !== "string" || this.missing.has(name)) throw new Error("Invalid parameter.");
    this.#listeners.set(name, (this.#listeners.get(name) ?? new Set()).add(handler));
  }

  removeGlobalEventListener(...given: [unknown, Handler]): void {
    need(given, 2);
    this.#listeners.get(String(given[0]))?.delete(given[1]);
  }

  fire(name: string): void {
    this.#listeners.get(name)?.forEach((handler) => handler({ id: "event" }));
  }

  get listenerCount(): number {
    return [...this.#listeners.values()].reduce((sum, handlers) => sum + handlers.size, 0);
  }
}

/**
 * `require("premierepro")` over an imagined project, as strict as the host where the host is
 * known to throw. Every part is held against Adobe's types for the members the plugin uses.
 */
export function fakePremiere(state: FakeState, events: FakeEventManager): Premiere {
  const tickTimes: Pick<TickTimeStatic, "createWithSeconds" | "createWithTicks"> = {
    createWithSeconds: (...given) => {
      need(given, 1);
      return fromSeconds(given[0]);
    },
    createWithTicks: (...given) => {
      need(given, 1);
      return tickTime(Number(given[0]));
    },
  };
  const projects: Pick<ProjectStatic, "getActiveProject"> = {
    getActiveProject: () => {
      if (state.isProjectOpen) return Promise.resolve(official<Project>(new FakeProject(state)));
      if (state.faults.throwWithoutProject) return Promise.reject(new Error("No project."));
      return Promise.resolve(official<Project>(null));
    },
  };
  const projectUtils: Pick<ProjectUtilsStatic, "getSelection"> = {
    getSelection: (...given) => {
      need(given, 1);
      handle(FakeProject, given[0]);
      const items = state.panelSelection.map((node) => projectItem(state, node));
      const selection: ProjectItemSelection = { getItems: () => Promise.resolve(items) };
      return Promise.resolve(selection);
    },
  };
  const clips: Pick<ClipProjectItemStatic, "cast"> = {
    cast: (...given) => official<ClipProjectItem>(FakeClipProjectItem.cast(state, given)),
  };
  const folders: Pick<FolderItemStatic, "cast"> = {
    cast: (...given) => official<FolderItem>(FakeFolderItem.cast(state, given)),
  };
  const editors: Pick<SequenceEditorStatic, "getEditor"> = {
    getEditor: (...given) => {
      need(given, 1);
      const { node } = handle(FakeSequence, given[0]);
      return official<SequenceEditor>(new FakeSequenceEditor(state, node));
    },
  };
  const metadata: Pick<MetadataStatic, "getProjectColumnsMetadata"> = {
    getProjectColumnsMetadata: (...given) => {
      need(given, 1);
      return Promise.resolve(JSON.stringify(handle(FakeProjectItem, given[0]).node.columns));
    },
  };
  const markers: Pick<MarkersStatic, "getMarkers"> = {
    getMarkers: (...given) => {
      need(given, 1);
      const { node } = handle(FakeClipProjectItem, given[0]);
      const all = node.markers.map((marker) => {
        const read = { getName: () => marker.name, getComments: () => marker.comments };
        return official<Marker>(read satisfies Pick<Marker, "getName" | "getComments">);
      });
      const owner = { getMarkers: () => all } satisfies Pick<Markers, "getMarkers">;
      return Promise.resolve(official<Markers>(owner));
    },
  };
  const transcripts: Pick<TranscriptStatic, "hasTranscript" | "exportToJSON"> = {
    hasTranscript: (...given) => {
      need(given, 1);
      return handle(FakeClipProjectItem, given[0]).node.transcript !== null;
    },
    exportToJSON: (...given) => {
      need(given, 1);
      const { transcript } = handle(FakeClipProjectItem, given[0]).node;
      return transcript === null
        ? Promise.reject(new Error("No transcript."))
        : Promise.resolve(transcript);
    },
  };
  return official<Premiere>({
    ClipProjectItem: clips,
    Constants: { ...EVENTS, TrackItemType: { CLIP: CLIP_TYPE } },
    EventManager: events,
    FolderItem: folders,
    Markers: markers,
    Metadata: metadata,
    Project: projects,
    ProjectUtils: projectUtils,
    SequenceEditor: editors,
    TickTime: tickTimes,
    Transcript: transcripts,
  } satisfies Record<keyof Premiere, object>);
}
