import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { PanelModel } from "./panel-model.ts";

/** Milliseconds that good news stays; bad news stays until it is closed. */
const GOOD_NEWS = 10_000;

export function noticeView(model: PanelModel) {
  const { notice } = model;
  if (notice === null) return nothing;
  // Each notice has its own toast, and so its own time.
  return keyed(
    notice,
    html`<sp-toast
      open
      variant=${notice.kind}
      .timeout=${notice.kind === "negative" ? null : GOOD_NEWS}
      @close=${() => model.tell(null)}
      >${notice.text}</sp-toast
    >`,
  );
}
