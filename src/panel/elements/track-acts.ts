import { html, type TemplateResult } from "lit";
import type { Action } from "../model/keys.ts";
import { COMPARE } from "../words/compare.ts";
import { DESCRIBE } from "../words/describe.ts";
import { FIT } from "../words/fit.ts";
import { KEPT } from "../words/kept.ts";
import { LIKE_SIGNS } from "./describe/like-signs.ts";

/** How an act is offered. */
interface Look {
  /** What a press would do; its key is added. */
  readonly label: string;
  /** A small icon, hidden from assistive technology. */
  readonly icon: TemplateResult;
}

/** Something that can be done with any track, in its row and in the player. */
export interface TrackAct {
  readonly action: Action;
  readonly off: Look;
  /** Where it can be on, such as a favourite: how it is taken back. */
  readonly on?: Look;
  /** Whether a row shows it at all times, and not only while it is pointed at or selected. */
  readonly always: boolean;
  /** Whether it needs the audio. */
  readonly local: boolean;
  /** Whether it stands beside Insert in the player, since it lays music too. */
  readonly lays?: true;
}

/** In the order in which they are shown. Inserting stands beside them, since it may be impossible. */
export const TRACK_ACTS: readonly TrackAct[] = [
  {
    action: "favourite",
    off: {
      label: KEPT.addFavourite,
      icon: html`<sp-icon-star size="s" aria-hidden="true"></sp-icon-star>`,
    },
    on: {
      label: KEPT.removeFavourite,
      icon: html`<sp-icon-star-filled size="s" aria-hidden="true"></sp-icon-star-filled>`,
    },
    always: true,
    local: false,
  },
  {
    action: "more-like",
    off: { label: DESCRIBE.more, icon: LIKE_SIGNS.more },
    on: { label: DESCRIBE.noMore, icon: LIKE_SIGNS.more },
    always: false,
    local: false,
  },
  {
    action: "less-like",
    off: { label: DESCRIBE.less, icon: LIKE_SIGNS.less },
    on: { label: DESCRIBE.noLess, icon: LIKE_SIGNS.less },
    always: false,
    local: false,
  },
  {
    action: "pin",
    off: {
      label: COMPARE.pin,
      icon: html`<sp-icon-pin-off size="s" aria-hidden="true"></sp-icon-pin-off>`,
    },
    on: {
      label: COMPARE.unpin,
      icon: html`<sp-icon-pin-on size="s" aria-hidden="true"></sp-icon-pin-on>`,
    },
    always: false,
    local: true,
  },
  {
    action: "fit",
    off: { label: FIT.act, icon: html`<sp-icon-cut size="s" aria-hidden="true"></sp-icon-cut>` },
    always: false,
    local: true,
    lays: true,
  },
];

/** How an act is offered now. */
export const lookOf = (act: TrackAct, on: readonly Action[]): Look =>
  (on.includes(act.action) ? act.on : undefined) ?? act.off;
