import { foundAll } from "../no-facets.ts";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { SearchAnswer, SearchRequest } from "../../src/contract/search.ts";
import { auditFigures, likenessFigures, probeFigures } from "../../tools/catalogue/figures.ts";
import { measureStyles } from "../../tools/catalogue/style-search.ts";
import {
  mergeCatalogueResults,
  mergeProductResults,
  mergeSight,
} from "../../tools/catalogue/results-file.ts";
import { track } from "../engine/toy.ts";

/** Answers with these tracks whatever is asked; ids that begin with "far" are not at hand. */
function searcherOf(ids: readonly string[]) {
  return {
    search: (request: SearchRequest): Promise<SearchAnswer> => {
      const { limit, filters } = request;
      const tracks = ids.map((id) =>
        track(id, id.startsWith("far") ? { audio: { kind: "remote" } } : {}),
      );
      const wanted = tracks.filter(
        ({ audio }) => filters?.playable !== true || audio.kind !== "remote",
      );
      const results = wanted.slice(0, limit).map((found, i) => ({
        rank: i + 1,
        track: found,
        score: -i,
        section: { start: 0, end: 10 },
        why: [],
      }));
      const ms = { load: 0, encode: 0, search: 0 };
      const understood = { text: request.query, items: [] };
      return Promise.resolve({
        request,
        pack: "toy@1",
        device: "wasm",
        ms,
        understood,
        ...foundAll(results),
      });
    },
  };
}

describe("the figure of styles found by their names", () => {
  const originals = [
    { id: "a1", style: "blues" },
    { id: "a2", style: "blues" },
    { id: "b1", style: "waltz" },
    { id: "b2", style: "waltz" },
  ];

  it("counts a style whose two tracks are among the first five", async () => {
    const found = await measureStyles(
      searcherOf(["far1", "a1", "far2", "a2", "b1", "b2"]),
      originals,
    );
    expect(found).toMatchObject({ styles: 2, share: 0.5, shareLocal: 1 });
    expect(found.rows).toEqual([
      { style: "blues", tracks: 2, own: 2, ownLocal: 2, remote: 2 },
      { style: "waltz", tracks: 2, own: 1, ownLocal: 2, remote: 2 },
    ]);
  });
});

describe("figures of the catalogue", () => {
  const file = (): string => join(mkdtempSync(join(tmpdir(), "needledrop-results-")), "r.json");

  it("join what is there and replace only their own", async () => {
    const path = file();
    writeFileSync(path, JSON.stringify({ table2: { runs: 10 }, catalogue: { audit: 1, a: 2 } }));
    await mergeCatalogueResults(path, { audit: 3 });
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({
      table2: { runs: 10 },
      catalogue: { audit: 3, a: 2 },
    });
  });

  it("begin a file where there is none", async () => {
    const path = file();
    await mergeCatalogueResults(path, { audit: 3 });
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({ catalogue: { audit: 3 } });
  });

  it("of a product keep those of other parts with the same pack, and of no other", async () => {
    const path = file();
    await mergeProductResults(path, { pack: "toy@1", order: { queries: 1 } });
    await mergeProductResults(path, { pack: "toy@1", filters: { fit: 0.123456 } });
    await mergeCatalogueResults(path, { a: 2 });
    const both = { pack: "toy@1", order: { queries: 1 }, filters: { fit: 0.1235 } };
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({ catalogue: { a: 2 }, product: both });
    await mergeProductResults(path, { pack: "toy@2", order: { queries: 3 } });
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({
      product: { pack: "toy@2", order: { queries: 3 } },
    });
    expect(readFileSync(path, "utf8")).not.toContain("filters");
  });

  it("are taken from the tools' reports, which are checked", () => {
    const tempo = { pieces: 4, fitting: 0.75, byChance: 0.25 };
    const report = { pieces: 5, faulty: 1, tempo, styles: [{ style: "blues" }], all: [] };
    expect(auditFigures(report, "made up")).toMatchObject({
      corpus: "made up",
      pieces: 5,
      faulty: 1,
      piecesWithDrums: 4,
      tempoHeardAsWritten: 0.75,
    });
    const probe = {
      pieces: 9,
      style: { styles: 3, accuracy: 0.9, recall: {}, confusions: [] },
      instrument: { instruments: 2, macroRocAuc: 0.8, macroWithinStyle: 0.6 },
    };
    expect(probeFigures(probe, "made up")).toMatchObject({
      styles: 3,
      instrumentWithinOneStyle: 0.6,
    });
    expect(() => auditFigures({ ...report, tempo: { ...tempo, fitting: 2 } }, "")).toThrow();
    expect(() => probeFigures({}, "")).toThrow();
    const mean = { motif: 0.1, harmony: 0.2, form: 0.3 };
    const ska = (likeness: number) => ({ style: "ska", likeness });
    const most = { motif: ska(0.4), harmony: ska(0.5), form: ska(0.6) };
    const alike = { styles: 2, pieces: 6, lengths: [{ seconds: 30, mean, most }] };
    expect(likenessFigures(alike).lengths).toEqual([
      { seconds: 30, of: "motif", mean: 0.1, most: 0.4, mostIn: "ska" },
      { seconds: 30, of: "harmony", mean: 0.2, most: 0.5, mostIn: "ska" },
      { seconds: 30, of: "form", mean: 0.3, most: 0.6, mostIn: "ska" },
    ]);
    expect(() => likenessFigures({ ...alike, styles: "two" })).toThrow();
  });
});

describe("figures that are merged", () => {
  it("leave all others as they were written, byte by byte", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "needledrop-")), "results.json");
    const lab = '  "gaps": {\n    "hours": 87.0,\n    "of": {\n      "}": 1e-05\n    }\n  }';
    const folds = '  "folds": [\n    2.0\n  ]';
    writeFileSync(path, `{\n${lab},\n  "sight": {\n    "words": 1.0\n  },\n${folds}\n}\n`);
    await mergeSight(path, { words: 2 });
    const after = readFileSync(path, "utf8");
    expect(after).toContain(`${lab},\n  "sight": {\n    "words": 2\n  },\n${folds}\n`);
    await mergeSight(path, { words: 2 });
    expect(readFileSync(path, "utf8")).toBe(after);
  });

  it("make a file where there is none", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "needledrop-")), "results.json");
    await mergeSight(path, { words: 2 });
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ sight: { words: 2 } });
  });
});
