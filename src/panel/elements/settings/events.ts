import type { PanelSettings } from "../../settings/settings-store.ts";
import { PanelEvent } from "../events.ts";

/** The panel is to do things in another way from now on. */
export class SettingsEvent extends PanelEvent {
  static readonly type = "nd-settings-change";
  constructor(readonly settings: Partial<PanelSettings>) {
    super(SettingsEvent.type);
  }
}

/** Make the copy of the index anew, or forget what was searched for and played. */
export class SpaceEvent extends PanelEvent {
  static readonly type = "nd-space";
  constructor(readonly wish: "rebuildIndex" | "clearHistory") {
    super(SpaceEvent.type);
  }
}
