import { describeParts, type DescribeParts } from "../describe/describe-parts.ts";
import { oneAtATime } from "../describe/one-at-a-time.ts";
import { isLocalResult, type LocalResult, type SearchResult } from "../../contract/search.ts";
import type { AddedPack } from "../../contract/pack.ts";
import type { AddedCaptioner } from "../../contract/sight.ts";
import { Compare } from "../compare/compare.ts";
import { Picture } from "../compare/picture.ts";
import { Pins } from "../compare/pins.ts";
import { aimAt } from "../cut/aim.ts";
import type { Cut } from "../cut/cut.ts";
import { cutParts } from "../cut/cut-parts.ts";
import { Downloads } from "../downloads/downloads.ts";
import { EditorLink } from "../editor/editor-link.ts";
import { Converter } from "../editor/converter.ts";
import { EditorTools } from "../editor/editor-tools.ts";
import { HostCheck } from "../host-check/host-check.ts";
import { Filters } from "../filters/filters.ts";
import { EngineSession } from "../loading/engine-session.ts";
import { HoverSound } from "../map/hover-sound.ts";
import { MusicMap } from "../map/music-map.ts";
import { ChosenFolders } from "../own-music/chosen-folders.ts";
import { Covers } from "../own-music/covers.ts";
import { HostFolders } from "../own-music/host-folders.ts";
import { TrackAudio } from "../own-music/track-audio.ts";
import { OwnMusic } from "../own-music/own-music.ts";
import { captionersOf, ModelShelf, packsOf } from "../packs/model-shelf.ts";
import { Kept } from "../kept/kept.ts";
import { openKeptStore } from "../kept/kept-store.ts";
import { KeptTab } from "../kept/kept-tab.ts";
import { Played } from "../kept/played.ts";
import { withFits } from "../fit/fit-audio.ts";
import { fittingParts, type FittingParts } from "../fit/fitting-parts.ts";
import { Jobs } from "../jobs/jobs.ts";
import { picturesOf } from "../scene/pictures.ts";
import { SceneReader } from "../scene/scene-reader.ts";
import { browserSettings } from "../settings/settings-store.ts";
import { Settings } from "../settings/settings.ts";
import { Space } from "../settings/space.ts";
import { failure, type Notice } from "../words/notice.ts";
import type { Sheet } from "./panel-view.ts";
import type { PanelShell, PanelSources } from "./panel-sources.ts";
import { Passages } from "./passages.ts";
import { Player } from "./player.ts";
import { Results } from "./results.ts";
import { SearchFlow } from "./search-flow.ts";
import { Sound } from "./sound.ts";

/** What the panel is made of; each part owns its state and says when that changes. */
export interface PanelParts extends DescribeParts, FittingParts {
  readonly session: EngineSession;
  readonly editor: EditorLink;
  readonly tools: EditorTools;
  readonly check: HostCheck;
  readonly player: Player;
  readonly sound: Sound;
  /** The tracks that are compared. */
  readonly pins: Pins;
  readonly compare: Compare;
  /** The playback of the sequence. */
  readonly picture: Picture;
  /** What the picture wants of the music: tempo, length, hit points. */
  readonly cut: Cut;
  readonly scene: SceneReader;
  readonly flow: SearchFlow;
  readonly filters: Filters;
  readonly results: Results;
  readonly passages: Passages;
  readonly map: MusicMap;
  readonly music: OwnMusic;
  readonly downloads: Downloads;
  /** Packs that the editor added. */
  readonly packs: ModelShelf<AddedPack>;
  /** Captioners that the editor added. */
  readonly captioners: ModelShelf<AddedCaptioner>;
  readonly covers: Covers;
  /** Favourites, collections, recent tracks. */
  readonly kept: Kept;
  readonly settings: Settings;
  /** What is kept on this machine. */
  readonly space: Space;
  /** All work that takes a while. */
  readonly jobs: Jobs;
  /** The list of these that is in sight. */
  readonly keptTab: KeptTab;
  /** Folders that were chosen in a browser. */
  readonly chosen: ChosenFolders;
  /** Folders that the editing application reads. */
  readonly hostFolders: HostFolders;
}

