import { LitElement, css, html, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Cuts } from "../../../contract/cuts.ts";
import type { CutView } from "../../cut/cut-view.ts";
import { laneText } from "../../words/cut.ts";
import { shared } from "../styles.ts";
import { HitEvent } from "./events.ts";
import { areaPath, LANE, laneX, nearestCut, tickPath } from "./lane-paths.ts";

/** How near a click must be to a cut, in pixels. */
const REACH = 8;

/**
 * The part that was read, drawn to scale: cuts as ticks, hit points as flags, and under them the
 * loudness of the selected track where it would be laid. A click on a cut makes it a hit point; the
 * strip offers the same by keyboard.
 */
@customElement("nd-cut-lane")
export class CutLane extends LitElement {
  @property({ attribute: false }) cuts!: Cuts;
  /** Hit points that are on, in seconds from the beginning of the sequence. */
  @property({ attribute: false, hasChanged: (now, before) => String(now) !== String(before) })
  hits: readonly number[] = [];
  @property({ attribute: false }) music: CutView["music"] = null;

  private ticks = "";

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      svg {
        display: block;
        inline-size: 100%;
        block-size: 44px;
        border: 1px solid var(--spectrum-gray-300);
        border-radius: 4px;
        background: var(--spectrum-gray-50);
        cursor: pointer;
      }
      path,
      line {
        fill: none;
        vector-effect: non-scaling-stroke;
      }
      .cuts {
        stroke: var(--spectrum-gray-700);
      }
      .hit {
        stroke: var(--nd-passage);
        stroke-width: 2px;
      }
      .energy {
        fill: var(--nd-best-shade);
        stroke: var(--nd-best);
      }
    `,
  ];

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("cuts")) this.ticks = tickPath(this.cuts.cuts, this.cuts.span, 0, 12);
  }

  protected override render() {
    const { cuts, hits, music } = this;
    const { span } = cuts;
    const loudest = music?.curve.reduce((most, point) => (point.level > most.level ? point : most));
    const at = loudest === undefined ? null : Math.max(0, loudest.at);
    const said = music === null ? null : { title: music.title, loudest: at };
    return html`<svg
      viewBox="0 0 ${LANE.width} ${LANE.height}"
      preserveAspectRatio="none"
      role="img"
      aria-label=${laneText(cuts, hits.length, said)}
      @click=${this.clicked}
    >
      <path class="energy" d=${areaPath(music?.curve ?? [], span)}></path>
      <path class="cuts" d=${this.ticks}></path>
      ${hits.map((hit) => this.renderFlag(laneX(hit, span)))}
    </svg>`;
  }

  private renderFlag(x: number) {
    return svg`<line class="hit" x1=${x} x2=${x} y1="0" y2=${LANE.height}></line>`;
  }

  private readonly clicked = (event: MouseEvent): void => {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    const { cuts, span, markers } = this.cuts;
    const times = [...cuts, ...markers.map(({ at }) => at)];
    const at = nearestCut(times, span, (event.clientX - left) / width, REACH / width);
    if (at !== null) this.dispatchEvent(new HitEvent(at, !this.hits.includes(at)));
  };
}
