import type { SearchFilters } from "../../src/contract/filters.ts";
import { diskAssets } from "../../src/cli/assets.ts";
import { nodeRuntime } from "../../src/engine/encode/runtime-node.ts";
import { loadPack, openSearcher } from "../../src/engine/open.ts";
import { createScanner } from "../../src/engine/query/scan.ts";
import { buildInputs } from "../../tools/build/inputs.ts";
import type { Figure, Measurement } from "../figure.ts";
import { naiveScan } from "../naive-scan.ts";
import { median, quantile } from "../statistics.ts";
import { syntheticIndex } from "../synthetic-index.ts";

const TRACKS = 10_000;
const SECTIONS_PER_TRACK = 18;
const RUNS = 40;
const WARM_UPS = 5;
const LIMIT = 20;
const TARGET_MS = 16;
/** Results that are read at once while a list is scrolled. */
const PAGE = 50;
const FILTERS: SearchFilters = {
  fits: { seconds: 45, tolerance: 0.5 },
  tempo: [{ least: 90, most: 110 }],
  octaves: true,
  vocals: ["none"],
  playable: true,
};
const QUERIES = [
  "a tense chase through rain-soaked streets at night",
  "slow piano for a quiet morning",
  "upbeat indie pop with hand claps for a product launch",
  "80s",
] as const;

/** A warm sentence to ranked results: one WebAssembly thread, a large library. */
export const query: Measurement = {
  name: "query",
  measure: async () => {
    const pack = await loadPack(diskAssets({ pack: buildInputs().packFolder }));
    const index = syntheticIndex(pack, TRACKS, SECTIONS_PER_TRACK);
    const searcher = await openSearcher({ pack, indexes: [index], runtime: nodeRuntime() });
    const scanAll = createScanner(searcher.index);
    const scores = new Float32Array(index.scale.length);

    const times = {
      ...{ encode: [], scan: [], rank: [], search: [] },
      ...{ filtered: [], page: [], total: [], naive: [] },
    } as Record<
      "encode" | "scan" | "rank" | "search" | "filtered" | "page" | "total" | "naive",
      number[]
    >;
    for (let run = -WARM_UPS; run < RUNS; run++) {
      const text = QUERIES[(run + WARM_UPS) % QUERIES.length] ?? QUERIES[0];
      const { ms } = await searcher.search({ query: text, limit: LIMIT });
      const request = { query: text, limit: LIMIT, filters: FILTERS };
      const filtered = await searcher.search(request);
      const paged = performance.now();
      await searcher.results(request, LIMIT, PAGE);
      const page = performance.now() - paged;
      const embedding = await searcher.tower.embed(text);
      const scan = time(() => scanAll(embedding, scores));
      const naive = time(() => naiveScan(embedding, index));
      if (run < 0) continue;
      times.encode.push(ms.encode);
      times.scan.push(scan);
      times.rank.push(Math.max(0, ms.search - scan));
      times.search.push(ms.search);
      times.filtered.push(filtered.ms.search);
      times.page.push(page);
      times.total.push(ms.encode + ms.search);
      times.naive.push(naive);
    }
    const figure = (name: string, values: readonly number[]): Figure => ({
      name,
      unit: "ms",
      value: median(values),
      p95: quantile(values, 0.95),
      runs: RUNS,
    });
    return [
      figure(`query over ${TRACKS} tracks: encode`, times.encode),
      figure("query: scan", times.scan),
      figure("query: rank, facets, sections, reasons", times.rank),
      {
        ...figure("query: search, with ranking and facets", times.search),
        target: { bound: "most", value: TARGET_MS },
      },
      figure("query: the same with five filters", times.filtered),
      figure(`query: ${PAGE} more results`, times.page),
      figure("query: total", times.total),
      figure("query: naive scan, same run", times.naive),
      {
        name: "query: naive scan / scan",
        unit: "x",
        value: median(times.naive) / median(times.scan),
        runs: RUNS,
      },
    ];
  },
};

function time(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
