import type { SearchResult } from "../../contract/search.ts";
import { compareActs } from "../compare/acts.ts";
import { cueSheetFile } from "../cue-sheet/file.ts";
import { describeActs } from "../describe/acts.ts";
import { stepKept } from "../kept/requests.ts";
import { keptActs } from "../kept/acts.ts";
import { openPage } from "../editor/open-page.ts";
import { hostReport, reportFile } from "../host-check/report.ts";
import { HOST_CHECK } from "../words/editor-messages.ts";
import { fitActs } from "../fit/acts.ts";
import { mapActs } from "../map/acts.ts";
import { TEXT } from "../words/messages.ts";
import type { Action } from "./keys.ts";
import type { PanelModel } from "./panel-model.ts";
import type { PanelParts } from "./panel-parts.ts";
import type { Sheet } from "./panel-view.ts";
import { passageActs } from "./passage-acts.ts";
import { troubleReport } from "./trouble-report.ts";

/** Seconds that an arrow key moves in a track. */
const SEEK_STEP = 5;

/** What acts need of the elements. */
export interface PanelHands {
  /** Searches at once for what stands in the box. */
  submit(): void;
  clear(): void;
  focusBox(): void;
  /** Moves the focus out of the box, to the selected result. */
  leaveBox(): void;
  focusSelected(): void;
  focusTrackChoice(): void;
  /** Goes to the filters, or to their button while they are out of sight. */
  focusFilters(): void;
  /** How many rows of the list are in sight; at least 1. */
  rowsInSight(): number;
  /** Moves the focus to the selected result, if it is on another one. */
  followSelected(): void;
  closeSheet(): void;
}

/** What keys and buttons do; to the result given, where it is about one. */
export type PanelActs = Readonly<Record<Action, (result: SearchResult | null) => unknown>>;

export function panelActs(
  panel: PanelModel,
  parts: PanelParts,
  hands: PanelHands,
  version: string,
): PanelActs {
  const { tools, sound, check, editor, session, flow, results, filters } = parts;
  const { music, packs, captioners, downloads, space } = parts;
  const step = async (by: number): Promise<void> => {
    if (parts.keptTab.isInSight) stepKept(panel, by);
    else await results.step(by);
    hands.focusSelected();
  };
  const insert = (result: SearchResult | null, whole: boolean): Promise<void> | null => {
    hands.leaveBox();
    return result && tools.insert(result, whole);
  };
  const toggleSheet = (name: Sheet["name"], open: () => unknown): unknown =>
    panel.view.sheet?.name === name ? hands.closeSheet() : open();
  const saveCues = (format: "csv" | "html"): unknown => {
    const { sheet } = panel.view;
    return sheet?.name === "cues" ? tools.save(cueSheetFile(sheet.cues, format)) : null;
  };
  const info = () => (editor.state.name === "connected" ? editor.state.info : null);
  const about = () => ({ panel: version, userAgent: navigator.userAgent, editor: info() });
  const checkReport = () => hostReport(check.state, { date: new Date(), ...about() });
  return {
    ...describeActs(panel, parts),
    search: () => hands.submit(),
    clear: () => {
      if (flow.view.description !== "") hands.clear();
      else if (!sound.stop()) panel.tell(null);
    },
    "focus-search": () => hands.focusBox(),
    "describe-selection": () => panel.describeSelection().then(() => hands.focusBox()),
    retry: () => panel.retry(),
    next: () => step(1),
    previous: () => step(-1),
    first: () => step(-Infinity),
    last: () => step(Infinity),
    "page-down": () => step(hands.rowsInSight()),
    "page-up": () => step(-hands.rowsInSight()),
    "toggle-play": (result) => result && sound.play(result),
    "seek-back": () => sound.seekBy(-SEEK_STEP),
    "seek-forward": () => sound.seekBy(SEEK_STEP),
    ...compareActs(parts, hands),
    ...passageActs(panel, parts),
    insert: (result) => insert(result, false),
    "insert-whole": (result) => insert(result, true),
    get: (result) => result && downloads.get(result),
    "cancel-get": (result) => result && downloads.cancel(result.track.id),
    "choose-downloads": () => downloads.chooseFolder(),
    "open-page": async (result) => {
      const notice = result && (await openPage(result.track, editor.host));
      if (notice !== null) panel.tell(notice);
    },
    push: (result) => result && tools.askPush(result),
    replace: (result) => result && tools.replace(result),
    mark: (result) => result && tools.mark(result),
    preview: (result) => result && sound.togglePreview(result),
    duck: () => tools.duck(),
    unduck: () => tools.unduck(),
    "cue-sheet": () => toggleSheet("cues", () => tools.openCueSheet()),
    "save-csv": () => saveCues("csv"),
    "save-html": () => saveCues("html"),
    "choose-track": () => {
      if (!tools.state.isOpen) tools.toggle();
      hands.focusTrackChoice();
    },
    "choose-folder": () => tools.chooseFolder(),
    tools: () => tools.toggle(),
    cut: () => parts.cut.toggle(),
    "read-cut": () => parts.cut.read(),
    "check-host": () =>
      toggleSheet("check", () => {
        check.reset();
        panel.show({ name: "check" });
      }),
    "own-music": () =>
      toggleSheet("music", () => {
        panel.show({ name: "music" });
        void downloads.refresh();
        return Promise.all([music.open(), packs.open(), captioners.open()]);
      }),
    settings: () =>
      toggleSheet("settings", () => {
        panel.show({ name: "settings" });
        void downloads.refresh();
        return space.measure();
      }),
    "copy-check": () => panel.copy(checkReport(), HOST_CHECK.copied),
    "save-check": () => tools.save(reportFile(checkReport())),
    "copy-report": () => {
      const { state } = session;
      const report = troubleReport({
        ...about(),
        engine: state.name === "ready" ? state.info : null,
        error: panel.view.failure ?? panel.lastError,
        description: flow.view.description,
      });
      return panel.copy(report, TEXT.reportCopied);
    },
    ...mapActs(panel),
    ...fitActs(panel, parts),
    stop: () => {
      if (tools.conversion.cancel() || parts.fitLaying.cancel() || parts.fit.cancel()) return;
      // Bad news stays until it is closed; good news goes by itself.
      if (!sound.stop() || panel.view.notice?.kind === "negative") panel.tell(null);
    },
    ...keptActs(panel, hands),
    "cancel-conversion": () => tools.conversion.cancel(),
    filters: () => {
      filters.toggle();
      hands.focusFilters();
    },
    "reset-filters": () => filters.reset(),
    help: () => toggleSheet("keys", () => panel.show({ name: "keys" })),
  };
}

/** The key that closes a sheet, beside Esc; no other key does anything under it. */
export const SHEET_KEYS: Readonly<Record<Sheet["name"], Action | null>> = {
  keys: "help",
  cues: "cue-sheet",
  check: "check-host",
  music: "own-music",
  settings: "settings",
  push: null,
  collect: "collect",
  get: null,
};
