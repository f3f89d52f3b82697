import { LitElement, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Fit } from "../../../contract/fit.ts";
import type { FitView, LaneView } from "../../fit/fit-view.ts";
import { withKey } from "../../model/keyboard.ts";
import type { FitAction } from "../../model/keys.ts";
import { convertingText } from "../../words/editor-messages.ts";
import { FIT, KINDS, STALE, fitText, workingText } from "../../words/fit.ts";
import { titleText } from "../../words/results.ts";
import { ActEvent } from "../events.ts";
import { shared } from "../styles.ts";
import { ChooseFitEvent } from "./events.ts";
import "./fit-lane.ts";
import { fitStripStyles } from "./fit-strip-styles.ts";

/** The selected track fitted to the range: what comes of it, to be heard and to be laid. */
@customElement("nd-fit-strip")
export class FitStrip extends LitElement {
  @property({ attribute: false }) view!: FitView;

  static override styles = [shared, fitStripStyles];

  protected override render() {
    const { title } = this.view.result.track;
    return html`<section aria-label=${FIT.region}>
      <div class="head">
        <span class="line" dir="auto"><b>${FIT.title}</b> ${titleText(title)}</span>
        ${this.renderChoices()}
        <sp-action-button
          size="s"
          quiet
          label=${FIT.close}
          title=${FIT.close}
          @click=${() => this.act("fit-close")}
          ><sp-icon-close slot="icon"></sp-icon-close
        ></sp-action-button>
      </div>
      ${this.renderStep()}
    </section>`;
  }

  private renderStep() {
    const { step } = this.view;
    switch (step.name) {
      case "reading":
        return this.renderWork(FIT.reading, null);
      case "working":
        return this.renderWork(workingText(step.done), step.done);
      case "idle":
        return this.renderMessage(step.text);
      case "failed":
        return this.renderMessage(`${step.error.what} ${step.error.next}`, "alert");
      case "ready":
        return this.renderFit(step.fit, step.answer.problem);
    }
  }

  private renderWork(text: string, share: number | null) {
    return html`<div class="work">
      <span class="digits" role="status">${text}</span>
      ${this.renderButton("fit-cancel", FIT.cancel)}
      <sp-progress-bar
        size="s"
        aria-label=${text}
        ?indeterminate=${share === null}
        progress=${Math.floor(100 * (share ?? 0))}
      ></sp-progress-bar>
    </div>`;
  }

  private renderMessage(text: string, role: "status" | "alert" = "status") {
    return html`<div class="message">
      <p role=${role}>${text}</p>
      ${this.renderButton("fit-again", FIT.again)}
    </div>`;
  }

  private renderFit(fit: Fit, problem: string | null) {
    const { lane, time, laying, stale } = this.view;
    return html`
      ${problem === null ? nothing : html`<p class="problem">${problem}</p>`}
      <p class="digits" role="status" data-fit=${fit.kind}>${fitText(fit)}</p>
      ${lane === null ? nothing : this.renderLane(lane, time)}
      ${
        stale === null
          ? nothing
          : html`<div class="message stale">
              <p role="status">${STALE[stale]}</p>
              ${this.renderButton("fit-again", FIT.again)}
            </div>`
      }
      ${laying === null ? this.renderActs() : this.renderWork(convertingText(laying), laying)}
    `;
  }

  private renderLane(lane: LaneView, time: number | null) {
    return html`<nd-fit-lane .lane=${lane} .time=${time}></nd-fit-lane>`;
  }

  private renderActs() {
    const { isSounding, isRendering, stale, isBusy } = this.view;
    const play = isRendering ? FIT.rendering : isSounding ? FIT.pause : FIT.play;
    const cannot = stale !== null || isBusy;
    return html`<div class="acts">
      ${this.renderButton("fit-play", play, withKey(FIT.playHelp, "fit"), isRendering)}
      ${this.renderButton("fit-compare", FIT.original, FIT.originalHelp, isRendering)}
      <span class="gap"></span>
      ${this.renderButton("fit-lay", FIT.layFile, withKey(FIT.layFileHelp, "fit-lay"), cannot)}
      ${this.renderButton("fit-clips", FIT.layClips, FIT.layClipsHelp, cannot)}
    </div>`;
  }

  private renderButton(action: FitAction, text: string, help = text, disabled = false) {
    return html`<sp-action-button
      size="s"
      data-act=${action}
      title=${help}
      ?disabled=${disabled}
      @click=${() => this.act(action)}
      >${text}</sp-action-button
    >`;
  }

  /** The ways to fit the track, where there are several. */
  private renderChoices() {
    const { step } = this.view;
    if (step.name !== "ready" || step.answer.fits.length < 2) return nothing;
    return html`<select
      aria-label=${FIT.choices}
      title=${FIT.choices}
      @change=${(event: Event) => {
        const fit = step.answer.fits[(event.target as HTMLSelectElement).selectedIndex];
        if (fit !== undefined) this.dispatchEvent(new ChooseFitEvent(fit));
      }}
    >
      ${step.answer.fits.map(
        (fit, n) =>
          html`<option ?selected=${fit === step.fit}>${choiceText(step.answer.fits, n)}</option>`,
      )}
    </select>`;
  }

  private act(action: FitAction): void {
    this.dispatchEvent(new ActEvent(action, this.view.result));
  }
}

/** "Re-edited", "Re-edited 2", "Ending alone". */
function choiceText(fits: readonly Fit[], at: number): string {
  const kind = fits[at]?.kind ?? "edited";
  const before = fits.slice(0, at).filter((fit) => fit.kind === kind).length;
  return before === 0 ? KINDS[kind] : `${KINDS[kind]} ${before + 1}`;
}
