import type { Section, Track } from "../../../contract/track.ts";
import { PanelEvent } from "../events.ts";

/** A passage of a track was marked by hand. */
export class PassageEvent extends PanelEvent {
  static readonly type = "nd-passage";
  constructor(
    readonly track: Track,
    readonly passage: Section,
  ) {
    super(PassageEvent.type);
  }
}
