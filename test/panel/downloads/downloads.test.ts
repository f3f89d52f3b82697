import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Downloaded } from "../../../src/contract/download.ts";
import type { SearchResult } from "../../../src/contract/search.ts";
import { DownloadError, HostError } from "../../../src/contract/errors.ts";
import { Downloads, type GetSheet } from "../../../src/panel/downloads/downloads.ts";
import type { Notice } from "../../../src/panel/words/notice.ts";
import { byHand, remoteResultOf, resultOf, settled } from "../results.ts";
import { TestEditor } from "../test-editor.ts";

const HOST = "music.example";
const ADDRESS = `https://${HOST}/C-Funk.mp3`;
const FOLDER = { id: "got", name: "Got", path: "/got", takes: "catalogue" } as const;

const gettable = (id = "far", address = ADDRESS): SearchResult => {
  const result = remoteResultOf();
  return {
    ...result,
    track: { ...result.track, id, title: "C-Funk", audio: { kind: "remote", file: address } },
  };
};
const FAR = gettable();

let editor: TestEditor;
let hosts: readonly string[];
let connected: boolean;
let sheets: GetSheet[];
let notices: Notice[];
let time: number;
const music = { open: vi.fn(), updateAgain: vi.fn() };
let downloads: Downloads;

beforeEach(() => {
  editor = new TestEditor();
  editor.downloadSettings.mockResolvedValue({ folder: FOLDER, trusted: [] });
  [hosts, connected, sheets, notices, time] = [[HOST], true, [], [], 0];
  music.open.mockReset().mockResolvedValue(undefined);
  music.updateAgain.mockReset().mockResolvedValue(true);
  downloads = new Downloads({
    editor: {
      get host() {
        return connected ? editor : null;
      },
      get downloadHosts() {
        return hosts;
      },
    },
    music,
    tell: (notice) => notices.push(notice),
    show: (sheet) => sheets.push(sheet),
    changed: () => undefined,
    now: () => time,
  });
});

/** Asks for the track and says yes. */
async function getIt(trusts = false): Promise<void> {
  await downloads.get(FAR);
  const sheet = sheets.at(-1);
  if (sheet === undefined) throw new Error("There was no question.");
  await downloads.confirm(sheet.request, trusts);
}

