import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Job } from "../../jobs/jobs.ts";
import { JOBS, leftText } from "../../words/jobs.ts";
import { progressEdge, shared } from "../styles.ts";
import { StopJobEvent } from "./events.ts";

/** All work that takes a while: how far it is, how long it will take, and a way to stop it. */
@customElement("nd-jobs")
export class JobList extends LitElement {
  @property({ attribute: false }) jobs: readonly Job[] = [];

  static override styles = [
    shared,
    progressEdge,
    css`
      :host {
        display: block;
        font-size: 11px;
      }
      ul {
        max-block-size: 84px;
        margin: 0;
        padding: 0;
        overflow: hidden auto;
        list-style: none;
      }
      li {
        position: relative;
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        gap: 8px;
        align-items: center;
        block-size: 28px;
        padding-inline: 12px 8px;
        border-block-start: 1px solid var(--spectrum-gray-300);
      }
    `,
  ];

  protected override render() {
    if (this.jobs.length === 0) return nothing;
    return html`<ul aria-label=${JOBS.label}>
      ${repeat(
        this.jobs,
        ({ id }) => id,
        (job) => this.renderJob(job),
      )}
    </ul>`;
  }

  private renderJob({ id, text, share, left, canStop }: Job) {
    return html`<li data-job=${id}>
      <span class="line" title=${text} dir="auto">${text}</span>
      <span class="quiet digits">${leftText(left)}</span>
      ${
        canStop
          ? html`<sp-action-button
              quiet
              size="xs"
              label="${JOBS.stop}: ${text}"
              @click=${() => this.dispatchEvent(new StopJobEvent(id))}
              >${JOBS.stop}</sp-action-button
            >`
          : html`<span></span>`
      }
      <sp-progress-bar
        size="s"
        aria-label=${text}
        ?indeterminate=${share === null}
        progress=${Math.round(100 * (share ?? 0))}
      ></sp-progress-bar>
    </li>`;
  }
}
