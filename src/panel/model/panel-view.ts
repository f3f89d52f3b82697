import type { Theme } from "../../contract/editor-host.ts";
import { isLocalResult, type LocalResult, type SearchResult } from "../../contract/search.ts";
import type { AddedPack } from "../../contract/pack.ts";
import type { AddedCaptioner } from "../../contract/sight.ts";
import type { NeedledropError } from "../../contract/errors.ts";
import type { TargetTrack } from "../../contract/cue.ts";
import type { DuckSettings } from "../../contract/ducking.ts";
import type { TrackTag } from "../../contract/cue-sheet.ts";
import type { UnderstoodItem } from "../../contract/understanding.ts";
import { describeView, type DescribeView } from "../describe/describe-view.ts";
import { compareView, type CompareView } from "../compare/compare-view.ts";
import { cutView, type CutView } from "../cut/cut-view.ts";
import type { Tempo } from "../cut/tempi.ts";
import { suggestedIn } from "../cut/tempo-filter.ts";
import type { Deed, ToolSheet } from "../editor/editor-tools.ts";
import type { MarkerKind } from "../editor/music-markers.ts";
import type { HostCheckState } from "../host-check/host-check.ts";
import type { DownloadsState, GetSheet } from "../downloads/downloads.ts";
import type { FilterName } from "../../contract/filters.ts";
import type { FiltersView } from "../filters/filters-view.ts";
import { fitView, type FitView } from "../fit/fit-view.ts";
import type { Job } from "../jobs/jobs.ts";
import type { SettingsState } from "../settings/settings.ts";
import type { SpaceState } from "../settings/space.ts";
import type { EngineState } from "../loading/engine-session.ts";
import type { MapView } from "../map/music-map.ts";
import type { SceneView } from "../scene/scene-reader.ts";
import type { OwnMusicState } from "../own-music/own-music.ts";
import type { ModelShelfState } from "../packs/model-shelf.ts";
import { keptView, type KeptView } from "../kept/kept-view.ts";
import { markedRegionText } from "../words/map.ts";
import type { Notice } from "../words/notice.ts";
import { reasonText, shortReason } from "../words/cut.ts";
import { chipText } from "../words/understood.ts";
import type { PanelParts } from "./panel-parts.ts";
import { playerView, type PlayerView } from "./player-view.ts";
import { resultsView, rowView, type ResultsView } from "./results-view.ts";
import type { SearchView } from "./search-flow.ts";

/** All that the panel shows at one moment: plain data, a new object after every change. */
export interface PanelView {
  readonly engine: EngineState;
  readonly search: SearchView;
  /** What the last answer took the query to say beyond its words, and the filters that are set. */
  readonly chips: readonly Chip[];
  readonly describe: DescribeView;
  readonly filters: FiltersView;
  readonly editor: EditorView;
  /** What of the description comes from the editor's selection. */
  readonly scene: SceneView;
  /** Why there are no results to show, if something failed. */
  readonly failure: NeedledropError | null;
  /** What the last answer found, best first. */
  readonly results: ResultsView;
  /** The track that Space plays and every edit lays. */
  readonly selected: SearchResult | null;
  readonly player: PlayerView;
  readonly compare: CompareView;
  readonly cut: CutView;
  readonly tools: ToolsView;
  readonly check: HostCheckState;
  readonly map: MapView;
  readonly music: OwnMusicState;
  readonly downloads: DownloadsState;
  readonly packs: ModelShelfState<AddedPack>;
  readonly captioners: ModelShelfState<AddedCaptioner>;
  readonly settings: SettingsState;
  readonly space: SpaceState;
  readonly fit: FitView | null;
  readonly jobs: readonly Job[];
  readonly kept: KeptView;
  readonly notice: Notice | null;
  readonly tab: Tab;
  readonly sheet: Sheet | null;
}

/** Something that the query was taken to say, or a filter that is set; it can be taken back. */
export interface Chip {
  /** "without drums"; no two chips of one origin have the same text. */
  readonly text: string;
  /** The phrases of the query that say so. They are taken back together. */
  readonly phrases: readonly string[];
  /** Whether it leaves tracks out; if not, it only ranks them. */
  readonly isFilter: boolean;
  /** The filter that it is; left out for what was understood. */
  readonly filter?: FilterName;
  /** Why it is there, as a sentence, where the panel suggested it. */
  readonly why?: string;
}

export interface EditorView {
  readonly status: "none" | "connecting" | "connected";
  /** What the editor calls itself; empty while none is connected. */
  readonly name: string;
  /** Why none is connected, if one was there and did not answer. */
  readonly problem: NeedledropError | null;
  /** The last theme that an editor had, if any. */
  readonly theme: Theme | null;
  /** Whether a result row may itself be dragged to the timeline. */
  readonly rowDrag: boolean;
  /** Hosts that it may download from; none if it has no network. */
  readonly downloadHosts: readonly string[];
}

