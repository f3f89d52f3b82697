import { beforeEach, describe, expect, it } from "vitest";
import { PremiereHost } from "../../../plugin/premiere-host.ts";
import type { DownloadRequest } from "../../../src/contract/download.ts";
import { DownloadError } from "../../../src/contract/errors.ts";
import { DOWNLOAD_HOSTS } from "../../../src/shared/download/hosts.ts";
import { mp3Bytes } from "../../shared/download/loopback.ts";
import { PLUGIN_FOLDER } from "../fake/disk.ts";
import { fakePremiere } from "../fake/premiere.ts";
import { cueOf, musicOf } from "../cues.ts";
import {
  DOWNLOAD_FOLDER,
  FILES,
  MUSIC_FOLDER,
  openPremiere,
  type PremiereHarness,
} from "../premiere-harness.ts";

const SONG = mp3Bytes(3000);
const PART = `${DOWNLOAD_FOLDER}/C-Funk.mp3.part`;
let editor: PremiereHarness;

beforeEach(async () => {
  editor = openPremiere();
  editor.willPick(DOWNLOAD_FOLDER);
  await editor.host.chooseDownloadFolder();
  editor.network.offer(`${FILES}C-Funk.mp3`, SONG);
});

const request = (name = "C-Funk.mp3", trackId = "incompetech/1"): DownloadRequest => ({
  ...{ trackId, title: "C-Funk", artist: "Kevin", page: null, address: FILES + name },
  licence: { id: "CC-BY-4.0", name: "CC BY 4.0" },
});

const files = (): string[] =>
  editor.disk.list(DOWNLOAD_FOLDER).map((path) => path.slice(DOWNLOAD_FOLDER.length + 1));

async function failure(call: Promise<unknown>): Promise<DownloadError> {
  const thrown: unknown = await call.catch((error: unknown) => error);
  if (thrown instanceof DownloadError) return thrown;
  throw new Error(`Expected a DownloadError, got ${String(thrown)}`);
}

describe("a download by the plugin", () => {
  it("comes from hosts that the manifest requests", () => {
    for (const host of DOWNLOAD_HOSTS) expect(FILES).toContain(`https://${host}/`);
  });

  it("is written in pieces under another name, and then has its own", async () => {
    editor.network.offer(`${FILES}C-Funk.mp3`, SONG, { until: 500_000 });
    const got = editor.host.download(request());
    await expect.poll(() => editor.disk.files.get(PART)?.length ?? 0).toBeGreaterThan(0);
    expect(files()).toEqual(["C-Funk.mp3.part"]);
    const releasing = setInterval(() => editor.network.release(), 1);
    await got;
    clearInterval(releasing);
    expect(files().sort()).toEqual(["C-Funk.mp3", "C-Funk.txt"]);
  });

  it("asks again for the address that a redirect on the host leads to", async () => {
    editor.network.offer(`${FILES}new/C-Funk.mp3`, SONG);
    editor.network.redirects.set(`${FILES}C-Funk.mp3`, `${FILES}new/C-Funk.mp3`);
    expect(await editor.host.download(request())).toMatchObject({ bytes: SONG.length });
    expect(editor.network.asked).toEqual([`${FILES}C-Funk.mp3`, `${FILES}new/C-Funk.mp3`]);
  });

  it("is refused where it was led to another host", async () => {
    editor.network.redirects.set(`${FILES}C-Funk.mp3`, "https://music.example/C-Funk.mp3");
    expect((await failure(editor.host.download(request()))).what).toMatch(/another place/);
    expect(files()).toEqual([]);
  });

  it.each(["throws", "cutsShort"] as const)(
    "says that the disk is full where it %s",
    async (how) => {
      editor.disk.bytesLeft = 1_000_000;
      editor.disk.whenFull = how;
      expect((await failure(editor.host.download(request()))).what).toMatch(/The disk is full/);
      expect(files()).toEqual([]);
    },
  );

  it("says what is in the way, and leaves it alone", async () => {
    editor.disk.addFile(`${DOWNLOAD_FOLDER}/C-Funk.mp3`, "mine");
    expect((await failure(editor.host.download(request()))).what).toMatch(/Another file/);
    expect(editor.disk.text(`${DOWNLOAD_FOLDER}/C-Funk.mp3`)).toBe("mine");
    expect(editor.network.asked).toEqual([]);
  });

  it("does not overwrite a file that appears meanwhile", async () => {
    editor.network.offer(`${FILES}C-Funk.mp3`, SONG, { until: 500_000 });
    const got = failure(editor.host.download(request()));
    await expect.poll(() => editor.disk.files.has(PART)).toBe(true);
    editor.disk.addFile(`${DOWNLOAD_FOLDER}/C-Funk.mp3`, "mine");
    const releasing = setInterval(() => editor.network.release(), 1);
    expect((await got).what).toMatch(/Another file/);
    clearInterval(releasing);
    expect(files()).toEqual(["C-Funk.mp3"]);
  });

  it("takes the place of what an earlier one left", async () => {
    editor.disk.addFile(PART, "half a file of yesterday");
    await editor.host.download(request());
    expect(files().sort()).toEqual(["C-Funk.mp3", "C-Funk.txt"]);
    expect(editor.disk.size(`${DOWNLOAD_FOLDER}/C-Funk.mp3`)).toBe(SONG.length);
  });

  it.each([
    "..%2F..%2Fevil.mp3",
    "CON.mp3",
    "evil.exe",
    "a%5Cb.mp3",
    "%2e%2e",
    "a.mp3.",
    "%00.mp3",
  ])("writes nothing where the catalogue names %s", async (name) => {
    editor.network.offer(FILES + name, SONG);
    expect((await failure(editor.host.download(request(name)))).what).toMatch(/not safe/);
    expect([files(), editor.network.asked]).toEqual([[], []]);
  });

  it("is not begun for another track under a name that is on its way", async () => {
    editor.network.offer(`${FILES}C-Funk.mp3`, SONG, { until: 500_000 });
    const first = editor.host.download(request());
    const second = failure(editor.host.download(request("C-FUNK.mp3", "incompetech/2")));
    expect((await second).what).toMatch(/being downloaded/);
    const releasing = setInterval(() => editor.network.release(), 1);
    await first;
    clearInterval(releasing);
  });

  it("says when the folder has gone", async () => {
    editor.disk.unplug(DOWNLOAD_FOLDER);
    await expect(editor.host.download(request())).rejects.toThrow(/folder is not there/);
    expect(editor.network.asked).toEqual([]);
  });

  it("remembers folder and hosts from start to start", async () => {
    await editor.host.trustHost({ host: "incompetech.com", isTrusted: true });
    const { uxp, document, memory, state, events, fetch } = editor;
    const premiere = fakePremiere(state, events);
    const restarted = new PremiereHost({ premiere, uxp, fs: null, document, memory, fetch });
    expect(await restarted.downloadSettings()).toMatchObject({
      folder: { path: DOWNLOAD_FOLDER },
      trusted: ["incompetech.com"],
    });
  });

  it.each(["{", "[]", '{"folder":7,"trusted":[]}', '{"folder":null,"trusted":["<b>"]}'])(
    "forgets what it remembers as %s",
    async (kept) => {
      editor.memory.setItem("needledrop.downloads", kept);
      expect(await editor.host.downloadSettings()).toEqual({ folder: null, trusted: [] });
    },
  );

  it("lists nothing of what lies in folders there, and all of what does not", async () => {
    const { disk, host } = editor;
    disk.folders.add(`${DOWNLOAD_FOLDER}/unpacked`);
    disk.addFile(`${DOWNLOAD_FOLDER}/unpacked/a.mp3`, "a");
    disk.addFile(`${DOWNLOAD_FOLDER}/b.mp3`, "b");
    const folder = (await host.downloadSettings()).folder?.id ?? "";
    const page = await host.listFolder({ folder, from: 0 });
    expect(page).toMatchObject({ files: [{ name: "b.mp3" }], unreadable: [], done: true });
  });
});

