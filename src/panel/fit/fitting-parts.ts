import type { Cuts } from "../../contract/cuts.ts";
import type { LocalResult, SearchResult } from "../../contract/search.ts";
import type { LocalTrack } from "../../contract/track.ts";
import type { Cut } from "../cut/cut.ts";
import { choicesFor, hitsOf } from "../cut/hit-choices.ts";
import type { EditorLink } from "../editor/editor-link.ts";
import type { EditorTools } from "../editor/editor-tools.ts";
import type { EngineSession } from "../loading/engine-session.ts";
import type { Player } from "../model/player.ts";
import type { OwnFile } from "../own-music/own-file.ts";
import type { Notice } from "../words/notice.ts";
import { FitAudio } from "./fit-audio.ts";
import { fitSource } from "./fit-source.ts";
import { TrackFit } from "./fit.ts";
import { FitLaying } from "./lay-fit.ts";

/** What fits a track to the range, lets the fit be heard, and lays it. */
export interface FittingParts {
  readonly fit: TrackFit;
  readonly fitAudio: FitAudio;
  readonly fitLaying: FitLaying;
}

/** What these need of the panel. */
interface Needs {
  readonly editor: EditorLink;
  readonly tools: EditorTools;
  readonly session: Pick<EngineSession, "fits">;
  readonly cut: Pick<Cut, "state">;
  /** The file at a path, if it lies in a folder that the page or its host reads. */
  readonly fileAt: (path: string) => OwnFile | null;
  readonly player: () => Player;
  readonly selected: () => SearchResult | null;
  readonly panel: {
    tell(notice: Notice): void;
    placed(result: LocalResult): void;
    changed(): void;
  };
}

export function fittingParts(needs: Needs): FittingParts {
  const { editor, tools, session, cut, fileAt, player, selected, panel } = needs;
  const common = {
    source: (track: LocalTrack, signal: AbortSignal) =>
      fitSource(track, { fileAt, host: () => editor.host }, signal),
    whenReady: () => session.fits(),
    changed: () => panel.changed(),
  };
  // While the cut is in sight, what is chosen there; else what would be at first.
  const hitsIn = (cuts: Cuts): readonly number[] =>
    hitsOf(choicesFor(cuts, cut.state.isOpen ? cut.state.choices : []));
  return {
    fit: new TrackFit({ ...common, editor, hitsIn, selected }),
    fitAudio: new FitAudio({ ...common, player, tell: (notice) => panel.tell(notice) }),
    fitLaying: new FitLaying({
      ...{ ...common, editor, tools },
      placed: (result) => panel.placed(result),
    }),
  };
}
