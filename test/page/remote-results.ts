import type { Locator } from "playwright-core";
import type { Engine } from "../../src/contract/engine.ts";
import type { Track } from "../../src/contract/track.ts";

export const FAR_PAGE = "https://example.org/music?id=far-away";

/** Tracks whose audio is elsewhere, each with something about it that is hard to show. */
type FarTrack = Pick<Track, "title" | "artist" | "seconds" | "bpm" | "licence" | "audio">;

/** Tracks whose audio is elsewhere, each with something about it that is hard to show. */
const FAR_TRACKS: readonly FarTrack[] = [
  { title: "Far Away Polka", artist: "Ada Quill", seconds: 185, bpm: 118, page: FAR_PAGE },
  {
    title: `<img src=x onerror="window.hacked = 1"><b>Bold</b> ${"and very long ".repeat(20)}`,
    artist: `<script>window.hacked = 1</script> ${"Endless ".repeat(30)}`,
    seconds: 71,
    bpm: 96,
    page: FAR_PAGE,
  },
  { title: "Nothing Known", artist: "", seconds: 0, bpm: null },
].map(({ page, ...metadata }) => ({
  ...metadata,
  audio: { kind: "remote", ...(page !== undefined && { page }) },
  licence: {
    id: "CC-BY-4.0",
    name: "Creative Commons Attribution 4.0",
    attribution: `"${metadata.title}" Ada Quill (example.org). Licensed under Creative Commons: By Attribution 4.0 License. https://creativecommons.org/licenses/by/4.0/`,
  },
}));

/** How the panel answers from now on; `none`: it finds nothing at all. */
export type FarAnswers = "mixed" | "none here" | "none";

type PanelElement = HTMLElement & {
  readonly model: {
    readonly parts: { readonly session: { readonly opened: Promise<{ engine: Engine }> } };
  };
};

/**
 * Puts far tracks among the real engine's local results (at the 2nd, 4th and 6th place), as an
 * index of metadata would. With "none here", a search for local tracks only finds nothing.
 */
export async function mixInFarTracks(panel: Locator, answers: FarAnswers = "mixed"): Promise<void> {
  await panel.evaluate(
    async (element, { tracks, how }) => {
      const { engine } = await (element as PanelElement).model.parts.session.opened;
      const plainSearch = engine.search.bind(engine);
      engine.search = async (request) => {
        const answer = {
          ...(await plainSearch({ ...request, filters: { playable: true } })),
          request,
        };
        if (how === "none") return { ...answer, results: [] };
        if (request.filters?.playable === true)
          return how === "mixed" ? answer : { ...answer, results: [] };
        const results = answer.results.map((result, at) => {
          const metadata = at % 2 === 1 ? tracks[(at - 1) / 2] : undefined;
          if (metadata === undefined) return result;
          return { ...result, track: { ...result.track, ...metadata, id: `far/${(at - 1) / 2}` } };
        });
        return { ...answer, results };
      };
    },
    { tracks: FAR_TRACKS, how: answers },
  );
}
