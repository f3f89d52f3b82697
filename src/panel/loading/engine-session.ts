import type { Device, LoadStage } from "../../contract/engine.ts";
import type { SearchAnswer, SearchRequest, SearchResult } from "../../contract/search.ts";
import { DeviceError, asNeedledropError, type NeedledropError } from "../../contract/errors.ts";
import type { FitEngine } from "../../contract/fit.ts";
import type { SightEngine } from "../../contract/sight.ts";
import type { CaptionerEngine, PackEngine } from "../packs/model-shelf.ts";
import type { MapEngine } from "../map/music-map.ts";
import type { FolderEngine } from "../own-music/own-music.ts";
import type { ReferenceEngine } from "../describe/references.ts";
import type { EngineState, SessionOptions } from "./engine-state.ts";
import type { LoadReport, OpenEngine, OpenedEngine } from "./bundled-engine.ts";

export type { EngineState, SessionOptions } from "./engine-state.ts";

/** An engine that dies within this many milliseconds of a restart is not restarted by itself. */
const PROBATION = 60_000;
/** Share of the whole wait that goes into reading files; the rest is compiling and warming up. */
const READING_SHARE = 0.8;

/** Why a load was ended. An error would hold on to who was calling. */
const ENDED = "ended";
const BEGINNING: EngineState = { name: "loading", stage: "runtime", done: 0, read: 0, total: 0 };

/**
 * The engine's life in the panel: loads once, can be tried again, lets searches wait for it, and
 * keeps the waveforms that it gave. An engine that dies is replaced, and what was searched for is
 * searched for again; one that then dies soon is a failure. Where WebGPU fails, WebAssembly takes over.
 */
export class EngineSession {
  private current: EngineState = BEGINNING;
  private opened: Promise<OpenedEngine> | null = null;
  /** The one that is ready. */
  private running: OpenedEngine | null = null;
  private fellBack: NeedledropError | null = null;
  /** When an engine that took the place of a dead one was ready; null if there is none. */
  private replacedAt: number | null = null;
  private isReplacing = false;
  private life = new AbortController();
  private readonly peaks = new Map<string, Uint8Array>();
  private readonly peaksAsked = new Set<string>();

  constructor(
    private readonly open: OpenEngine,
    private readonly changed: () => void,
    private readonly options: SessionOptions = {},
  ) {}

  get state(): EngineState {
    return this.current;
  }

  /** Begins to load, or does so again after a failure. */
  start(): void {
    if (this.opened !== null && this.state.name !== "failed") return;
    this.begin();
  }

  /** Opens another engine in place of this one, as after a change of what it is to run on. */
  restart(): void {
    this.fellBack = null;
    this.running?.close();
    this.begin();
  }

  /** Ends the engine, also one that is loading. It can be started again. */
  end(): void {
    this.running = null;
    this.opened = null;
    this.current = BEGINNING;
    this.life.abort(ENDED);
  }

  private begin(): void {
    this.running = null;
    this.enter(BEGINNING);
    this.life.abort(ENDED);
    this.life = new AbortController();
    const opening = this.openOnDevice(this.life.signal).then(async (opened) => {
      await Promise.race([this.options.prepare?.(opened.engine), opened.failed]);
      return opened;
    });
    this.opened = opening;
    opening.then(
      (opened) => {
        if (this.opened === opening) this.ready(opened);
        else opened.close(); // Another was begun meanwhile.
      },
      (thrown: unknown) => {
        if (this.opened !== opening) return;
        this.isReplacing = false;
        this.enter({ name: "failed", error: asNeedledropError(thrown) });
      },
    );
  }

  private async openOnDevice(signal: AbortSignal): Promise<OpenedEngine> {
    const open = (device: Promise<Device>): Promise<OpenedEngine> =>
      this.open(
        reportTo((...news) => this.advance(...news), signal),
        device,
      );
    const wasm = Promise.resolve<Device>("wasm");
    if (this.fellBack !== null) return open(wasm);
    const wished = this.options.device?.() ?? wasm;
    try {
      return await open(wished);
    } catch (thrown) {
      if (!(thrown instanceof DeviceError) || signal.aborted) throw thrown;
      if ((await wished) === "wasm") throw thrown;
      this.fellBack = thrown;
      return open(wasm);
    }
  }

  private ready(opened: OpenedEngine): void {
    const { fellBack } = this;
    this.running = opened;
    this.replacedAt = this.isReplacing ? this.now() : null;
    this.isReplacing = false;
    opened.failed.catch((thrown: unknown) => this.lose(opened, asNeedledropError(thrown)));
    this.enter({
      name: "ready",
      info: opened.info,
      ...(fellBack === null ? {} : { fellBack }),
    });
  }

  private now(): number {
    return (this.options.now ?? (() => performance.now()))();
  }

  /**
   * Searches as soon as the engine is ready.
   * @throws what loading or searching throws; the signal's reason if it was aborted meanwhile
   */
  async search(request: SearchRequest, signal: AbortSignal): Promise<SearchAnswer> {
    const opened = await this.whenOpen();
    signal.throwIfAborted();
    try {
      return await Promise.race([opened.engine.search(request), opened.failed]);
    } catch (thrown) {
      if (!(thrown instanceof DeviceError)) throw thrown;
      this.lose(opened, thrown);
      if (this.state.name === "failed") throw thrown;
      signal.throwIfAborted();
      return this.search(request, signal);
    }
  }

