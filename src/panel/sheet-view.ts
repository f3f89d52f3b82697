import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import "./cue-sheet-view.ts";
import { CUES, HOST_CHECK, TOOLS, pushText } from "./editor-messages.ts";
import "./host-check-view.ts";
import { hostReport } from "./host-check/report.ts";
import "./key-sheet.ts";
import { TEXT } from "./messages.ts";
import { noticeView } from "./notice-view.ts";
import type { PanelModel } from "./panel-model.ts";
import type { Sheet } from "./sheet.ts";
import type { SheetFrame } from "./sheet-frame.ts";
import "./sheet-frame.ts";
import { PushEvent } from "./tool-events.ts";

const HEADINGS: Readonly<Record<Sheet["name"], string>> = {
  keys: TEXT.keys,
  push: TOOLS.pushTitle,
  cues: CUES.title,
  check: HOST_CHECK.title,
};

/** The sheet that lies over the panel, if any. */
export function sheetView(model: PanelModel) {
  const { sheet } = model;
  if (sheet === null) return nothing;
  return keyed(
    sheet.name,
    html`<nd-sheet .heading=${HEADINGS[sheet.name]}>
      ${contentOf(sheet, model)}
      <div slot="notice">${noticeView(model)}</div>
    </nd-sheet>`,
  );
}

function contentOf(sheet: Sheet, model: PanelModel) {
  switch (sheet.name) {
    case "keys":
      return html`<nd-key-sheet></nd-key-sheet>`;
    case "push":
      return questionView(sheet);
    case "cues":
      return html`<nd-cue-sheet
        .cues=${sheet.cues}
        ?busy=${model.tools.busy !== null}
      ></nd-cue-sheet>`;
    case "check":
      return html`<nd-host-check
        .state=${model.check.state}
        .report=${reportOf(model)}
        ?connected=${model.editor.host !== null}
      ></nd-host-check>`;
  }
}

function questionView({ request }: Extract<Sheet, { name: "push" }>) {
  return html`<p>${pushText(request)}</p>
    <div class="answers">
      <sp-button
        data-focus
        size="s"
        variant="accent"
        @click=${(event: Event) => event.currentTarget?.dispatchEvent(new PushEvent(request))}
        >${TOOLS.pushNow}</sp-button
      >
      <sp-button size="s" variant="secondary" treatment="outline" @click=${closeSheet}
        >${TOOLS.cancel}</sp-button
      >
    </div>`;
}

const closeSheet = ({ currentTarget }: Event): void => {
  if (currentTarget instanceof Element) currentTarget.closest<SheetFrame>("nd-sheet")?.close();
};

export function reportOf({ check, editor }: PanelModel): string {
  return hostReport(check.state, {
    date: new Date(),
    userAgent: navigator.userAgent,
    panel: __VERSION__,
    editor: editor.state.name === "connected" ? editor.state.info : null,
  });
}
