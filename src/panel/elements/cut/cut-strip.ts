import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { CutView, Suggestion } from "../../cut/cut-view.ts";
import { withKey } from "../../model/keyboard.ts";
import { CUT, factsText } from "../../words/cut.ts";
import { ActEvent } from "../events.ts";
import { FiltersEvent } from "../filters/events.ts";
import { shared } from "../styles.ts";
import "./cut-hits.ts";
import "./cut-lane.ts";

/** What the picture wants of the music: how it is cut, tempi that fit, its length, hit points. */
@customElement("nd-cut-strip")
export class CutStrip extends LitElement {
  @property({ attribute: false }) view!: CutView;
  /** Leaves out what a fit shows as well, while one is in sight. */
  @property({ type: Boolean }) brief = false;

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 6px;
        max-block-size: min(36vh, 320px);
        margin-block: 6px 2px;
        padding: 8px;
        overflow: hidden auto;
        border: 1px solid var(--spectrum-gray-300);
        border-radius: 4px;
        background: var(--nd-raised);
      }
      /* What is left leaves the list some room. */
      :host([brief]) section {
        max-block-size: min(20vh, 200px);
      }
      .head {
        display: flex;
        gap: 8px;
        align-items: start;
        justify-content: space-between;
      }
      .head p {
        flex: 1;
        padding-block: 4px;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        align-items: center;
        font-size: 11px;
      }
      .problem {
        color: var(--nd-error);
      }
    `,
  ];

  protected override render() {
    const { read, isReading } = this.view;
    return html`<section role="region" aria-label=${CUT.title} aria-busy=${isReading}>
      <div class="head">
        <p role="status" class="digits">${this.said}</p>
        <sp-action-button
          size="s"
          quiet
          data-act="read-cut"
          title=${withKey(CUT.readHelp, "read-cut")}
          ?disabled=${isReading}
          @click=${() => this.dispatchEvent(new ActEvent("read-cut"))}
          >${CUT.read}</sp-action-button
        >
      </div>
      ${read === null ? nothing : this.renderRead(read)}
    </section>`;
  }

  private get said() {
    const { read, problem, isReading } = this.view;
    if (problem !== null) return html`<span class="problem">${problem.what}</span> ${problem.next}`;
    if (read !== null) return factsText(read.cuts, read.rhythm);
    return isReading ? CUT.reading : "";
  }

  private renderRead({ cuts }: NonNullable<CutView["read"]>) {
    const { tempi, fits, hits, music } = this.view;
    if (this.brief) return html`<nd-cut-hits .view=${this.view} .cuts=${cuts}></nd-cut-hits>`;
    const on = hits.filter(({ isOn }) => isOn).map(({ at }) => at);
    return html`
      <nd-cut-lane .cuts=${cuts} .hits=${on} .music=${music}></nd-cut-lane>
      <div class="choices" role="group" aria-label=${CUT.tempo}>
        ${tempi.length === 0 ? html`<span class="quiet">${CUT.noTempo}</span>` : tempi.map(suggestion)}
        ${fits === null ? nothing : suggestion(fits)}
      </div>
      <nd-cut-hits .view=${this.view} .cuts=${cuts}></nd-cut-hits>
    `;
  }
}

/** A button that stays pressed while its filter is set. */
function suggestion({ text, why, isOn, leadsTo }: Suggestion) {
  return html`<sp-action-button
    size="s"
    toggles
    title=${why}
    ?selected=${isOn}
    @click=${(event: Event) => event.currentTarget?.dispatchEvent(new FiltersEvent(leadsTo))}
    @change=${(event: Event) => event.preventDefault()}
    >${text}</sp-action-button
  >`;
}
