import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { CueSheet } from "../../../contract/cue-sheet.ts";
import { creditsText } from "../../cue-sheet/credits.ts";
import { cueLines, totalDuration, type CueLine } from "../../cue-sheet/lines.ts";
import { CUES, unidentifiedText } from "../../words/editor-messages.ts";
import { ActEvent, CopyEvent } from "../events.ts";
import { sheetStyles } from "../sheet-styles.ts";
import { shared } from "../styles.ts";

/** The music of the sequence as it lies there, with the terms it is used under. */
@customElement("nd-cue-sheet")
export class CueSheetView extends LitElement {
  @property({ attribute: false }) cues!: CueSheet;
  @property({ type: Boolean }) busy = false;

  static override styles = [
    shared,
    sheetStyles,
    css`
      ol {
        display: grid;
        gap: 8px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding-block-start: 8px;
        border-block-start: 1px solid var(--spectrum-gray-300);
        overflow-wrap: anywhere;
      }
      .times {
        display: flex;
        flex-wrap: wrap;
        gap: 0 10px;
      }
      .unknown {
        color: var(--nd-warning);
      }
    `,
  ];

  protected override render() {
    const { cues } = this;
    if (cues.rows.length === 0 && cues.unidentified.length === 0) {
      return html`<p class="quiet">${CUES.empty}</p>`;
    }
    const credits = creditsText(cues);
    return html`
      <p class="quiet">${cues.sequence}</p>
      <div class="buttons">
        ${this.button(CUES.copy, CUES.copyHelp, credits === "", () =>
          this.dispatchEvent(new CopyEvent(credits, CUES.copied)),
        )}
        ${this.button(CUES.csv, CUES.csvHelp, this.busy, () =>
          this.dispatchEvent(new ActEvent("save-csv")),
        )}
        ${this.button(CUES.html, CUES.htmlHelp, this.busy, () =>
          this.dispatchEvent(new ActEvent("save-html")),
        )}
      </div>
      <ol>
        ${cueLines(cues).map((line, at) => this.renderLine(line, cues.rows[at]?.licence.id))}
      </ol>
      <p class="digits"><b>${CUES.total}</b> ${totalDuration(cues)}</p>
      ${cues.unidentified.length === 0 ? nothing : html`<p>${unidentifiedText(cues.unidentified)}</p>`}
    `;
  }

  private renderLine(line: CueLine, licenceId: string | undefined) {
    return html`<li>
      <div><b>${line.title}</b> <span class="quiet">${line.artist}</span></div>
      <div class="times digits">
        <span>${line.in} – ${line.out}</span><span>${line.duration}</span
        ><span>${line.audioTrack}</span>
      </div>
      <div class=${licenceId === "unknown" ? "unknown" : "quiet"}>${line.licence}</div>
      ${line.attribution === "" ? nothing : html`<div class="quiet">${line.attribution}</div>`}
    </li>`;
  }

  private button(text: string, help: string, disabled: boolean, press: () => void) {
    return html`<sp-action-button size="s" title=${help} ?disabled=${disabled} @click=${press}
      >${text}</sp-action-button
    >`;
  }
}
