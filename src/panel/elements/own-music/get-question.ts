import { LitElement, css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { DownloadSettings } from "../../../contract/download.ts";
import { hostOf } from "../../../shared/download/address.ts";
import type { GetSheet } from "../../downloads/downloads.ts";
import { DOWNLOADS, durationText, sourceText, toldText, trustText } from "../../words/downloads.ts";
import { GetEvent } from "../events.ts";
import { sheetStyles } from "../sheet-styles.ts";
import type { SheetFrame } from "../sheet-frame.ts";
import { shared } from "../styles.ts";

/** Asked before a track is downloaded: what, from whom, on which terms, and who learns what. */
@customElement("nd-get-question")
export class GetQuestion extends LitElement {
  @property({ attribute: false }) sheet!: GetSheet;
  @property({ attribute: false }) settings!: DownloadSettings;

  @query("input") private readonly trust!: HTMLInputElement;
  @query("[data-yes]") private readonly yes!: HTMLElement;

  static override styles = [
    shared,
    sheetStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 4px 10px;
        margin: 0;
      }
      dt {
        color: var(--spectrum-gray-700);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      label {
        display: flex;
        gap: 6px;
        align-items: center;
      }
      input {
        margin: 0;
      }
    `,
  ];

  /** The question is what the editor came for, so Enter answers it. */
  override focus(): void {
    this.yes.focus();
  }

  protected override render() {
    const { request, seconds } = this.sheet;
    const { title, artist, licence, address } = request;
    const host = hostOf(address);
    return html`
      <p><b>${title}</b> ${artist}</p>
      <dl>
        ${this.row(DOWNLOADS.file, sourceText(request))}
        ${this.row(DOWNLOADS.length, durationText(seconds))}
        ${this.row(DOWNLOADS.licence, licence.name)}
        ${this.row(DOWNLOADS.credit, licence.attribution ?? "")}
        ${this.row(DOWNLOADS.into, this.settings.folder?.path ?? DOWNLOADS.asksFolder)}
      </dl>
      <p class="quiet">${toldText(host)}</p>
      <label><input type="checkbox" />${trustText(host)}</label>
      <div class="buttons">
        <sp-button data-yes size="s" variant="accent" @click=${this.agreed}
          >${DOWNLOADS.now}</sp-button
        >
        <sp-button size="s" variant="secondary" treatment="outline" @click=${this.close}
          >${DOWNLOADS.cancel}</sp-button
        >
      </div>
    `;
  }

  private row(name: string, value: string) {
    return value === ""
      ? nothing
      : html`<dt>${name}</dt>
          <dd>${value}</dd>`;
  }

  private readonly agreed = (): void => {
    this.dispatchEvent(new GetEvent(this.sheet.request, this.trust.checked));
  };

  private readonly close = (): void => this.closest<SheetFrame>("nd-sheet")?.close();
}
