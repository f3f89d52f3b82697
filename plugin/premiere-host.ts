import type { MarkReport, MarkRequest } from "../src/contract/clip-markers.ts";
import type { Cue, InsertReport, InsertRequest } from "../src/contract/cue.ts";
import type { CueSheet, Saved, TextFile } from "../src/contract/cue-sheet.ts";
import type { Cuts } from "../src/contract/cuts.ts";
import type { DuckReport, DuckSettings, UnduckReport } from "../src/contract/ducking.ts";
import type { EditorHost, HostEvent, HostInfo } from "../src/contract/editor-host.ts";
import { HostError } from "../src/contract/errors.ts";
import type { Frames, FramesRequest } from "../src/contract/frames.ts";
import type { Check, CheckRequest } from "../src/contract/host-check.ts";
import { DOWNLOAD_HOSTS } from "../src/shared/download/hosts.ts";
import { IMPORTABLE } from "../src/shared/importable.ts";
import type { Place } from "../src/contract/place.ts";
import type { RowReport, RowRequest } from "../src/contract/row.ts";
import type { Selection } from "../src/contract/selection.ts";
import type { SequencePlayback } from "../src/contract/sequence-playback.ts";
import { checkHost } from "./check/check.ts";
import { DragStrip } from "./drag-strip.ts";
import { duckMusic, unduckMusic } from "./ducking/duck.ts";
import { FileHost, type FileSurroundings } from "./file-host.ts";
import { openPage } from "./files/open-page.ts";
import { saveText } from "./files/save-text.ts";
import { currentTheme, listenToHost } from "./host-events.ts";
import { ask, turns } from "./premiere.ts";
import { SourceMarks } from "./project/marks.ts";
import { addClipMarkers } from "./project/clip-markers.ts";
import { readCuts } from "./scene/cuts.ts";
import { framesOf } from "./scene/frames.ts";
import { readPlace } from "./scene/place.ts";
import { readSelection } from "./scene/selection.ts";
import { SourceMonitorPlayer } from "./source-monitor.ts";
import { readCueSheet } from "./timeline/cue-sheet.ts";
import { insertCue } from "./timeline/insert.ts";
import { insertRow } from "./timeline/insert-row.ts";
import type { Bench } from "./timeline/lay.ts";
import { replaceSelected } from "./timeline/replace.ts";
import type { UxpDocument, UxpElement } from "./uxp/dom.ts";
import { takeDown } from "./uxp/guard.ts";
import type { Uxp } from "./uxp/uxp.ts";

/** What the plugin finds around it; tests hand in an imitation. */
export interface PremiereSurroundings extends FileSurroundings {
  readonly uxp: Pick<Uxp<unknown>, "host" | "shell" | "storage" | "versions">;
  readonly document: UxpDocument;
}

/**
 * Premiere Pro behind the contract: each method hands on to the file that does it, and whatever
 * Premiere throws on the way becomes a `HostError`.
 */
export class PremiereHost extends FileHost implements EditorHost {
  private readonly dragStrip: DragStrip;
  private readonly monitor: SourceMonitorPlayer;
  private readonly bench: Bench;
  /** Edits one after the other: two at once would both find the same track free. */
  private readonly edit = turns();
  /** Premiere drops exports of frames that come in quick succession. */
  private readonly export = turns();

  constructor(private readonly around: PremiereSurroundings) {
    super(around);
    const { premiere, document } = around;
    this.dragStrip = new DragStrip(document, this.files, this.folder);
    this.monitor = new SourceMonitorPlayer(premiere, this.files);
    this.bench = { premiere, files: this.files, marks: new SourceMarks(premiere) };
  }

  /** Where tracks are dragged from; stands below the page. */
  get strip(): UxpElement {
    return this.dragStrip.element;
  }

