import type { Engine } from "../../contract/engine.ts";
import { asNeedledropError, type NeedledropError } from "../../contract/errors.ts";
import { TRACK_LIMIT } from "../../contract/filters.ts";
import type { CatalogueMap, MapPoint } from "../../contract/map.ts";
import type { SearchAnswer, SearchResult } from "../../contract/search.ts";
import { without } from "../filters/with-values.ts";
import type { SearchView } from "../model/search-flow.ts";
import type { Wishes } from "../model/wishes.ts";
import { MAP, tooManyMarkedText } from "../words/map.ts";
import { info, type Notice } from "../words/notice.ts";
import type { Settings } from "../settings/settings.ts";
import type { HoverSound } from "./hover-sound.ts";

export type MapEngine = Pick<Engine, "map" | "placeQuery" | "tracks">;

/** What the map needs of the panel. */
export interface MapSources {
  readonly whenReady: () => Promise<MapEngine>;
  readonly flow: {
    readonly view: Pick<SearchView, "wishes" | "answer">;
    change(change: Partial<Wishes>): Promise<void>;
  };
  readonly sound: Pick<HoverSound, "over" | "leave" | "isSounding">;
  readonly settings: Pick<Settings, "state" | "set">;
  readonly select: (result: SearchResult) => void;
  readonly tell: (notice: Notice) => void;
  readonly changed: () => void;
}

/** What the map shows beside the search's answer. */
export interface MapView {
  /** Null until it has been drawn once. */
  readonly map: CatalogueMap | null;
  readonly error: NeedledropError | null;
  /** Where the description lies; null if there is none. */
  readonly query: MapPoint | null;
  /** [tracks]: 1 for those that the search admits; null if it admits all. */
  readonly admitted: Uint8Array | null;
  /** The track under the pointer. */
  readonly pointed: SearchResult | null;
  /** Whether that one sounds. */
  readonly isHeard: boolean;
  /** Whether tracks sound under the pointer. */
  readonly hears: boolean;
  /** Ids of the tracks in the marked region; null if none is marked. */
  readonly marked: readonly string[] | null;
}

/** Most tracks under the pointer that are remembered. */
const MOST_KNOWN = 500;

/**
 * The catalogue as a picture. It is drawn when it is first looked at, and again when there is other
 * music. Nothing here rejects.
 */
export class MusicMap {
  private isOpen = false;
  private drawings = 0;
  private map: CatalogueMap | null = null;
  private error: NeedledropError | null = null;
  private placed: Pick<MapView, "query" | "admitted"> = { query: null, admitted: null };
  private readonly known = new Map<string, SearchResult>();
  private pointedId: string | null = null;
  private pointed: SearchResult | null = null;
  private selecting: string | null = null;
  private region: readonly string[] | null = null;

  constructor(private readonly sources: MapSources) {}

  get view(): MapView {
    const { map, error, placed, pointed, hears, marked } = this;
    const { answer } = this.sources.flow.view;
    const { query, admitted } = answer === null ? { query: null, admitted: null } : placed;
    const { isSounding } = this.sources.sound;
    return { map, error, query, admitted, pointed, isHeard: isSounding, hears, marked };
  }

  /** It is looked at from now on. */
  async open(): Promise<void> {
    if (this.isOpen) return;
    this.isOpen = true;
    await this.draw();
  }

  /** There is other music, or the engine has come back. */
  async refresh(): Promise<void> {
    this.known.clear();
    if (this.isOpen) await this.draw();
  }

  /** A search was answered. */
  async follow(answer: SearchAnswer): Promise<void> {
    if (!this.isOpen) return;
    try {
      const engine = await this.sources.whenReady();
      const { point, admitted } = await engine.placeQuery(answer.request);
      // A later search places itself.
      if (this.sources.flow.view.answer !== answer) return;
      const asks = saysSomething(answer);
      const leavesOut = admitted.includes(0);
      this.placed = { query: asks ? point : null, admitted: leavesOut ? admitted : null };
    } catch {
      // The search itself has told what failed.
      this.placed = { query: null, admitted: null };
    }
    this.sources.changed();
  }

