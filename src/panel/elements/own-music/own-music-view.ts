import { LitElement, css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { FolderView, FolderWish, OwnMusicState } from "../../own-music/own-music.ts";
import {
  OWN_MUSIC,
  progressText,
  reportText,
  skippedText,
  staleText,
  tracksText,
} from "../../words/own-music.ts";
import { AddFolderEvent, FolderEvent } from "../events.ts";
import { sheetStyles } from "../sheet-styles.ts";
import { shared } from "../styles.ts";

/** The folders of the editor's own music: what is in them, how reading goes, and a way to add one. */
@customElement("nd-own-music")
export class OwnMusicView extends LitElement {
  @property({ attribute: false }) state!: OwnMusicState;

  @query("input") private readonly picker!: HTMLInputElement;

  static override styles = [
    shared,
    sheetStyles,
    css`
      li.folder {
        padding-block-start: 8px;
        border-block-start: 1px solid var(--spectrum-gray-300);
      }
      .whole {
        grid-column: 1 / -1;
      }
      details ul {
        gap: 2px;
        margin-block-start: 4px;
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected override render() {
    const { folders, error } = this.state;
    return html`
      <p>${OWN_MUSIC.lead}</p>
      ${error === null ? nothing : html`<p class="failed" role="alert">${error.what} ${error.next}</p>`}
      <div class="buttons">
        <sp-button data-add size="s" variant="accent" ?disabled=${error !== null} @click=${this.add}
          >${OWN_MUSIC.add}</sp-button
        >
        <input
          type="file"
          webkitdirectory
          multiple
          tabindex="-1"
          aria-label=${OWN_MUSIC.add}
          @change=${this.picked}
        />
      </div>
      ${
        folders.length === 0
          ? html`<p class="quiet">${OWN_MUSIC.none}</p>`
          : html`<ul aria-label=${OWN_MUSIC.title}>
              ${folders.map((folder) => this.renderFolder(folder))}
            </ul>`
      }
    `;
  }

  private renderFolder(folder: FolderView) {
    const { id, name, tracks, stale, activity, isReachable } = folder;
    const isReading = activity.name === "reading";
    return html`<li class="folder row" data-folder=${id}>
      <div>
        <h3>${name}</h3>
        <p class="quiet">${tracksText(tracks)}</p>
        ${stale === undefined ? nothing : html`<p class="quiet">${staleText(stale)}</p>`}
      </div>
      <div class="buttons">
        ${
          isReading
            ? this.button(OWN_MUSIC.stop, "", () => this.tell(id, "stop"))
            : isReachable
              ? html`${this.button(OWN_MUSIC.update, OWN_MUSIC.updateHelp, () => this.tell(id, "update"))}
                ${this.button(OWN_MUSIC.listenAgain, OWN_MUSIC.listenAgainHelp, () =>
                  this.tell(id, "listenAgain"),
                )}`
              : nothing
        }
        ${this.button(OWN_MUSIC.remove, OWN_MUSIC.removeHelp, () => this.tell(id, "remove"))}
      </div>
      <div class="whole">${this.renderActivity(folder)}</div>
    </li>`;
  }

  private renderActivity({ activity, report, isReachable, name }: FolderView) {
    if (activity.name === "failed") {
      const { what, next } = activity.error;
      return html`<p class="failed" role="alert">${what} ${next}</p>`;
    }
    if (activity.name === "reading") {
      const { done, total, seconds, pack } = activity;
      const text = total === null ? OWN_MUSIC.listing : progressText(done, total, seconds, pack);
      return html`<p class="quiet">${text}</p>
        <sp-progress-bar
          size="s"
          aria-label="${name}: ${text}"
          ?indeterminate=${total === null}
          progress=${total === null || total === 0 ? 0 : Math.round((100 * done) / total)}
        ></sp-progress-bar>`;
    }
    if (report === null) {
      return isReachable
        ? nothing
        : html`<p class="quiet">
            ${this.state.asksHost ? OWN_MUSIC.forgotten : OWN_MUSIC.addAgain}
          </p>`;
    }
    return html`<p class="quiet" role="status">${reportText(report)}</p>
      ${
        report.skipped.length === 0
          ? nothing
          : html`<details>
              <summary>${OWN_MUSIC.skipped}</summary>
              <ul>
                ${report.skipped.map((file) => html`<li class="quiet">${skippedText(file)}</li>`)}
              </ul>
            </details>`
      }`;
  }

  private readonly add = (): void => {
    if (this.state.asksHost) this.dispatchEvent(new AddFolderEvent(null));
    else this.picker.click();
  };

  private readonly picked = (): void => {
    const files = [...(this.picker.files ?? [])];
    // The same folder can be chosen again.
    this.picker.value = "";
    this.dispatchEvent(new AddFolderEvent(files));
  };

  private tell(id: string, wish: FolderWish): void {
    this.dispatchEvent(new FolderEvent(id, wish));
  }

  private button(text: string, help: string, press: () => void) {
    return html`<sp-action-button size="s" title=${help} @click=${press}
      >${text}</sp-action-button
    >`;
  }
}
