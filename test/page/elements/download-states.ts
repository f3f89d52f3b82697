import { html } from "lit";
import type { DownloadSettings } from "../../../src/contract/download.ts";
import type { SearchResult } from "../../../src/contract/search.ts";
import type { Arrival, GetSheet } from "../../../src/panel/downloads/downloads.ts";
import type { ElementState } from "./element-states.ts";
import { rowOf, rowsOf } from "./results-states.ts";
import { ENGINE } from "./fixed-sources.ts";
import { CREDITED, RESULTS, UNKNOWN } from "./fixed-tracks.ts";

const HOST = "incompetech.com";
const FILE = `https://${HOST}/music/royalty-free/mp3-royaltyfree/Harbour%20Lights.mp3`;

const FOLDER = { id: "got", name: "Downloads", path: "/Users/ada/Downloads" };
const SETTLED: DownloadSettings = {
  folder: { ...FOLDER, takes: "catalogue" },
  trusted: [HOST],
};
const OPEN: DownloadSettings = { folder: null, trusted: [] };

const arrivalOf = (facts: Partial<Arrival>): Arrival => ({
  ...{ trackId: "far", title: "Harbour Lights", host: HOST, step: "downloading" },
  ...{ done: 3_100_000, total: 6_100_000 },
  ...facts,
});

const FAR = (RESULTS[2] ?? RESULTS[0]) as SearchResult;
const GETTABLE: SearchResult = {
  ...FAR,
  track: { ...FAR.track, audio: { kind: "remote", page: "https://example.org/music", file: FILE } },
};

const question = (
  state: string,
  facts: Partial<GetSheet["request"]>,
  settings: DownloadSettings,
  seconds = 154,
): ElementState => {
  const request = {
    ...{ trackId: "far", title: "Harbour Lights", artist: "Ada Quill", page: null },
    ...{ licence: CREDITED, address: FILE },
    ...facts,
  };
  return {
    element: "nd-get-question",
    state,
    shown: html`<nd-get-question
      .sheet=${{ name: "get", request, seconds }}
      .settings=${settings}
    ></nd-get-question>`,
  };
};

const remoteBar = (state: string, arrival: Arrival | null): ElementState => ({
  element: "nd-remote-bar",
  state,
  shown: html`<nd-remote-bar
    .result=${GETTABLE}
    .downloadHosts=${[HOST]}
    .arrival=${arrival}
  ></nd-remote-bar>`,
});

const ARRIVALS: readonly (readonly [string, Partial<Arrival>])[] = [
  ["asking its host", { done: 0, total: null }],
  ["on its way", {}],
  ["on its way, of unknown length", { total: null }],
  ["being embedded", { step: "embedding" }],
];

export const DOWNLOAD_STATES: readonly ElementState[] = [
  question("first", {}, OPEN),
  question("with a folder, and an unknown licence and length", { licence: UNKNOWN }, SETTLED, 0),
  remoteBar("can be downloaded", null),
  ...ARRIVALS.map(([state, facts]) => remoteBar(state, arrivalOf(facts))),
  {
    element: "nd-result-list",
    state: "rows that can be downloaded, one on its way",
    shown: html`<nd-result-list
      .rows=${rowsOf(
        ...[null, arrivalOf({})].map((arrival, at) =>
          rowOf(
            { ...GETTABLE, track: { ...GETTABLE.track, id: `far-${at}` } },
            { gettable: true, arrival },
          ),
        ),
      )}
      .selectedAt=${0}
    ></nd-result-list>`,
  },
  ...[[arrivalOf({})], [arrivalOf({}), arrivalOf({ trackId: "other" })]].map((arrivals) => ({
    element: "nd-status-line",
    state: `downloads: ${arrivals.length}`,
    shown: html`<nd-status-line
      .engine=${{ name: "ready", info: ENGINE }}
      .search=${{ name: "idle" }}
      .arrivals=${arrivals}
    ></nd-status-line>`,
  })),
  ...[OPEN, SETTLED].map((settings) => ({
    element: "nd-download-settings",
    state: settings === OPEN ? "nothing settled" : "settled",
    shown: html`<nd-download-settings .settings=${settings}></nd-download-settings>`,
  })),
  {
    element: "nd-arrival",
    state: "by itself",
    shown: html`<nd-arrival .arrival=${arrivalOf({})}></nd-arrival>`,
  },
];
