import { isLocalResult, type LocalResult } from "../../contract/search.ts";
import type { Section } from "../../contract/track.ts";
import type { PictureView } from "../compare/compare-view.ts";
import type { Deed } from "../editor/editor-tools.ts";
import type { Action } from "./keys.ts";
import type { PanelParts } from "./panel-parts.ts";
import type { Playback } from "./player.ts";
import { actsOn } from "./results-view.ts";

/** The selected track, and what inserting it would do. */
export interface PlayerView {
  /**
   * The player's state for the selected track: at rest while another one sounds. Its `result` is null
   * where nothing is selected, or a track that is not on this machine.
   */
  readonly playback: Playback;
  /** A track that still sounds though another one is selected; no edit concerns it. */
  readonly other: LocalResult | null;
  readonly peaks: Uint8Array | null;
  /** What the editor has marked in the selected track: what Insert lays and a drag takes. */
  readonly passage: Section | null;
  /** From the tags of its file; null if there is none. */
  readonly cover: ImageBitmap | null;
  /** What Insert would lay where, or why it cannot: the part that is heard first, or the whole. */
  readonly insertion: { readonly part: string; readonly whole: string };
  /** Whether it goes into the in/out range, and not to the playhead. */
  readonly intoRange: boolean;
  readonly insertable: boolean;
  readonly busy: Deed | null;
  /** How much of a file is converted, 0 to 1; null while none is. */
  readonly conversion: number | null;
  /** Whether the editor's own monitor plays it. */
  readonly previewable: boolean;
  readonly picture: PictureView;
  /** Acts of a track that are on for it; see `RowView`. */
  readonly on: readonly Action[];
}

export function playerView(parts: PanelParts): PlayerView {
  const { player, passages, session, tools, covers, editor, results } = parts;
  const { selected } = results;
  const result = selected !== null && isLocalResult(selected) ? selected : null;
  const insertion = (whole: boolean): string =>
    result === null ? "" : tools.insertionText(result, whole);
  const insertable = result !== null && tools.obstacle(result) === null;
  const inPlayer = player.isSounding ? player.playback.result : null;
  // A fit is a track of its own only to the player.
  const sounding = inPlayer && parts.fitAudio.originalOf(inPlayer);
  return {
    playback: player.playbackOf(result),
    other: sounding?.track.id === selected?.track.id ? null : sounding,
    peaks: result === null ? null : session.peaksOf(result.track.id),
    passage: result === null ? null : passages.of(result.track.id),
    cover: result === null ? null : covers.of(result.track),
    insertion: { part: insertion(false), whole: insertion(true) },
    intoRange: (editor.place?.sequence?.range ?? null) !== null,
    insertable,
    busy: tools.state.busy,
    conversion: tools.conversion.share,
    previewable: insertable && tools.isImported(result.track.audio),
    picture: { isOffered: editor.playsSequence, isRunning: parts.picture.isRunning },
    on: result === null ? [] : actsOn(parts, result),
  };
}
