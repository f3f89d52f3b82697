import { LitElement, html, svg, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import type { FittedHit, Seam } from "../../../contract/fit.ts";
import type { LanePart } from "../../fit/lane.ts";
import type { LaneView } from "../../fit/fit-view.ts";
import {
  FIT,
  MET,
  easeText,
  fitLengthText,
  framesOff,
  hitText,
  seamText,
} from "../../words/fit.ts";
import { shared } from "../styles.ts";
import { PlayFitEvent } from "./events.ts";
import { fitLaneStyles } from "./fit-lane-styles.ts";

/** Seconds that an arrow key moves. */
const STEP = 5;

/** A fit over the range: what plays when, where it jumps, and what the cut wants of it. */
@customElement("nd-fit-lane")
export class FitLane extends LitElement {
  @property({ attribute: false }) lane!: LaneView;
  /** Where it plays, in seconds; null while it does not. */
  @property({ attribute: false }) time: number | null = null;

  static override styles = [shared, fitLaneStyles];

  protected override render() {
    const { lane, time } = this;
    const { fit, parts, cuts } = lane;
    const told = `${fitLengthText(time ?? 0)} of ${fitLengthText(fit.seconds)}`;
    return html`<div
        class="lane"
        role="slider"
        tabindex="0"
        aria-label=${FIT.lane}
        title=${FIT.laneHelp}
        aria-valuemin="0"
        aria-valuemax=${Math.round(fit.seconds)}
        aria-valuenow=${Math.round(time ?? 0)}
        aria-valuetext=${told}
        @click=${this.clicked}
        @keydown=${this.pressed}
      >
        <div class="marks" aria-hidden="true">
          ${cuts.map((at) => html`<i class="cut" style=${this.left(at)}></i>`)}
          ${fit.hits.map((hit) => this.renderHit(hit))}
        </div>
        <div class="parts" aria-hidden="true">
          ${parts.map((part) => this.renderPart(part))}
          ${fit.seams.map((seam) => this.renderSeam(seam))}
        </div>
        ${this.renderEnergy()}
        ${time === null ? nothing : html`<i class="now" style=${this.left(time)}></i>`}
      </div>
      <ul class="heard">
        ${fit.seams.map((seam) => html`<li>${seamText(seam)}</li>`)}
        ${fit.hits.map((hit) => html`<li>${hitText(hit, fit.frameRate)}</li>`)}
      </ul>`;
  }

  private renderPart({ label, isJoined, start, end }: LanePart) {
    const place = { ...this.place(start), "inline-size": `${this.percent(end - start)}%` };
    return html`<span
      class="part ${isJoined ? "joined" : ""}"
      style=${styleMap(place)}
      title=${label}
      dir="auto"
      >${label}</span
    >`;
  }

  private renderSeam(seam: Seam) {
    return html`<i
      class="seam ${easeText(seam.ease)}"
      data-seam
      title=${seamText(seam)}
      style=${this.left(seam.at)}
    ></i>`;
  }

  private renderHit(hit: FittedHit) {
    const off = framesOff(hit, this.lane.fit.frameRate);
    const how = off === null ? "missed" : Math.abs(off) <= MET ? "met" : "near";
    return html`<i
      class="hit ${how}"
      data-hit=${how}
      title=${hitText(hit, this.lane.fit.frameRate)}
      style=${this.left(hit.wanted)}
    ></i>`;
  }

  private renderEnergy() {
    const { energy } = this.lane;
    if (energy.length === 0) return html`<div class="energy"></div>`;
    const points = energy.map((value, x) => `L${x + 0.5} ${(1 - value).toFixed(3)}`).join("");
    const path = `M0 1${points}L${energy.length} 1Z`;
    return html`<svg
      class="energy"
      viewBox="0 0 ${energy.length} 1"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      ${svg`<path d=${path}></path>`}
    </svg>`;
  }

  private readonly clicked = (event: MouseEvent): void => {
    const { left, width } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - left) / width));
    this.play(share * this.lane.fit.seconds);
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP, Home: -Infinity }[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.play((this.time ?? 0) + by);
  };

  private play(from: number): void {
    const last = Math.max(0, this.lane.fit.seconds - 0.1);
    this.dispatchEvent(new PlayFitEvent(Math.min(last, Math.max(0, from))));
  }

  private percent(seconds: number): number {
    return Math.min(100, (100 * seconds) / this.lane.fit.seconds);
  }

  private place(seconds: number) {
    return { "inset-inline-start": `${this.percent(seconds)}%` };
  }

  private left(seconds: number) {
    return styleMap(this.place(seconds));
  }
}
