import { LitElement, css, html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Cue } from "../contract/cue.ts";
import { buttons } from "./theme.ts";

/** Plays a cue from its start, outside the timeline, as Premiere's Source Monitor does. */
@customElement("demo-source-monitor")
export class DemoSourceMonitor extends LitElement {
  @property({ attribute: false }) cue!: Cue;
  /** Path to the page's folder, with a slash at its end. */
  @property({ attribute: false }) folder = "";
  @query("audio") private audio!: HTMLAudioElement;

  static override styles = [
    buttons,
    css`
      :host {
        display: grid;
        align-content: center;
        justify-items: center;
        gap: 12px;
        box-sizing: border-box;
        width: min(100cqw, 100cqh * 16 / 9);
        aspect-ratio: 16 / 9;
        padding: 12px;
        border-radius: 3px;
        background: #000;
        color: #fffffff0;
        text-align: center;
      }
      p {
        max-width: 100%;
        margin: 0;
        overflow: hidden;
        font-size: 15px;
        text-overflow: ellipsis;
      }
      audio {
        width: min(100%, 420px);
        min-height: 32px;
      }
      button {
        border-color: #ffffff66;
        color: inherit;
      }
    `,
  ];

  override render(): TemplateResult {
    return html`
      <p>Source: ${this.cue.title}</p>
      <audio controls preload="metadata" src=${this.folder + this.cue.audio.path}></audio>
      <button @click=${() => this.dispatchEvent(new CustomEvent("close-source", CROSSING))}>
        Close
      </button>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("cue")) return;
    const { audio, cue } = this;
    audio.currentTime = cue.source.start;
    // If the browser requires a click first, the controls are there for it.
    audio.play().catch(() => undefined);
  }
}

const CROSSING = { bubbles: true, composed: true };
