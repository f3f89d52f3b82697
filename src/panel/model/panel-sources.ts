import type { Sheet, Tab } from "./panel-view.ts";
import type { ToolsPanel } from "../editor/editor-tools.ts";
import type { ConnectEditor } from "../editor/editor-link.ts";
import type { KeptStore } from "../kept/kept-store.ts";
import type { OpenEngine } from "../loading/bundled-engine.ts";
import type { SettingsStore } from "../settings/settings-store.ts";

/** What the panel is given. */
export interface PanelSources {
  readonly openEngine: OpenEngine;
  readonly connectEditor: ConnectEditor;
  readonly media: HTMLAudioElement;
  /** Makes an audio element for a pinned track. */
  readonly newMedia: () => HTMLAudioElement;
  /** Where favourites and the like are kept; left out: in the browser. */
  readonly openKept?: () => Promise<KeptStore>;
  /** Where settings are kept; left out: in the browser. */
  readonly settings?: SettingsStore;
  /** Version of the panel. */
  readonly version: string;
}

/** What the parts ask of the panel. */
export interface PanelShell extends ToolsPanel {
  show(sheet: Sheet | null): void;
  showTab(tab: Tab): void;
  /** Tracks of the kept list in sight have been found. */
  keptFound(): void;
}
