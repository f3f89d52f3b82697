import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { PanelView, Sheet } from "../model/panel-view.ts";
import { CUES, HOST_CHECK, TOOLS, pushText } from "../words/editor-messages.ts";
import { TEXT } from "../words/messages.ts";
import { DOWNLOADS } from "../words/downloads.ts";
import "./own-music/download-settings.ts";
import "./own-music/get-question.ts";
import { SETTINGS } from "../words/settings.ts";
import "./kept/collect-view.ts";
import { KEPT } from "../words/kept.ts";
import { OWN_MUSIC } from "../words/own-music.ts";
import "./editor/cue-sheet-view.ts";
import { PushEvent } from "./events.ts";
import "./editor/host-check-view.ts";
import "./key-sheet.ts";
import { renderNotice } from "./notice.ts";
import "./own-music/own-music-view.ts";
import "./own-music/captioners-view.ts";
import "./own-music/packs-view.ts";
import "./settings/settings-view.ts";
import type { SheetFrame } from "./sheet-frame.ts";
import "./sheet-frame.ts";

const HEADINGS: Readonly<Record<Sheet["name"], string>> = {
  keys: TEXT.keys,
  push: TOOLS.pushTitle,
  cues: CUES.title,
  check: HOST_CHECK.title,
  music: OWN_MUSIC.title,
  settings: SETTINGS.title,
  get: DOWNLOADS.title,
  collect: KEPT.collect,
};

/** The sheet that lies over the panel, if any. */
export function renderSheet(view: PanelView) {
  const { sheet, notice } = view;
  if (sheet === null) return nothing;
  return keyed(
    sheet.name,
    html`<nd-sheet .heading=${HEADINGS[sheet.name]}>
      ${renderContent(sheet, view)}
      <div slot="notice">${renderNotice(notice)}</div>
    </nd-sheet>`,
  );
}

function renderContent(sheet: Sheet, view: PanelView) {
  const { tools, check, editor, music, packs, captioners, downloads, kept } = view;
  switch (sheet.name) {
    case "keys":
      return html`<nd-key-sheet></nd-key-sheet>`;
    case "push":
      return renderQuestion(sheet);
    case "cues":
      return html`<nd-cue-sheet .cues=${sheet.cues} ?busy=${tools.busy !== null}></nd-cue-sheet>`;
    case "music":
      return html`<nd-own-music .state=${music}></nd-own-music>
        <nd-packs .state=${packs} ?asksHost=${music.asksHost}></nd-packs>
        <nd-captioners .state=${captioners} ?asksHost=${music.asksHost}></nd-captioners> ${
          downloads.isOffered
            ? html`<nd-download-settings .settings=${downloads.settings}></nd-download-settings>`
            : nothing
        }`;
    case "settings":
      return html`<nd-settings
        .state=${view.settings}
        .engine=${view.engine}
        .space=${view.space}
        .downloads=${downloads}
        .folder=${tools.folder}
        ?connected=${editor.status === "connected"}
        .version=${__VERSION__}
      ></nd-settings>`;
    case "get":
      return html`<nd-get-question
        data-focus
        .sheet=${sheet}
        .settings=${downloads.settings}
      ></nd-get-question>`;
    case "collect":
      return html`<nd-collect data-focus .tag=${sheet.tag} .kept=${kept}></nd-collect>`;
    case "check":
      return html`<nd-host-check
        .state=${check}
        ?connected=${editor.status === "connected"}
      ></nd-host-check>`;
  }
}

function renderQuestion({ request }: Extract<Sheet, { name: "push" }>) {
  return html`<p>${pushText(request)}</p>
    <div class="answers">
      <sp-button
        data-focus
        size="s"
        variant="accent"
        @click=${({ currentTarget }: Event) => currentTarget?.dispatchEvent(new PushEvent(request))}
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
