import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Device } from "../../../contract/engine.ts";
import type { DownloadsState } from "../../downloads/downloads.ts";
import type { EngineState } from "../../loading/engine-session.ts";
import type { Action } from "../../model/keys.ts";
import { withKey } from "../../model/keyboard.ts";
import type { SettingsState } from "../../settings/settings.ts";
import type { SpaceState } from "../../settings/space.ts";
import { DEVICES, SETTINGS, engineText, fellBackText } from "../../words/settings.ts";
import { ActEvent } from "../events.ts";
import "../own-music/download-settings.ts";
import { sheetStyles } from "../sheet-styles.ts";
import { shared } from "../styles.ts";
import { SettingsEvent } from "./events.ts";
import "./space-view.ts";

/** How the panel does things: device, what is kept, folders; and what it is. */
@customElement("nd-settings")
export class SettingsView extends LitElement {
  @property({ attribute: false }) state!: SettingsState;
  @property({ attribute: false }) engine!: EngineState;
  @property({ attribute: false }) space!: SpaceState;
  @property({ attribute: false }) downloads!: DownloadsState;
  /** The project's music folder; null if none was chosen. */
  @property({ attribute: false }) folder: string | null = null;
  /** Whether there is an editor whose project has one. */
  @property({ type: Boolean }) connected = false;
  /** Of the panel. */
  @property() version = "";

  static override styles = [
    shared,
    sheetStyles,
    css`
      /* Each part brings its own distance. */
      :host {
        gap: 0;
      }
      label {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 6px;
        align-items: center;
      }
      label .quiet {
        grid-column: 2;
      }
      input {
        margin: 0;
        accent-color: var(--nd-best);
      }
    `,
  ];

  protected override render() {
    const { space, downloads } = this;
    return html`
      ${this.renderDevice()}
      <nd-space .space=${space}></nd-space>
      ${this.renderMusic()}
      ${
        downloads.isOffered
          ? html`<nd-download-settings .settings=${downloads.settings}></nd-download-settings>`
          : nothing
      }
      ${this.renderAbout()}
    `;
  }

  private renderDevice() {
    const { engine, state } = this;
    const { fellBack } = engine.name === "ready" ? engine : {};
    const problem = state.problem;
    return html`<section class="part first" role="radiogroup" aria-label=${SETTINGS.device}>
      <h3>${SETTINGS.device}</h3>
      ${(["wasm", "webgpu"] as const).map((device) => this.renderChoice(device))}
      ${
        fellBack === undefined
          ? nothing
          : html`<p class="quiet" role="status" data-fell-back>${fellBackText(fellBack.what)}</p>`
      }
      <p class="quiet">
        ${problem === null ? SETTINGS.remembered : `${problem.what} ${problem.next}`}
      </p>
    </section>`;
  }

  private renderChoice(device: Device) {
    const { name, help } = DEVICES[device];
    return html`<label>
      <input
        type="radio"
        name="device"
        value=${device}
        .checked=${this.state.settings.device === device}
        @change=${() => this.dispatchEvent(new SettingsEvent({ device }))}
      />
      ${name} <span class="quiet">${help}</span>
    </label>`;
  }

  private renderMusic() {
    return html`<section class="part">
      <h3>${SETTINGS.music}</h3>
      ${
        this.connected
          ? html`<p class="quiet">${SETTINGS.musicFolder}</p>
              <div class="row">
                <span dir="auto">${this.folder ?? SETTINGS.noMusicFolder}</span>
                ${this.renderButton(SETTINGS.choose, "choose-folder")}
              </div>`
          : nothing
      }
      <div class="buttons">${this.renderButton(SETTINGS.own, "own-music")}</div>
    </section>`;
  }

  private renderAbout() {
    const { engine, version } = this;
    return html`<section class="part">
      <h3>${SETTINGS.about}</h3>
      <p>${SETTINGS.version} ${version}</p>
      ${engine.name === "ready" ? html`<p class="quiet">${engineText(engine.info)}</p>` : nothing}
      <p class="quiet">${SETTINGS.licence}</p>
      <div class="buttons">
        ${this.renderButton(SETTINGS.keys, "help")}
        ${this.renderButton(SETTINGS.report, "copy-report")}
      </div>
    </section>`;
  }

  private renderButton(text: string, action: Action) {
    return html`<sp-action-button
      size="s"
      data-act=${action}
      title=${withKey(text, action)}
      @click=${() => this.dispatchEvent(new ActEvent(action))}
      >${text}</sp-action-button
    >`;
  }
}
