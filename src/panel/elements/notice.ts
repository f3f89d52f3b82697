import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { UnexpectedError } from "../../contract/errors.ts";
import { TEXT } from "../words/messages.ts";
import type { Notice } from "../words/notice.ts";
import { ActEvent, CloseNoticeEvent } from "./events.ts";

/** Milliseconds that good news stays; bad news stays until it is closed. */
const GOOD_NEWS = 10_000;

export function renderNotice(notice: Notice | null) {
  if (notice === null) return nothing;
  // Each notice has its own toast, and so its own time.
  return keyed(
    notice,
    html`<sp-toast
      open
      variant=${notice.kind}
      .timeout=${notice.kind === "negative" ? null : GOOD_NEWS}
      @close=${({ currentTarget }: Event) => currentTarget?.dispatchEvent(new CloseNoticeEvent())}
      >${notice.text}${notice.error instanceof UnexpectedError ? renderReport() : nothing}</sp-toast
    >`,
  );
}

/** An unexpected error should be reported. */
function renderReport() {
  return html`<sp-button
    slot="action"
    size="s"
    static-color="white"
    treatment="outline"
    @click=${({ currentTarget }: Event) =>
      currentTarget?.dispatchEvent(new ActEvent("copy-report"))}
    >${TEXT.copyReport}</sp-button
  >`;
}
