import type {
  ClipProjectItem,
  ClipProjectItemStatic,
  FolderItem,
  FolderItemStatic,
  Project,
  ProjectItemSelection,
  ProjectItemStatic,
  ProjectStatic,
  ProjectUtilsStatic,
} from "@adobe/premierepro";
import type { Premiere } from "../../../plugin/premiere.ts";
import { CONSTANTS } from "./constants.ts";
import type { FakeEventManager } from "./events.ts";
import { exporter } from "./exporter.ts";
import { FakeClipProjectItem, FakeFolderItem, FakeProjectItem, projectItem } from "./items.ts";
import { markers, markerTypes } from "./markers.ts";
import { metadata } from "./metadata.ts";
import { handle, need, official } from "./parameters.ts";
import { FakeProject } from "./project.ts";
import { properties } from "./properties.ts";
import { sequenceEditors } from "./sequence-editor.ts";
import { sourceMonitor } from "./source-monitor.ts";
import type { FakeState } from "./state.ts";
import { tickTimes } from "./times.ts";
import { selections } from "./track-item-selection.ts";
import { transcripts } from "./transcript.ts";

export { EVENTS } from "./constants.ts";
export { FakeEventManager } from "./events.ts";

/**
 * `require("premierepro")` over an imagined project, as strict as the host where the host is
 * known to throw. Every part is held against Adobe's types for the members the plugin uses, and
 * every call goes through `state.calls`.
 */
export function fakePremiere(state: FakeState, events: FakeEventManager): Premiere {
  const parts = {
    ClipProjectItem: clipItems(state),
    EventManager: events,
    Exporter: exporter,
    FolderItem: folderItems(state),
    Marker: markerTypes,
    Markers: markers,
    Metadata: metadata,
    Project: projects(state),
    ProjectItem: projectItems(state),
    ProjectUtils: projectUtils(state),
    Properties: properties,
    SequenceEditor: sequenceEditors(state),
    SourceMonitor: sourceMonitor(state),
    TickTime: tickTimes,
    TrackItemSelection: selections,
    Transcript: transcripts,
  } satisfies Record<Exclude<keyof Premiere, "Constants">, object>;
  const watched = Object.entries(parts).map(([name, part]) => [
    name,
    state.calls.watch(part, name),
  ]);
  return official<Premiere>({ ...Object.fromEntries(watched), Constants: CONSTANTS });
}

function projects(state: FakeState): Pick<ProjectStatic, "getActiveProject"> {
  return {
    getActiveProject: () => {
      if (state.isProjectOpen) return Promise.resolve(official<Project>(new FakeProject(state)));
      if (state.faults.throwWithoutProject) return Promise.reject(new Error("No project."));
      return Promise.resolve(official<Project>(null));
    },
  };
}

function projectUtils(state: FakeState): Pick<ProjectUtilsStatic, "getSelection"> {
  return {
    getSelection: (...given) => {
      need(given, 1);
      handle(FakeProject, given[0]);
      return Promise.resolve(new FakeProjectItemSelection(state));
    },
  };
}

class FakeProjectItemSelection implements ProjectItemSelection {
  constructor(private readonly state: FakeState) {}

  getItems(): ReturnType<ProjectItemSelection["getItems"]> {
    const { state } = this;
    return Promise.resolve(state.panelSelection.map((node) => projectItem(state, node)));
  }
}

function clipItems(state: FakeState): Pick<ClipProjectItemStatic, "cast"> {
  return { cast: (...given) => official<ClipProjectItem>(FakeClipProjectItem.cast(state, given)) };
}

function projectItems(state: FakeState): Pick<ProjectItemStatic, "cast"> {
  return { cast: (...given) => FakeProjectItem.cast(state, given) };
}

function folderItems(state: FakeState): Pick<FolderItemStatic, "cast"> {
  return { cast: (...given) => official<FolderItem>(FakeFolderItem.cast(state, given)) };
}
