import type { Action, Marker, Markers, MarkersStatic, TickTime } from "@adobe/premierepro";
import { action, FakeClipProjectItem } from "./items.ts";
import { handle, need, official } from "./parameters.ts";
import { FakeSequence } from "./sequence.ts";
import type { FakeState, MarkerNode } from "./state.ts";
import { ticksOf, tickTime } from "./times.ts";

/** `Marker`, the class. */
export const markerTypes = { MARKER_TYPE_COMMENT: "Comment" };

type UsedOfMarker = "getComments" | "getDuration" | "getName" | "getStart" | "getType";

class FakeMarker implements Pick<Marker, UsedOfMarker> {
  constructor(
    private readonly marker: MarkerNode,
    private readonly zero: number,
  ) {}

  getName(): string {
    return this.marker.name;
  }

  getComments(): string {
    return this.marker.comments;
  }

  getType(): string {
    return markerTypes.MARKER_TYPE_COMMENT;
  }

  getStart(): TickTime {
    return tickTime(this.zero + (this.marker.start ?? 0));
  }

  getDuration(): TickTime {
    return tickTime(this.marker.duration ?? 0);
  }
}

/** Markers are listed in time order, whenever they were made. */
class FakeMarkers implements Pick<Markers, "createAddMarkerAction" | "getMarkers"> {
  constructor(
    readonly state: FakeState,
    private readonly owned: MarkerNode[],
    private readonly zero: number,
  ) {}

  getMarkers(): Marker[] {
    return [...this.owned]
      .sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
      .map((marker) => official<Marker>(new FakeMarker(marker, this.zero)));
  }

  createAddMarkerAction(...given: [string, string?, TickTime?, TickTime?, string?]): Action {
    need(given, 1);
    const [name, type = markerTypes.MARKER_TYPE_COMMENT, start, duration, comments = ""] = given;
    const marker = {
      name,
      comments,
      start: start === undefined ? 0 : ticksOf([start]) - this.zero,
      duration: duration === undefined ? 0 : ticksOf([duration]),
    };
    if (type !== markerTypes.MARKER_TYPE_COMMENT || marker.start < 0 || marker.duration < 0)
      throw new Error("Invalid parameter.");
    return action(this.state, () => {
      this.owned.push(marker);
      return () => this.owned.splice(this.owned.indexOf(marker), 1);
    });
  }
}

/** `Markers`, the class: of a cast clip or of a sequence. */
export const markers: Pick<MarkersStatic, "getMarkers"> = {
  // eslint-disable-next-line @typescript-eslint/require-await -- The host answers a promise.
  getMarkers: async (...given) => {
    need(given, 1);
    const owner: unknown = given[0];
    if (owner instanceof FakeSequence)
      return official<Markers>(new FakeMarkers(owner.state, owner.node.markers, 0));
    const { state, node } = handle(FakeClipProjectItem, owner);
    const zero = state.build.marksFrom === "mediaStart" ? node.mediaStart : 0;
    return official<Markers>(new FakeMarkers(state, node.markers, zero));
  },
};
