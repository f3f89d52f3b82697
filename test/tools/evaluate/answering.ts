import { foundAll } from "../../no-facets.ts";
import type { SearchAnswer, SearchRequest } from "../../../src/contract/search.ts";
import type { Track } from "../../../src/contract/track.ts";

/** A searcher that answers with these tracks. */
export function answering(tracksFor: (request: SearchRequest) => readonly Track[]) {
  return {
    search: (request: SearchRequest): Promise<SearchAnswer> =>
      Promise.resolve({
        request,
        pack: "toy@1",
        device: "wasm",
        ms: { load: 0, encode: 0, search: 0 },
        understood: { text: request.query, items: [] },
        ...foundAll(
          tracksFor(request)
            .slice(0, request.limit)
            .map((track, i) => ({
              rank: i + 1,
              track,
              score: -i,
              section: { start: 0, end: 10 },
              why: [],
            })),
        ),
      }),
  };
}
