import { LitElement, css, html, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { UnexpectedError } from "../../contract/errors.ts";
import { withKey } from "../model/keyboard.ts";
import { TEXT } from "../words/messages.ts";
import { readingTime, type Notice, type NoticeAct } from "../words/notice.ts";
import { ActEvent, CloseNoticeEvent } from "./events.ts";
import { shared } from "./styles.ts";

/**
 * What has just happened, over the panel's status and never over its rows. Good news goes by itself
 * once it can have been read, but not while it is pointed at; bad news stays until it is closed.
 */
@customElement("nd-notice")
export class NoticeStrip extends LitElement {
  @property({ attribute: false }) notice!: Notice;

  private timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    shared,
    css`
      :host {
        --edge: var(--spectrum-blue-900);
        display: flex;
        gap: 2px 6px;
        align-items: center;
        min-block-size: 100%;
        padding: 3px 4px 3px 8px;
        border-inline-start: 3px solid var(--edge);
        background: var(--nd-raised, var(--spectrum-gray-75));
        color: var(--spectrum-gray-900);
        font-size: 11px;
        line-height: 14px;
      }
      :host([variant="positive"]) {
        --edge: var(--spectrum-green-900);
      }
      :host([variant="negative"]) {
        --edge: var(--spectrum-red-900);
      }
      p {
        flex: 1;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      sp-action-button {
        flex: none;
      }
    `,
  ];

  constructor() {
    super();
    for (const type of ["pointerenter", "focusin"]) this.addEventListener(type, this.hold);
    for (const type of ["pointerleave", "focusout"]) this.addEventListener(type, this.run);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.hold();
  }

  protected override willUpdate(): void {
    this.setAttribute("variant", this.notice.kind);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("notice")) this.run();
  }

  protected override render() {
    const { text, acts = [], error } = this.notice;
    const report: NoticeAct[] =
      error instanceof UnexpectedError ? [{ action: "copy-report", text: TEXT.copyReport }] : [];
    return html`
      <p>${text}</p>
      ${[...acts, ...report].map(
        (act) =>
          html`<sp-action-button
            size="xs"
            data-act=${act.action}
            title=${withKey(act.text, act.action)}
            @click=${() => this.dispatchEvent(new ActEvent(act.action))}
            >${act.text}</sp-action-button
          >`,
      )}
      <sp-action-button quiet size="xs" label=${TEXT.close} title=${TEXT.close} @click=${this.close}
        ><sp-icon-close slot="icon"></sp-icon-close
      ></sp-action-button>
    `;
  }

  private readonly close = (): void => {
    this.dispatchEvent(new CloseNoticeEvent());
  };

  private readonly hold = (): void => clearTimeout(this.timer);

  private readonly run = (): void => {
    this.hold();
    if (this.notice.kind === "negative" || this.matches(":hover, :focus-within")) return;
    this.timer = setTimeout(this.close, readingTime(this.notice));
  };
}

/** The notice, if there is one. What is around it announces it. */
export const renderNotice = (notice: Notice | null) =>
  notice === null ? nothing : html`<nd-notice .notice=${notice}></nd-notice>`;
