import { describe, expect, it, type TestContext } from "vitest";
import type { DownloadRequest } from "../../../src/contract/download.ts";
import type { HostEvent } from "../../../src/contract/editor-host.ts";
import { hostOf } from "../../../src/shared/download/address.ts";
import type { Bench } from "./bench.ts";
import type { DownloadHarness } from "./harness.ts";

const ELSEWHERE = "https://music.example/C-Funk.mp3";

export function testDownloads(bench: Bench): void {
  describe("downloads", () => {
    /** The network; an application without one has nothing to show. */
    const net = ({ skip }: TestContext): DownloadHarness =>
      bench.editor.downloads ?? skip("has no network");
    const requestFor = (address: string): DownloadRequest => ({
      trackId: `acme/${address.length}`,
      ...{ title: "C-Funk", artist: "Kevin", page: null, address },
      licence: { id: "CC-BY-4.0", name: "CC BY 4.0", attribution: "C-Funk by Kevin" },
    });
    const chosen = async (context: TestContext): Promise<DownloadHarness> => {
      const harness = net(context);
      bench.editor.willPick(harness.folder);
      await bench.host.chooseDownloadFolder();
      return harness;
    };

    it("are offered by naming their hosts, or else refused", async () => {
      const { downloadHosts } = await bench.host.describe();
      expect(downloadHosts.length > 0).toBe(bench.editor.downloads !== null);
      expect(await bench.host.downloadSettings()).toEqual({ folder: null, trusted: [] });
      await bench.host.cancelDownload("acme/none");
      if (downloadHosts.length > 0) return;
      const request = requestFor(ELSEWHERE);
      await bench.isRefused(() => bench.host.download(request), /no network/);
      await bench.isRefused(() => bench.host.chooseDownloadFolder(), /no network/);
      const trust = { host: "music.example", isTrusted: true };
      await bench.isRefused(() => bench.host.trustHost(trust), /no network/);
      expect(await bench.host.downloadSettings()).toEqual({ folder: null, trusted: [] });
    });

    it("put a whole file into the folder that is asked for once, with its licence", async (context) => {
      const { addresses, asked, files, folder, offer, read } = net(context);
      const [first, second] = addresses;
      const bytes = offer(first);
      offer(second);
      bench.editor.willPick(folder);
      const got = await bench.host.download(requestFor(first));
      expect(got).toEqual({ name: "C-Funk.mp3", bytes: bytes.length, isNew: true });
      expect(Buffer.from(read("C-Funk.mp3")).equals(bytes)).toBe(true);
      const text = Buffer.from(read("C-Funk.txt")).toString();
      expect(text).toContain("SPDX-License-Identifier: CC-BY-4.0");
      expect(text).toContain("Credit: C-Funk by Kevin");
      await bench.host.download(requestFor(second));
      expect(files()).toEqual([
        ...["C-Funk.mp3", "C-Funk.txt", "Poofy Reel.mp3", "Poofy Reel.txt"],
      ]);
      expect(asked).toEqual([first, second]);
    });

    it("are one of the known folders, from which only catalogues' tracks are taken", async (context) => {
      const { folder } = await chosen(context);
      const settings = await bench.host.downloadSettings();
      expect(settings.folder).toMatchObject({ path: folder, takes: "catalogue" });
      expect(await bench.host.knownFolders()).toEqual([settings.folder]);
      await bench.host.forgetFolder(settings.folder?.id ?? "");
      expect((await bench.host.downloadSettings()).folder).toBeNull();
    });

    it("ask nobody for a file when no folder is chosen", async (context) => {
      const { addresses, asked, offer } = net(context);
      offer(addresses[0]);
      bench.editor.willPick(null);
      const got = bench.host.download(requestFor(addresses[0]));
      await bench.isRefused(() => got, /No folder was chosen for downloads/);
      expect(asked).toEqual([]);
    });

    it("are not repeated for what is there", async (context) => {
      const { addresses, asked, offer } = await chosen(context);
      offer(addresses[0]);
      await bench.host.download(requestFor(addresses[0]));
      const again = await bench.host.download(requestFor(addresses[0]));
      expect(again).toMatchObject({ name: "C-Funk.mp3", isNew: false });
      expect(asked).toHaveLength(1);
    });

    it("say how far they are", async (context) => {
      const { addresses, offer } = await chosen(context);
      const events: HostEvent[] = [];
      const stop = bench.host.onEvent((event) => events.push(event));
      const { length } = offer(addresses[0]);
      await bench.host.download(requestFor(addresses[0]));
      stop();
      const { trackId } = requestFor(addresses[0]);
      expect(events.at(-1)).toEqual({
        type: "download",
        progress: { trackId, done: length, total: length },
      });
    });

    it("end at once when they are cancelled, and keep nothing", async (context) => {
      const { addresses, files, offer } = await chosen(context);
      offer(addresses[0], true);
      const got = bench.host.download(requestFor(addresses[0]));
      const ended = expect(got).rejects.toThrow(/cancelled/);
      await bench.host.cancelDownload(requestFor(addresses[0]).trackId);
      await ended;
      expect(files()).toEqual([]);
    });

    it("may be two at once, and one is not begun twice", async (context) => {
      const { addresses, asked, files, offer, release } = await chosen(context);
      const [first, second] = addresses;
      for (const address of addresses) offer(address, true);
      const got = [first, second, first].map((address) => bench.host.download(requestFor(address)));
      await expect.poll(() => asked.length).toBe(2);
      const releasing = setInterval(release, 1);
      const done = await Promise.all(got);
      clearInterval(releasing);
      expect(done[0]).toEqual(done[2]);
      expect(asked).toEqual([first, second]);
      expect(files()).toHaveLength(4);
    });

    it("come from no other host", async (context) => {
      const { asked, offer, files } = await chosen(context);
      offer(ELSEWHERE);
      const got = bench.host.download(requestFor(ELSEWHERE));
      await expect(got).rejects.toMatchObject({ code: "download", input: ELSEWHERE });
      expect([asked, files()]).toEqual([[], []]);
    });

    it("remember which hosts need no other question, until that is taken back", async (context) => {
      const host = hostOf(net(context).addresses[0]);
      await bench.host.trustHost({ host, isTrusted: true });
      await bench.host.trustHost({ host, isTrusted: true });
      expect((await bench.host.downloadSettings()).trusted).toEqual([host]);
      await bench.host.trustHost({ host, isTrusted: false });
      expect((await bench.host.downloadSettings()).trusted).toEqual([]);
    });
  });
}