  /** More results of an answer; see `Engine.results`. @throws what that throws */
  async results(
    request: SearchRequest,
    from: number,
    count: number,
  ): Promise<readonly SearchResult[]> {
    const { engine, failed } = await this.whenOpen();
    return Promise.race([engine.results(request, from, count), failed]);
  }

  /** The engine, for the editor's own folders. @throws what loading throws */
  async folders(): Promise<FolderEngine> {
    const { engine, failed } = await this.whenOpen();
    return {
      ...engine,
      // These take minutes, and an engine that has died will not answer.
      updateFolder: (...given) => Promise.race([engine.updateFolder(...given), failed]),
      toWav: (...given) => Promise.race([engine.toWav(...given), failed]),
    };
  }

  /** The engine, for the map. @throws what loading throws */
  async map(): Promise<MapEngine> {
    return (await this.whenOpen()).engine;
  }

  /** The engine, for packs that the editor added. @throws what loading throws */
  async packs(): Promise<PackEngine> {
    return (await this.whenOpen()).engine;
  }

  /** The engine, for captioners that the editor added. @throws what loading throws */
  async captioners(): Promise<CaptionerEngine> {
    const { engine, failed } = await this.whenOpen();
    return {
      captioners: () => Promise.race([engine.captioners(), failed]),
      // It takes minutes, and an engine that has died will not answer.
      addCaptioner: (...given) => Promise.race([engine.addCaptioner(...given), failed]),
      removeCaptioner: (hash) => Promise.race([engine.removeCaptioner(hash), failed]),
    };
  }

  /** The engine, for pictures of the scene. @throws what loading throws */
  async sight(): Promise<Pick<SightEngine, "see">> {
    const { engine, failed } = await this.whenOpen();
    return { see: (...given) => Promise.race([engine.see(...given), failed]) };
  }

  /** The engine, for files that results are to be like. @throws what loading throws */
  async references(): Promise<ReferenceEngine> {
    const { engine, failed } = await this.whenOpen();
    return {
      hearReference: (...given) => Promise.race([engine.hearReference(...given), failed]),
      forgetReference: (id) => Promise.race([engine.forgetReference(id), failed]),
    };
  }

  /** The engine, to re-edit tracks. @throws what loading throws */
  async fits(): Promise<FitEngine> {
    const { engine, failed } = await this.whenOpen();
    return {
      fit: (...given) => Promise.race([engine.fit(...given), failed]),
      renderFit: (...given) => Promise.race([engine.renderFit(...given), failed]),
    };
  }

  /** Tracks by id; null for one that no index holds. @throws what loading throws */
  async tracks(ids: readonly string[]): Promise<(SearchResult | null)[]> {
    const { engine, failed } = await this.whenOpen();
    return Promise.race([engine.tracks(ids), failed]);
  }

  /** Peak magnitudes 0..255 of a track; null while they have not been read. */
  peaksOf(trackId: string): Uint8Array | null {
    return this.peaks.get(trackId) ?? null;
  }

  /** Reads the peaks of tracks, each once. Resolves when all are there or have failed. */
  async readPeaks(trackIds: readonly string[]): Promise<void> {
    const missing = trackIds.filter((id) => !this.peaksAsked.has(id));
    missing.forEach((id) => this.peaksAsked.add(id));
    await Promise.all(missing.map((id) => this.fetchPeaks(id)));
    if (missing.length > 0) this.changed();
  }

  private async fetchPeaks(id: string): Promise<void> {
    try {
      const { engine, failed } = await this.whenOpen();
      this.peaks.set(id, await Promise.race([engine.peaks(id), failed]));
    } catch {
      // A row without a waveform works, and the next search asks again.
      this.peaksAsked.delete(id);
    }
  }

  /** A worker that died or ran out of memory will not answer again; another one may. */
  private lose(opened: OpenedEngine, error: NeedledropError): void {
    if (this.running !== opened) return;
    opened.close();
    this.running = null;
    if (opened.info.device === "webgpu") this.fellBack = error;
    const isSecond = this.replacedAt !== null && this.now() - this.replacedAt < PROBATION;
    this.isReplacing = !isSecond;
    if (isSecond) this.enter({ name: "failed", error });
    else this.begin();
  }

  private whenOpen(): Promise<OpenedEngine> {
    return this.opened ?? Promise.reject(new Error("The engine was used before it was started."));
  }

  private advance(
    change: { stage: LoadStage } | { read: number; total: number },
    engineDone: number,
  ): void {
    if (this.state.name !== "loading") return;
    const next = { ...this.state, ...change };
    const readDone = next.total === 0 ? 0 : next.read / next.total;
    const done = READING_SHARE * readDone + (1 - READING_SHARE) * engineDone;
    this.enter({ ...next, done: Math.max(this.state.done, Math.min(1, done)) });
  }

  private enter(state: EngineState): void {
    this.current = state;
    this.changed();
  }
}

type Advance = { readonly stage: LoadStage } | { readonly read: number; readonly total: number };

/**
 * What is told of a load until it is ended. A worker that was ended while it loads keeps the ports
 * that it was given, and they what they call; so this lets go of the session then.
 */
function reportTo(
  advance: (change: Advance, engineDone: number) => void,
  signal: AbortSignal,
): LoadReport {
  const told = { advance, done: 0 };
  signal.addEventListener("abort", () => (told.advance = () => undefined), { once: true });
  return {
    signal,
    onProgress: ({ stage, done }) => {
      told.done = done;
      told.advance({ stage }, done);
    },
    onBytes: (read, total) => told.advance({ read, total }, told.done),
  };
}
