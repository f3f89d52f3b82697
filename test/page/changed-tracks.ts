import type { Locator } from "playwright-core";
import type { Engine } from "../../src/contract/engine.ts";
import type { Track } from "../../src/contract/track.ts";

type PanelElement = HTMLElement & {
  readonly model: {
    readonly parts: { readonly session: { readonly opened: Promise<{ engine: Engine }> } };
  };
};

/**
 * From now on, the real engine's local results have this metadata, which no track that ships has in
 * full.
 */
export async function changeTracks(panel: Locator, metadata: Partial<Track>): Promise<void> {
  await panel.evaluate(async (element, changes) => {
    const { engine } = await (element as PanelElement).model.parts.session.opened;
    const plainSearch = engine.search.bind(engine);
    engine.search = async (request) => {
      const answer = await plainSearch({ ...request, filters: { playable: true } });
      const results = answer.results.map((result) => ({
        ...result,
        track: { ...result.track, ...changes },
      }));
      return { ...answer, request, results };
    };
  }, metadata);
}