  describe(): Promise<HostInfo> {
    const { uxp, document } = this.around;
    return Promise.resolve({
      name: uxp.host.name.slice(0, 100),
      version: uxp.host.version.slice(0, 50),
      theme: currentTheme(document),
      rowDrag: false,
      importable: [...IMPORTABLE],
      ownFolders: true,
      playsSequence: false,
      downloadHosts: [...DOWNLOAD_HOSTS],
    });
  }

  readPlace(): Promise<Place> {
    return readPlace(this.around.premiere);
  }

  readSelection(): Promise<Selection> {
    return ask("Premiere does not say what is selected.", "selection", () =>
      readSelection(this.around.premiere),
    );
  }

  readCuts(): Promise<Cuts> {
    return readCuts(this.around.premiere);
  }

  insert(request: InsertRequest): Promise<InsertReport> {
    return this.inTurn("Premiere did not insert the music.", request.cue.title, () =>
      insertCue(this.bench, request),
    );
  }

  insertRow(request: RowRequest): Promise<RowReport> {
    return this.inTurn("Premiere did not insert the music.", request.cue.title, () =>
      insertRow(this.bench, request),
    );
  }

  replace(cue: Cue): Promise<InsertReport> {
    return this.inTurn("Premiere did not replace the clip.", cue.title, () =>
      replaceSelected(this.bench, cue),
    );
  }

  addMarkers(request: MarkRequest): Promise<MarkReport> {
    return this.inTurn("Premiere did not set the markers.", request.title, () =>
      addClipMarkers(this.around.premiere, request),
    );
  }

  duck(settings: DuckSettings): Promise<DuckReport> {
    return this.inTurn("Premiere did not duck the music.", "ducking", () =>
      duckMusic(this.around.premiere, settings),
    );
  }

  unduck(): Promise<UnduckReport> {
    return this.inTurn("Premiere did not take the ducking away.", "ducking", () =>
      unduckMusic(this.around.premiere),
    );
  }

  /** UXP has calls for the Source Monitor alone; see docs/premiere.md. */
  playSequence(): Promise<SequencePlayback> {
    return Promise.reject(noPlayback());
  }

  stopSequence(): Promise<void> {
    return Promise.resolve();
  }

  preview(cue: Cue): Promise<void> {
    return this.monitor.play(cue);
  }

  stopPreview(): Promise<void> {
    return this.monitor.stop();
  }

  offerDrag(cue: Cue | null): Promise<void> {
    return this.dragStrip.offer(cue);
  }

  readCueSheet(): Promise<CueSheet> {
    return ask("Premiere does not say what lies in the sequence.", "cue sheet", () =>
      readCueSheet(this.around.premiere),
    );
  }

  saveText(file: TextFile): Promise<Saved> {
    return saveText(this.around.uxp.storage, file);
  }

  framesOf(request: FramesRequest): Promise<Frames> {
    const { premiere, uxp } = this.around;
    return this.export(() =>
      ask("Premiere exported no pictures.", "selection", () =>
        framesOf(premiere, uxp.storage, request),
      ),
    );
  }

  openPage(page: string): Promise<void> {
    return openPage(this.around.uxp.shell, page);
  }

  check(request: CheckRequest): Promise<Check[]> {
    return this.edit(() => checkHost(this.around, request, this.dragStrip));
  }

  echo(text: string): Promise<string> {
    return Promise.resolve(text);
  }

  onEvent(listener: (event: HostEvent) => void): () => void {
    const unlisten = listenToHost(this.around.premiere, this.around.document, listener);
    const unsubscribe = this.downloads.onProgress((progress) =>
      listener({ type: "download", progress }),
    );
    return () => takeDown(unlisten, unsubscribe);
  }

  /** @param what what Premiere did not do, where it throws */
  private inTurn<T>(what: string, input: string, edit: () => Promise<T>): Promise<T> {
    return this.edit(() => ask(what, input, edit));
  }
}

const noPlayback = (): HostError =>
  new HostError({
    what: "Premiere gives panels no way to start its playback.",
    next: "Click the timeline, press Space there, and play the music in the panel.",
  });