/** The editor's tools. */
export interface ToolsView {
  readonly isOpen: boolean;
  readonly busy: Deed | null;
  /** The track that inserts go to. */
  readonly track: TargetTrack;
  readonly markers: MarkerKind;
  readonly ducking: DuckSettings;
  /** How many audio tracks the open sequence has. */
  readonly audioTracks: number;
  readonly folder: string | null;
  /** The selected track, if it can go on a timeline. */
  readonly result: LocalResult | null;
  /** Whether that sounds in the editor's own monitor. */
  readonly isPreviewed: boolean;
}

/** What stands between header and footer: what a search found, what the editor kept, or the map. */
export type Tab = "results" | "kept" | "map";

/** Asks into which collections a track is to go. */
export interface CollectSheet {
  readonly name: "collect";
  readonly tag: TrackTag;
}

/** What lies over the panel and takes all keys until it is closed. */
export type Sheet =
  ToolSheet | GetSheet | CollectSheet | { readonly name: "keys" | "check" | "music" | "settings" };

/** What the parts have to show now, with what the panel itself keeps. */
export function viewOf(
  parts: PanelParts,
  own: Pick<PanelView, "notice" | "tab" | "sheet">,
): PanelView {
  const { session, flow, scene, check, music, packs, captioners, downloads } = parts;
  const search = flow.view;
  const failure = failureOf(session.state, search);
  const filters = parts.filters.view;
  return {
    engine: session.state,
    search,
    chips: [
      ...(failure === null ? chipsOf(search.answer?.understood.items ?? []) : []),
      ...filterChips(filters, parts.cut.state.tempi, parts.map.view.marked),
    ],
    describe: describeView(parts),
    filters,
    editor: editorView(parts),
    scene: scene.view,
    failure,
    results: resultsView(parts),
    selected: parts.results.selected,
    player: playerView(parts),
    compare: compareView(parts),
    cut: cutView(parts),
    tools: toolsView(parts),
    check: check.state,
    map: parts.map.view,
    music: music.state,
    downloads: downloads.state,
    packs: packs.state,
    captioners: captioners.state,
    settings: parts.settings.state,
    space: parts.space.state,
    fit: fitView(parts),
    jobs: parts.jobs.state,
    kept: keptView(parts, own, (result) => rowView(parts, result)),
    ...own,
  };
}

function failureOf(engine: EngineState, { state }: SearchView): NeedledropError | null {
  if (engine.name === "failed") return engine.error;
  return state.name === "failed" ? state.error : null;
}

/** In order of appearance; items that mean the same share a chip: "no vocals, no singing". */
export function chipsOf(items: readonly UnderstoodItem[]): Chip[] {
  const chips = new Map<string, Chip>();
  for (const item of items) {
    const text = chipText(item);
    const phrases = [...new Set([...(chips.get(text)?.phrases ?? []), item.text])];
    chips.set(text, { text, phrases, isFilter: isFilter(item) });
  }
  return [...chips.values()];
}

/**
 * Its checkbox shows the filter for what is on this machine.
 * @param marked the tracks of the map's region, if it is they that the search is kept to
 */
function filterChips(
  { set, filters }: FiltersView,
  tempi: readonly Tempo[],
  marked: readonly string[] | null,
): Chip[] {
  const suggested = suggestedIn(filters, tempi);
  return set
    .filter(({ name }) => name !== "playable")
    .map(({ name, text }) => {
      const chip = { text, phrases: [], isFilter: true, filter: name };
      if (name === "tracks" && marked !== null) {
        return { ...chip, text: markedRegionText(marked.length) };
      }
      if (name !== "tempo" || suggested === null) return chip;
      return { ...chip, text: `${text} · ${shortReason(suggested)}`, why: reasonText(suggested) };
    });
}

function isFilter(item: UnderstoodItem): boolean {
  switch (item.kind) {
    case "tempo":
    case "length":
    case "key":
    case "vocals":
      return true;
    case "without":
      // Whether a track is sung is known of some tracks, and these are then left out.
      return item.label.concept === "vocals" && item.label.strength === 1;
    case "title":
    case "weight":
    case "spelling":
      return false;
  }
}

function editorView({ editor }: PanelParts): EditorView {
  const { state, theme } = editor;
  return {
    status: state.name,
    name: state.name === "connected" ? state.info.name : "",
    problem: state.name === "none" ? state.problem : null,
    theme,
    rowDrag: editor.rowDrag,
    downloadHosts: editor.downloadHosts,
  };
}

function toolsView({ tools, editor, results, sound }: PanelParts): ToolsView {
  const { isOpen, busy, settings, folder } = tools.state;
  const { selected } = results;
  const isFit = selected !== null && isLocalResult(selected) && tools.obstacle(selected) === null;
  const shown = isFit ? selected : null;
  return {
    isOpen,
    busy,
    track: tools.track,
    markers: settings.markers,
    ducking: tools.ducking,
    audioTracks: editor.place?.sequence?.audioTracks ?? 0,
    folder,
    result: shown,
    isPreviewed: shown !== null && sound.previewed === shown.track.id,
  };
}
