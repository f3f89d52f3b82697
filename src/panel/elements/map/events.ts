import { PanelEvent } from "../events.ts";

/** The map is looked at from now on. */
export class MapOpenEvent extends PanelEvent {
  static readonly type = "nd-map-open";
  constructor() {
    super(MapOpenEvent.type);
  }
}

/** The pointer is over a track; null: over none. */
export class MapPointEvent extends PanelEvent {
  static readonly type = "nd-map-point";
  constructor(readonly id: string | null) {
    super(MapPointEvent.type);
  }
}

/** A track was chosen on the map; `plays`: it is to sound. */
export class MapSelectEvent extends PanelEvent {
  static readonly type = "nd-map-select";
  constructor(
    readonly id: string,
    readonly plays: boolean,
  ) {
    super(MapSelectEvent.type);
  }
}

/** Search among these tracks; null: among all. */
export class MapMarkEvent extends PanelEvent {
  static readonly type = "nd-map-mark";
  constructor(readonly ids: readonly string[] | null) {
    super(MapMarkEvent.type);
  }
}

/** Take a track into the marked region, or out of it. */
export class MapToggleEvent extends PanelEvent {
  static readonly type = "nd-map-toggle";
  constructor(readonly id: string) {
    super(MapToggleEvent.type);
  }
}

/** Whether tracks sound under the pointer. */
export class MapHearEvent extends PanelEvent {
  static readonly type = "nd-map-hear";
  constructor(readonly hears: boolean) {
    super(MapHearEvent.type);
  }
}

/** Marking by hand begins or ends. */
export class MapMarkingEvent extends PanelEvent {
  static readonly type = "nd-map-marking";
  constructor(readonly marking: boolean) {
    super(MapMarkingEvent.type);
  }
}