describe("getting a track", () => {
  it("downloads nothing before the question is answered", async () => {
    await downloads.get(FAR);
    expect(sheets).toMatchObject([
      { name: "get", request: { trackId: "far", title: "C-Funk", address: ADDRESS }, seconds: 90 },
    ]);
    expect(editor.download).not.toHaveBeenCalled();
    expect(downloads.state.arrivals).toEqual([]);
  });

  it("downloads it, has it embedded, and says so", async () => {
    await getIt();
    expect(editor.download.mock.calls[0]?.[0]).toMatchObject({ trackId: "far", address: ADDRESS });
    expect(music.updateAgain.mock.calls).toEqual([["got"]]);
    expect(notices).toMatchObject([{ kind: "positive" }]);
    expect(notices[0]?.text).toMatch(/“C-Funk” is on this machine now/);
    expect(downloads.state.arrivals).toEqual([]);
    expect(editor.trustHost).not.toHaveBeenCalled();
  });

  it("shows how far it is, step by step", async () => {
    const downloaded = byHand<Downloaded>();
    const embedded = byHand<boolean>();
    editor.download.mockReturnValueOnce(downloaded.promise);
    music.updateAgain.mockReturnValueOnce(embedded.promise);
    const done = getIt();
    await settled();
    const arrival = () => downloads.state.arrivals[0];
    expect(arrival()).toMatchObject({ step: "downloading", host: HOST, done: 0, total: null });
    downloads.progress({ trackId: "far", done: 3, total: 7 });
    downloads.progress({ trackId: "other", done: 5, total: 7 });
    expect(arrival()).toMatchObject({ step: "downloading", done: 3, total: 7 });
    downloaded.resolve({ name: "C-Funk.mp3", bytes: 7, isNew: true });
    await settled();
    expect(arrival()).toMatchObject({ step: "embedding", done: 3 });
    embedded.resolve(true);
    await done;
    expect(downloads.state.arrivals).toEqual([]);
  });

  it("does not ask again for a host that is trusted, until that is taken back", async () => {
    editor.downloadSettings.mockResolvedValue({ folder: FOLDER, trusted: [HOST] });
    await downloads.get(FAR);
    expect(sheets).toEqual([]);
    expect(editor.download).toHaveBeenCalledTimes(1);
    await downloads.trust(HOST, false);
    expect(editor.trustHost.mock.calls).toEqual([[{ host: HOST, isTrusted: false }]]);
  });

  it("has the host remembered where the editor says so", async () => {
    await getIt(true);
    expect(editor.trustHost.mock.calls).toEqual([[{ host: HOST, isTrusted: true }]]);
    expect(editor.download).toHaveBeenCalledTimes(1);
  });

  it("does not begin twice what is on its way", async () => {
    editor.download.mockReturnValue(byHand<Downloaded>().promise);
    void getIt();
    await settled();
    await downloads.get(FAR);
    expect([sheets.length, editor.download.mock.calls.length]).toEqual([1, 1]);
  });

  it("may be two at once", async () => {
    editor.downloadSettings.mockResolvedValue({ folder: FOLDER, trusted: [HOST] });
    editor.download.mockReturnValue(byHand<Downloaded>().promise);
    void downloads.get(FAR);
    void downloads.get(gettable("other", `https://${HOST}/Other.mp3`));
    await settled();
    expect(downloads.state.arrivals.map(({ trackId }) => trackId)).toEqual(["far", "other"]);
  });

  it("says what went wrong, and what to do", async () => {
    const error = new DownloadError({ what: "It broke off.", next: "Try again." });
    editor.download.mockRejectedValueOnce(error);
    await getIt();
    expect(notices).toEqual([{ kind: "negative", text: "It broke off. Try again.", error }]);
    expect([downloads.state.arrivals, music.updateAgain.mock.calls]).toEqual([[], []]);
  });

  it("is ended by the editor without a complaint", async () => {
    const download = byHand<Downloaded>();
    editor.download.mockReturnValueOnce(download.promise);
    const done = getIt();
    await settled();
    await downloads.cancel("far");
    expect(editor.cancelDownload.mock.calls).toEqual([["far"]]);
    download.reject(new DownloadError({ what: "The download was cancelled.", next: "" }));
    await done;
    expect(notices).toMatchObject([{ kind: "info" }]);
    await downloads.cancel("far");
    expect(editor.cancelDownload).toHaveBeenCalledTimes(1);
  });

  it("says so where the file is there but could not be embedded", async () => {
    music.updateAgain.mockResolvedValueOnce(false);
    await getIt();
    expect(notices).toMatchObject([{ kind: "info" }]);
    expect(notices[0]?.text).toMatch(/could not be added to the search/);
  });

  it("is not offered for other hosts, local tracks, or without a network", async () => {
    expect(downloads.canGet(FAR.track)).toBe(true);
    expect(downloads.canGet(gettable("x", "https://other.example/a.mp3").track)).toBe(false);
    expect(downloads.canGet(remoteResultOf("https://music.example/page").track)).toBe(false);
    await downloads.get(resultOf());
    hosts = [];
    await downloads.get(FAR);
    expect(notices).toMatchObject([{ kind: "info" }]);
    expect([sheets, editor.download.mock.calls]).toEqual([[], []]);
  });

  it("tells that no editor is there any more", async () => {
    await downloads.get(FAR);
    connected = false;
    await downloads.confirm(sheets[0]?.request ?? expect.fail(), false);
    expect(notices[0]?.text).toMatch(/No editor is connected/);
  });
});

describe("the folder for downloads", () => {
  it("is looked into when the panel comes to the front, at most every thirty seconds", async () => {
    for (const at of [0, 1000, 29_999, 30_000, 31_000]) {
      time = at;
      await downloads.look();
    }
    expect(music.updateAgain).toHaveBeenCalledTimes(2);
  });

  it("is not looked for where none was chosen, or nothing can be downloaded", async () => {
    editor.downloadSettings.mockResolvedValue({ folder: null, trusted: [] });
    await downloads.look();
    hosts = [];
    time = 60_000;
    await downloads.look();
    expect(music.updateAgain).not.toHaveBeenCalled();
  });

  it("is read at once when it is chosen, and nothing happens where the editor cancels", async () => {
    await downloads.chooseFolder();
    expect(music.updateAgain).not.toHaveBeenCalled();
    editor.chooseDownloadFolder.mockResolvedValueOnce(FOLDER);
    await downloads.chooseFolder();
    expect(music.open).toHaveBeenCalledTimes(1);
    expect(music.updateAgain.mock.calls).toEqual([["got"]]);
    expect(downloads.state.settings.folder).toEqual(FOLDER);
  });

  it("may be one that cannot be used", async () => {
    editor.chooseDownloadFolder.mockRejectedValueOnce(
      new HostError({ what: "Not there.", next: "Choose another." }),
    );
    await downloads.chooseFolder();
    expect(notices).toMatchObject([{ kind: "negative", text: "Not there. Choose another." }]);
  });
});