  /** The pointer is over a track, or over none. */
  async point(id: string | null): Promise<void> {
    if (id === this.pointedId) return;
    this.pointedId = id;
    this.sources.sound.leave();
    const result = id === null ? null : await this.resultOf(id);
    if (this.pointedId !== id) return;
    this.pointed = result;
    if (result !== null && this.hears) this.sources.sound.over(result);
    this.sources.changed();
  }

  /** Selects a track, as in the list. */
  async select(id: string): Promise<void> {
    this.selecting = id;
    const result = await this.resultOf(id);
    // A later choice may have been known at once.
    if (result === null || this.selecting !== id) return;
    this.sources.select(result);
    this.sources.changed();
  }

  /** It stays so from start to start. */
  async hearOnHover(hears: boolean): Promise<void> {
    if (!hears) this.sources.sound.leave();
    await this.sources.settings.set({ hearOnHover: hears });
  }

  private get hears(): boolean {
    return this.sources.settings.state.settings.hearOnHover;
  }

  /** Keeps the search to these tracks. */
  async mark(ids: readonly string[]): Promise<void> {
    const { flow, tell } = this.sources;
    if (ids.length === 0) return tell(info(MAP.none));
    if (ids.length > TRACK_LIMIT) return tell(info(tooManyMarkedText(ids.length, TRACK_LIMIT)));
    this.region = ids;
    await flow.change({ filters: { ...flow.view.wishes.filters, tracks: [...ids] } });
  }

  /** Takes a track into the region, or out of it. */
  async toggleMarked(id: string): Promise<void> {
    const marked = this.marked ?? [];
    const others = marked.filter((other) => other !== id);
    if (others.length < marked.length && others.length === 0) return this.unmark();
    await this.mark(others.length < marked.length ? others : [...marked, id]);
  }

  /** Searches among all tracks again. */
  async unmark(): Promise<void> {
    const { flow } = this.sources;
    this.region = null;
    await flow.change({ filters: without(flow.view.wishes.filters, "tracks") });
  }

  /** The region, for as long as the search is kept to it: other features set tracks as well. */
  private get marked(): readonly string[] | null {
    const { tracks } = this.sources.flow.view.wishes.filters;
    const { region } = this;
    if (tracks === undefined || region?.length !== tracks.length) return null;
    return region.every((id, i) => id === tracks[i]) ? region : null;
  }

  private async draw(): Promise<void> {
    const drawing = ++this.drawings;
    this.error = null;
    try {
      const engine = await this.sources.whenReady();
      const map = await engine.map();
      if (drawing !== this.drawings) return;
      this.map = map;
    } catch (thrown) {
      if (drawing !== this.drawings) return;
      this.isOpen = false; // Looking at it again tries again.
      this.error = asNeedledropError(thrown);
    }
    this.sources.changed();
    const { answer } = this.sources.flow.view;
    if (answer !== null) await this.follow(answer);
  }

  /** As the search found it, with the part that fits; else as the engine knows it. */
  private async resultOf(id: string): Promise<SearchResult | null> {
    const found = this.sources.flow.view.answer?.results.find(({ track }) => track.id === id);
    const known = found ?? this.known.get(id);
    if (known !== undefined) return known;
    try {
      const engine = await this.sources.whenReady();
      const [result = null] = await engine.tracks([id]);
      if (this.known.size >= MOST_KNOWN) this.known.clear();
      if (result !== null) this.known.set(id, result);
      return result;
    } catch {
      return null; // A point without a name can still be seen.
    }
  }
}

/** Whether a search was for something: filters alone lie nowhere. */
const saysSomething = ({ request }: SearchAnswer): boolean =>
  request.query.trim() !== "" || request.second !== undefined || request.like !== undefined;
