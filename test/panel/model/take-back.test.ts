import { beforeEach, describe, expect, it } from "vitest";
import type { SearchRequest } from "../../../src/contract/search.ts";
import { SearchFlow } from "../../../src/panel/model/search-flow.ts";
import { answerOf } from "../results.ts";

const QUERY = "calm, no drums, under 90 seconds";

let requests: SearchRequest[];
let flow: SearchFlow;

beforeEach(() => {
  requests = [];
  const run = (request: SearchRequest) => {
    requests.push(request);
    return Promise.resolve(answerOf(request));
  };
  flow = new SearchFlow(run, {
    found: () => undefined,
    cleared: () => undefined,
    changed: () => undefined,
  });
});

const last = (): Pick<SearchRequest, "query" | "literal"> | undefined => {
  const request = requests.at(-1);
  return request && { query: request.query, literal: request.literal ?? [] };
};

describe("a phrase that is taken back", () => {
  beforeEach(async () => {
    await flow.search(QUERY);
    await flow.takeBack(["no drums"]);
  });

  it("is searched for as plain words, in the same query", () => {
    expect(requests).toHaveLength(2);
    expect(last()).toEqual({ query: QUERY, literal: ["no drums"] });
  });

  it("is joined by the next one, and is not searched for twice", async () => {
    await flow.takeBack(["no drums"]);
    expect(requests).toHaveLength(2);
    await flow.takeBack(["under 90 seconds", "no drums"]);
    expect(last()).toEqual({ query: QUERY, literal: ["no drums", "under 90 seconds"] });
  });

  it("stays so while the rest of the description is edited, filtered or tried again", async () => {
    await flow.search(`warm and ${QUERY} `);
    expect(last()?.literal).toEqual(["no drums"]);
    await flow.change({ filters: { playable: true } });
    expect(last()?.literal).toEqual(["no drums"]);
    await flow.retry();
    expect(last()?.literal).toEqual(["no drums"]);
  });

  it("is forgotten when it is gone from the description, also if it comes back", async () => {
    await flow.search("calm, no dru");
    expect(last()).toEqual({ query: "calm, no dru", literal: [] });
    await flow.search(QUERY);
    expect(last()).toEqual({ query: QUERY, literal: [] });
  });

  it("is forgotten alone: what else was taken back stays so", async () => {
    await flow.takeBack(["under 90 seconds"]);
    await flow.search("calm, under 90 seconds");
    expect(last()?.literal).toEqual(["under 90 seconds"]);
  });

  it("is forgotten when the description is cleared", async () => {
    await flow.search(" ");
    await flow.search(QUERY);
    expect(last()).toEqual({ query: QUERY, literal: [] });
  });
});
