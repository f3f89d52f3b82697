import { join } from "node:path";
import type { DownloadRequest, Downloaded } from "../../contract/download.ts";
import { DownloadError, UsageError, asNeedledropError } from "../../contract/errors.ts";
import { fileAddressOf, isLocal, pageOf, type Track } from "../../contract/track.ts";
import { fileNameOf, hostOf } from "../../shared/download/address.ts";
import { Cancel } from "../../shared/download/cancel.ts";
import { download } from "../../shared/download/download.ts";
import type { Fetch } from "../../shared/download/reply.ts";
import { readArguments } from "../arguments.ts";
import { DEFAULT_INDEXES, DEFAULT_PACK, readIndexes } from "../assets.ts";
import type { Outcome } from "../command.ts";
import { diskDownloadFolder } from "../download/disk-download-folder.ts";
import { openPack } from "../pack.ts";
import { packFolder } from "../packs/added-packs.ts";
import type { Terminal } from "../terminal.ts";
import { errorLine } from "../text/error-line.ts";
import { printable } from "../text/printable.ts";

const NAME = "catalogue get";

/** `needledrop catalogue get`: downloads tracks from the host of their catalogue. */
export const getTracks =
  (fetch: Fetch) =>
  async (args: readonly string[], terminal: Terminal): Promise<Outcome> => {
    const { values, positionals } = readArguments(NAME, args, {
      out: { type: "string", default: "." },
      index: { type: "string", multiple: true, default: [...DEFAULT_INDEXES] },
      pack: { type: "string", default: DEFAULT_PACK },
      yes: { type: "boolean", default: false },
      json: { type: "boolean" },
    });
    if (positionals.length === 0) throw nothingAsked();
    const pack = await openPack(await packFolder(values.pack), terminal);
    const tracks = (await readIndexes(values.index, pack)).flatMap((index) => index.tracks);
    const requests = [...new Set(positionals)].map((id) => requestFor(id, tracks));
    if (!values.yes && !(await agreed(requests, values.out, terminal))) throw declined();

    const files: (Downloaded & { readonly id: string; readonly path: string })[] = [];
    let failed = 0;
    for (const request of requests) {
      try {
        const got = await get(request, values.out, fetch, terminal);
        files.push({ id: request.trackId, path: join(values.out, got.name), ...got });
      } catch (thrown) {
        failed += 1;
        if (requests.length === 1) throw thrown;
        terminal.note(printable(`${request.title}: ${errorLine(asNeedledropError(thrown))}`));
      }
    }
    if (failed > 0) throw notAll(failed, requests.length);
    return {
      json: { out: values.out, files },
      text: files
        .map(({ path, isNew }) => printable(`${isNew ? "Got:  " : "Here: "}${path}`))
        .join("\n"),
    };
  };

function get(request: DownloadRequest, out: string, fetch: Fetch, terminal: Terminal) {
  const name = printable(fileNameOf(request.address));
  return download(request, diskDownloadFolder(out), {
    fetch,
    cancel: new Cancel(), // Ctrl-C ends the process, and with it what was begun.
    onProgress: (done, total) => terminal.status?.(`${name}: ${megabytes(done, total)}`),
  });
}

/** `3.1 of 6.1 MB`. */
function megabytes(done: number, total: number | null): string {
  const text = (bytes: number): string => (bytes / 1e6).toFixed(1);
  return total === null ? `${text(done)} MB` : `${text(done)} of ${text(total)} MB`;
}

function requestFor(id: string, tracks: readonly Track[]): DownloadRequest {
  const track = tracks.find((each) => each.id === id);
  if (track === undefined) throw unknown(id);
  if (isLocal(track)) throw local(id);
  const address = fileAddressOf(track);
  if (address === null) throw withoutFile(id, pageOf(track));
  const { title, artist, licence } = track;
  return { trackId: id, title, artist, licence, page: pageOf(track), address };
}

/** Tells what would be downloaded, from where and on which terms, and asks for a yes. */
async function agreed(
  requests: readonly DownloadRequest[],
  out: string,
  terminal: Terminal,
): Promise<boolean> {
  if (terminal.ask === undefined) throw nobodyToAsk();
  for (const { title, artist, licence, address } of requests) {
    const by = artist === "" ? "" : `, ${artist}`;
    terminal.note(printable(`${title}${by} (${licence.name}): ${fileNameOf(address)}`));
    if (licence.attribution !== undefined) {
      terminal.note(printable(`  Credit it as: ${licence.attribution}`));
    }
  }
  const hosts = [...new Set(requests.map(({ address }) => hostOf(address)))].join(", ");
  const files = requests.length === 1 ? "this file" : `these ${requests.length} files`;
  return terminal.ask(
    printable(`Download ${files} from ${hosts} to ${out}? It learns their names and your address.`),
  );
}

const SEE = 'Run "needledrop search … --json" to see the ids of tracks.';
const nothingAsked = (): UsageError =>
  new UsageError({ what: '"needledrop catalogue get" needs the ids of tracks.', next: SEE });
const unknown = (input: string): UsageError =>
  new UsageError({ what: "No track has this id.", input, next: SEE });
const local = (input: string): UsageError =>
  new UsageError({
    what: "This track is on this machine already.",
    input,
    next: "Leave it out.",
  });
const withoutFile = (input: string, page: string | null): UsageError =>
  new UsageError({
    what: "Its catalogue does not say where its file is.",
    input,
    next: page === null ? "Get it from its vendor." : `Get it from its page: ${page}`,
  });
const nobodyToAsk = (): UsageError =>
  new UsageError({
    what: "A download needs your consent, and there is no terminal to ask on.",
    next: "Add --yes to consent.",
  });
const declined = (): DownloadError =>
  new DownloadError({ what: "Nothing was downloaded.", next: "Answer y to download." });
const notAll = (failed: number, all: number): DownloadError =>
  new DownloadError({
    what: `${failed} of ${all} files were not downloaded.`,
    next: "Run it again; what is here already is not downloaded twice.",
  });