describe("a downloaded file that is inserted", () => {
  const at = `${DOWNLOAD_FOLDER}/C-Funk.mp3`;
  const insert = () =>
    editor.host.insert({
      cue: cueOf({ audio: { kind: "file", path: at } }),
      ...{ at: 20, track: "music", ripple: false },
    });

  beforeEach(() => editor.disk.addAudio(at, 60));

  it("is copied into the project's music folder, since people empty folders for downloads", async () => {
    await insert();
    expect(editor.disk.audioSeconds(`${MUSIC_FOLDER}/C-Funk.mp3`)).toBe(60);
    expect(editor.disk.has(at)).toBe("file");
    expect(editor.audioClips()).toHaveLength(1);
    expect(musicOf(editor).path).toBe(`${MUSIC_FOLDER}/C-Funk.mp3`);
  });

  it("stays where it is in a folder of the editor's own music", async () => {
    editor.willPick(DOWNLOAD_FOLDER);
    await editor.host.addFolder();
    await insert();
    expect(editor.disk.has(`${MUSIC_FOLDER}/C-Funk.mp3`)).toBeNull();
    expect(editor.audioClips()).toHaveLength(1);
  });
});

describe("the folder for downloads", () => {
  it("is an own folder like any other once it is added as such", async () => {
    editor.willPick(DOWNLOAD_FOLDER);
    await editor.host.addFolder();
    const { folder } = await editor.host.downloadSettings();
    expect(folder?.takes).toBeUndefined();
    editor.willPick(DOWNLOAD_FOLDER);
    expect((await editor.host.chooseDownloadFolder())?.takes).toBeUndefined();
    expect(await editor.host.knownFolders()).toHaveLength(1);
  });

  it("is not the plugin's own, which an update empties", async () => {
    editor.willPick(`${PLUGIN_FOLDER}/page`);
    await expect(editor.host.chooseDownloadFolder()).rejects.toThrow(/own folder/);
    expect((await editor.host.downloadSettings()).folder?.path).toBe(DOWNLOAD_FOLDER);
  });
});
