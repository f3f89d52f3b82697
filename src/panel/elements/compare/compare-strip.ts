import { LitElement, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { CellView } from "../../compare/compare-view.ts";
import { withKey } from "../../model/keyboard.ts";
import type { CompareAction } from "../../model/keys.ts";
import { COMPARE, cellLabel, levelHelp, levelText, unpinLabel } from "../../words/compare.ts";
import { ActEvent } from "../events.ts";
import "../results/waveform.ts";
import { titleText } from "../../words/results.ts";
import { shared } from "../styles.ts";
import { compareStripStyles } from "./compare-strip-styles.ts";

const HEAR: readonly CompareAction[] = ["pinned-1", "pinned-2", "pinned-3", "pinned-4"];

/** The pinned tracks, above the player: hear each at the same place, or let go of it. */
@customElement("nd-compare-strip")
export class CompareStrip extends LitElement {
  @property({ attribute: false }) cells: readonly CellView[] = [];

  static override styles = [shared, compareStripStyles];

  protected override render() {
    return html`<div role="group" aria-label=${COMPARE.strip}>
      <div class="head">
        <b>${COMPARE.strip}</b>
        ${this.renderButton("next-pinned", COMPARE.step, COMPARE.stepHelp)}
        ${this.renderButton("insert-pinned", COMPARE.insertAll, COMPARE.insertAllHelp)}
        ${this.renderButton("unpin-all", COMPARE.unpinAll, COMPARE.unpinAll)}
      </div>
      <div class="cells">
        ${repeat(
          this.cells,
          ({ result }) => result.track.id,
          (cell, i) => this.renderCell(cell, i),
        )}
      </div>
    </div>`;
  }

  private renderButton(action: CompareAction, text: string, help: string) {
    return html`<sp-action-button
      size="s"
      quiet
      data-act=${action}
      title=${withKey(help, action)}
      @click=${() => this.dispatchEvent(new ActEvent(action))}
      >${text}</sp-action-button
    >`;
  }

  private renderCell({ letter, result, peaks, level, isCurrent, time }: CellView, at: number) {
    const { artist, seconds } = result.track;
    const title = titleText(result.track.title);
    const hear = HEAR[at];
    return html`<div class="cell">
      <button
        class="hear"
        type="button"
        aria-current=${isCurrent}
        aria-label=${cellLabel(letter, title, artist, level)}
        title=${title}
        @click=${() => hear && this.dispatchEvent(new ActEvent(hear))}
      >
        <span class="letter">${letter}</span>
        <span class="title line" dir="auto">${title}</span>
        <nd-waveform
          .peaks=${peaks}
          .seconds=${seconds}
          .section=${result.section}
          .time=${time}
        ></nd-waveform>
        <span class="level digits quiet" title=${levelHelp(level)}>${levelText(level)}</span>
      </button>
      <sp-action-button
        class="unpin"
        size="s"
        quiet
        label=${unpinLabel(title)}
        title=${unpinLabel(title)}
        @click=${() => this.dispatchEvent(new ActEvent("pin", result))}
        ><sp-icon-close slot="icon"></sp-icon-close
      ></sp-action-button>
    </div>`;
  }
}
