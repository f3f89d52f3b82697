import { isLocalResult, type LocalResult, type SearchResult } from "../../contract/search.ts";
import type { EditorLink } from "../editor/editor-link.ts";
import type { Player } from "../model/player.ts";
import { COMPARE, fullText, overText } from "../words/compare.ts";
import { remoteText } from "../words/messages.ts";
import { info, type Notice } from "../words/notice.ts";
import type { Picture } from "./picture.ts";
import { MOST_PINS, type Pins } from "./pins.ts";
import { placeIn } from "./same-place.ts";

/** A start that took longer than this, in seconds, was no start of a track at hand. */
const MOST_DELAY = 0.25;

export interface CompareParts {
  readonly pins: Pins;
  readonly player: Player;
  readonly picture: Picture;
  readonly editor: EditorLink;
  /** Where a track begins to play: its passage, or its best moment. */
  readonly startOf: (result: LocalResult) => number;
  /** Makes a track the one that keys and buttons work on. */
  readonly select: (result: SearchResult) => void;
  readonly tell: (notice: Notice) => void;
  readonly changed: () => void;
}

/** Pins tracks, and goes from one to another at the same place. They outlive searches. */
export class Compare {
  constructor(private readonly parts: CompareParts) {}

  /** Pins a track, or unpins it. Of more than four, none gives way by itself. */
  toggle(result: SearchResult): void {
    const { pins, tell, editor } = this.parts;
    if (!isLocalResult(result)) {
      return tell(
        info(`“${result.track.title}”: ${remoteText(result.track, editor.downloadHosts)}`),
      );
    }
    if (pins.has(result)) return this.unpin(result.track.id);
    const [oldest] = pins.results;
    if (oldest !== undefined && pins.results.length >= MOST_PINS) {
      return tell(info(fullText(oldest.track.title)));
    }
    pins.add(result);
    this.levelled();
  }

  unpin(trackId: string): void {
    const { pins, player } = this.parts;
    pins.remove(trackId, player.media);
    this.levelled();
  }

  unpinAll(): void {
    for (const { track } of this.parts.pins.results) this.unpin(track.id);
  }

  /** Hears the pinned track `by` places further, round and round. */
  step(by: number): void {
    const { pins, player } = this.parts;
    const { results } = pins;
    const { length } = results;
    if (length === 0) return this.parts.tell(info(COMPARE.nothingPinned));
    const current = player.playback.result?.track.id;
    const at = results.findIndex(({ track }) => track.id === current);
    const next = at === -1 ? (by > 0 ? 0 : length - 1) : (at + by + length) % length;
    this.hear(next);
  }

  /** Hears a pinned track, 0 for the first, at the place where the player is. */
  hear(index: number): void {
    const { pins, player, picture, startOf, select, tell } = this.parts;
    const next = pins.results[index];
    if (next === undefined) return;
    const place = placeIn(next, startOf(next), this.offset);
    const { result, status } = player.playback;
    const isHeard = result?.track.id === next.track.id && status === "playing";
    select(next);
    if (place === null) {
      tell(info(overText(next.track.title)));
      if (picture.isRunning) player.pause();
      else player.play(next, startOf(next));
    } else if (!isHeard) player.play(next, place);
  }

  /** How far the player is from where its track begins, in seconds. */
  private get offset(): number {
    const { player, picture, startOf } = this.parts;
    // The picture does not wait until the next track sounds.
    if (picture.offset !== null) return picture.offset + Math.min(player.delay, MOST_DELAY);
    const { result, status, time } = player.playback;
    return result === null || status === "stopped" ? 0 : time - startOf(result);
  }

  private levelled(): void {
    this.parts.player.setLevel();
    this.parts.changed();
  }
}
