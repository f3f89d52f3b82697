import { isLocalResult, type SearchResult } from "../../contract/search.ts";
import type { PanelActs } from "../model/acts.ts";
import type { FitAction } from "../model/keys.ts";
import type { PanelModel } from "../model/panel-model.ts";
import type { PanelParts } from "../model/panel-parts.ts";
import { remoteText } from "../words/messages.ts";
import { FIT } from "../words/fit.ts";
import { info } from "../words/notice.ts";
import type { Laying } from "./lay-fit.ts";

/** Plays the fit that was chosen, or pauses it; `from` (seconds) given: plays from there. */
export async function playFit(
  { fit, fitAudio, picture }: Pick<PanelParts, "fit" | "fitAudio" | "picture">,
  from: number | null = null,
): Promise<void> {
  const { state } = fit;
  if (state?.step.name !== "ready") return;
  void picture.stop();
  await fitAudio.play(state.result, state.step.fit, from);
}

/** What keys and buttons of fitting do. */
export function fitActs(panel: PanelModel, parts: PanelParts): Pick<PanelActs, FitAction> {
  const { fit, fitAudio, fitLaying, editor } = parts;
  const ask = async (result: SearchResult): Promise<void> => {
    if (!isLocalResult(result)) {
      const why = remoteText(result.track, editor.downloadHosts);
      return panel.tell(info(`“${result.track.title}”: ${why}`));
    }
    panel.select(result);
    fitAudio.letGo();
    await fit.ask(result);
  };
  /** The fit that is there, if it is of now. */
  const fresh = () => {
    const { state, stale } = fit;
    if (state?.step.name !== "ready" || state.target === null || stale !== null) return null;
    return { result: state.result, fit: state.step.fit, target: state.target };
  };
  const lay = async (how: Laying): Promise<void> => {
    const wish = fresh();
    if (wish !== null) await fitLaying.lay(wish, how);
    else if (fit.state !== null) panel.tell(info(FIT.layFirst));
  };
  return {
    // Once there is a fit of now, the key that asked for it plays it.
    fit: (result) => {
      if (fresh()?.result.track.id === result?.track.id && result !== null) return playFit(parts);
      return result && ask(result);
    },
    "fit-again": () => {
      const selected = parts.results.selected ?? fit.state?.result ?? null;
      return selected && ask(selected);
    },
    "fit-play": () => playFit(parts),
    "fit-compare": () => {
      const now = fit.state;
      return now?.step.name === "ready" ? fitAudio.compare(now.result, now.step.fit) : null;
    },
    "fit-lay": () => lay("file"),
    "fit-clips": () => lay("clips"),
    "fit-cancel": () => fitLaying.cancel() || fit.cancel(),
    "fit-close": () => {
      fitLaying.cancel();
      fitAudio.letGo();
      fit.close();
    },
  };
}
