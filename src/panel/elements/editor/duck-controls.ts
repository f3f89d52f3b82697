import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { DuckSettings } from "../../../contract/ducking.ts";
import { TOOLS } from "../../words/editor-messages.ts";
import { audioTrackName } from "../../words/format.ts";
import { withKey } from "../../model/keyboard.ts";
import { shared } from "../styles.ts";
import { ActEvent, SettingEvent } from "../events.ts";

interface Amount {
  readonly name: "depth" | "attack" | "release";
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly shown: (value: number) => string;
}

const seconds = (value: number): string => `${value.toFixed(2)} s`;

/** Within what the contract takes (contract/ducking). */
const AMOUNTS: readonly Amount[] = [
  { name: "depth", min: 1, max: 40, step: 1, shown: (value) => `${value} dB` },
  { name: "attack", min: 0.05, max: 5, step: 0.05, shown: seconds },
  { name: "release", min: 0.05, max: 5, step: 0.05, shown: seconds },
];

/** How far and how fast the music goes down under speech; do it, and take it away. */
@customElement("nd-duck-controls")
export class DuckControls extends LitElement {
  @property({ attribute: false }) settings!: DuckSettings;
  /** How many audio tracks the open sequence has. */
  @property({ type: Number }) audioTracks = 0;
  @property({ type: Boolean }) disabled = false;

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: auto minmax(40px, 1fr) auto;
        gap: 0 8px;
        align-items: center;
        font-size: 11px;
      }
      input {
        margin: 0;
        accent-color: var(--spectrum-gray-600);
      }
      input[type="range"] {
        inline-size: 100%;
        block-size: 24px;
      }
      output {
        min-inline-size: 38px;
        text-align: end;
      }
      .tracks {
        display: flex;
        flex-wrap: wrap;
        grid-column: 2 / -1;
        gap: 0 14px;
      }
      .tracks label {
        display: flex;
        gap: 4px;
        align-items: center;
        min-block-size: 24px;
      }
      /* All three amounts side by side. */
      @container (min-width: 460px) {
        :host {
          grid-template-columns: repeat(3, auto minmax(40px, 1fr) auto);
        }
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        grid-column: 1 / -1;
        gap: 6px;
        padding-block-start: 4px;
      }
    `,
  ];

  protected override render() {
    return html`
      ${AMOUNTS.map((amount) => this.renderAmount(amount))}
      <span title=${TOOLS.speechHelp}>${TOOLS.speech}</span>
      <div class="tracks" role="group" aria-label=${TOOLS.speech} title=${TOOLS.speechHelp}>
        ${Array.from({ length: this.audioTracks }, (_, track) => this.renderTrack(track))}
      </div>
      <div class="buttons">
        ${this.renderButton("duck", TOOLS.duck, TOOLS.duckHelp)}
        ${this.renderButton("unduck", TOOLS.unduck, TOOLS.unduckHelp)}
      </div>
    `;
  }

  private renderAmount({ name, min, max, step, shown }: Amount) {
    const value = this.settings[name];
    return html`
      <label for=${name}>${TOOLS[name]}</label>
      <input
        id=${name}
        type="range"
        min=${min}
        max=${max}
        step=${step}
        aria-valuetext=${shown(value)}
        .value=${String(value)}
        @input=${(event: InputEvent) => this.change(name, event)}
      />
      <output for=${name} class="digits">${shown(value)}</output>
    `;
  }

  private renderTrack(track: number) {
    const { dialogue } = this.settings;
    return html`<label>
      <input
        type="checkbox"
        .checked=${dialogue?.includes(track) ?? false}
        @change=${(event: Event) => this.choose(track, (event.target as HTMLInputElement).checked)}
      />
      ${audioTrackName(track)}
    </label>`;
  }

  private renderButton(action: "duck" | "unduck", text: string, help: string) {
    return html`<sp-action-button
      size="s"
      title=${withKey(help, action)}
      data-act=${action}
      ?disabled=${this.disabled}
      @click=${() => this.dispatchEvent(new ActEvent(action))}
      >${text}</sp-action-button
    >`;
  }

  private change(name: Amount["name"], event: InputEvent): void {
    const value = (event.target as HTMLInputElement).valueAsNumber;
    this.dispatchEvent(new SettingEvent({ ducking: { ...this.settings, [name]: value } }));
  }

  /** With none chosen, the host decides which tracks hold speech. */
  private choose(track: number, speaks: boolean): void {
    const others = (this.settings.dialogue ?? []).filter((other) => other !== track);
    const all = (speaks ? [...others, track] : others).sort((a, b) => a - b);
    const dialogue = all.length === 0 ? null : all;
    this.dispatchEvent(new SettingEvent({ ducking: { ...this.settings, dialogue } }));
  }
}