/** Makes the parts, and tells each of those that it works with. */
export function panelParts(
  {
    openEngine,
    connectEditor,
    media,
    newMedia,
    openKept = openKeptStore,
    settings: store = browserSettings,
  }: PanelSources,
  panel: PanelShell,
): PanelParts {
  const changed = (): void => panel.changed();
  const chosen = new ChosenFolders();
  const settings: Settings = new Settings(store, {
    deviceChanged: () => session.restart(),
    changed,
  });
  const session: EngineSession = new EngineSession(openEngine, changed, {
    device: () => settings.device(),
    prepare: (engine) => {
      // It answers before it has read the editor's folders, and is asked again once it has.
      void music.open();
      return described.references.renew(engine);
    },
  });
  const editor = new EditorLink(
    connectEditor,
    () => {
      cut.follow();
      offerDrag();
      changed();
    },
    (progress) => downloads.progress(progress),
    (playback) => picture.heard(playback),
  );
  const tell = (notice: Notice): void => panel.tell(notice);
  const hostFolders: HostFolders = new HostFolders(() => editor.folderHost);
  const ownFiles = {
    fileAt: (path: string) => chosen.fileAt(path) ?? hostFolders.fileAt(path),
    whenReady: () => session.folders(),
  };
  const converter = new Converter(ownFiles);
  const covers = new Covers({ ...ownFiles, changed });
  const beginsElsewhere = (): void => {
    player.rewind();
    offerDrag();
    changed();
  };
  const passages = new Passages(beginsElsewhere);
  const { cut, ranked } = cutParts({
    ...{ editor, session, placedAnew: beginsElsewhere, changed },
    reorder: () => void (flow.view.answer !== null && flow.retry()),
  });
  const tools = new EditorTools(editor, panel, converter, {
    of: (trackId) => passages.of(trackId),
    aim: (result) => aimAt(cut, result),
  });
  const check = new HostCheck(editor, changed);
  const kept = new Kept({
    openStore: openKept,
    project: () => editor.place?.project ?? null,
    tell,
    changed: () => {
      keptTab.follow();
      changed();
    },
  });
  const keptTab: KeptTab = new KeptTab({
    kept,
    tracks: (ids) => session.tracks(ids),
    host: () => editor.host,
    project: () => editor.place?.project ?? null,
    found: () => panel.keptFound(),
    changed,
  });
  const played = new Played(({ track }) => kept.played(track));
  const newAudio = (): TrackAudio =>
    new TrackAudio({
      chosen,
      host: hostFolders,
      whenReady: () => session.folders(),
      plays: (type) => media.canPlayType(type) !== "",
    });
  const pins = new Pins({ newMedia, newAudio });
  const startOf = (result: LocalResult): number =>
    passages.of(result.track.id)?.start ?? cut.placed(result)?.offset ?? result.section.start;
  const fitting: FittingParts = fittingParts({
    ...{ editor, tools, session, cut, panel },
    fileAt: ownFiles.fileAt,
    player: () => player,
    selected: () => results.selected,
  });
  const audio = newAudio();
  const player: Player = new Player(
    media,
    withFits(audio, fitting.fitAudio),
    () => {
      const { playback } = player;
      const { result } = playback;
      played.look({ ...playback, result: result && fitting.fitAudio.originalOf(result) });
      changed();
    },
    { startOf, voices: pins },
  );
  const picture: Picture = new Picture({ player, editor, startOf, tell, changed });
  const select = (result: SearchResult): void => results.select(result);
  const comparing = { pins, player, picture, editor };
  const compare = new Compare({ ...comparing, startOf, select, tell, changed });
  const sound = new Sound({ player, picture, editor, tools, tell, changed });
  const scene: SceneReader = new SceneReader({
    link: editor,
    eyes: { decode: picturesOf, engine: () => session.sight() },
    description: () => flow.view.description,
    search: (description) => flow.search(description),
    tell,
    changed,
  });
  const flow: SearchFlow = new SearchFlow(
    oneAtATime(ranked.search),
    {
      found: (answer) => {
        filters.learn(answer);
        const { selected } = results;
        results.show(answer);
        // What is found behind a kept list waits there.
        if (keptTab.isInSight) results.select(selected);
        void map.follow(answer);
      },
      cleared: () => results.clear(),
      changed,
    },
    (description) => scene.literal(description),
  );
  const filters = new Filters(flow, changed);
  const results: Results = new Results({
    read: ranked.read,
    readPeaks: (trackIds) => session.readPeaks(trackIds),
    selected: (result) => {
      if (result !== null && isLocalResult(result)) {
        player.offer(result);
        covers.look(result.track);
      }
      offerDrag();
    },
    failed: (thrown) => tell(failure(thrown)),
    changed,
  });
  /** Puts the selected track on the editor's drag strip, if it can be dragged. */
  const offerDrag = (): void => editor.offerDrag(tools.dragged(results.selected));
  const described: DescribeParts = describeParts({ panel, session, flow });
  const map = new MusicMap({
    whenReady: () => session.map(),
    flow,
    sound: new HoverSound(() => new Player(new Audio(), audio, changed), player),
    settings,
    select: (result) => results.select(result),
    tell,
    changed,
  });
  const searchAgain = (): void => {
    keptTab.forget();
    if (flow.view.answer !== null) void flow.retry();
  };
  const music: OwnMusic = new OwnMusic(() => session.folders(), hostFolders, {
    found: () => {
      searchAgain();
      void map.refresh();
      void packs.open();
    },
    changed,
  });
  const captioners = new ModelShelf(async () => captionersOf(await session.captioners()), {
    changed,
  });
  const packs = new ModelShelf(async () => packsOf(await session.packs()), {
    added: () => void music.updateAll(),
    removed: searchAgain,
    changed,
  });
  const show = (sheet: Sheet): void => panel.show(sheet);
  const downloads = new Downloads({ editor, music, tell, show, changed });
  const space = new Space({
    storage: (globalThis.navigator as Partial<Navigator> | undefined)?.storage,
    reload: async () => {
      session.restart();
      await session.folders();
    },
    clearHistory: () => {
      kept.clearRecent();
      return described.history.clear();
    },
    tell,
    changed,
  });
  const jobs = new Jobs({
    ...{ scene, music, downloads, packs, captioners, conversion: tools.conversion },
    ...fitting,
  });
  const shown = { session, editor, tools, check, player, sound, scene, flow, filters };
  const listed = { results, map, passages, kept, keptTab, pins, compare, picture, cut };
  const shelves = { music, packs, captioners, downloads, covers, chosen, hostFolders };
  return { ...shown, ...described, ...listed, ...shelves, ...fitting, settings, space, jobs };
}
