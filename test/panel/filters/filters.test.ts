import { beforeEach, describe, expect, it } from "vitest";
import type { Facets, FilterName, SearchFilters } from "../../../src/contract/filters.ts";
import type { SearchAnswer } from "../../../src/contract/search.ts";
import { Filters } from "../../../src/panel/filters/filters.ts";
import type { FilterChoice } from "../../../src/panel/filters/filters-view.ts";
import { NO_WISHES, type Wishes } from "../../../src/panel/model/wishes.ts";
import { answerOf } from "../results.ts";
import { FACETS } from "./facets.ts";

let wishes: Wishes;
let answer: SearchAnswer | null;
let changes: number;
let filters: Filters;

beforeEach(() => {
  [wishes, answer, changes] = [NO_WISHES, null, 0];
  const flow = {
    get view() {
      return { wishes, answer };
    },
    change: (change: Partial<Wishes>) => {
      wishes = { ...wishes, ...change };
      return Promise.resolve();
    },
  };
  filters = new Filters(flow, () => changes++);
});

function answered(facets: Facets = FACETS, emptiedBy: SearchAnswer["emptiedBy"] = null): void {
  answer = { ...answerOf("calm"), facets, emptiedBy };
  filters.learn(answer);
}

const groupOf = (name: FilterName) => {
  const group = filters.view.groups.find((one) => one.name === name);
  if (group === undefined) throw new Error(`There is no group ${name}.`);
  return group;
};

function choiceOf(name: FilterName, text: string): FilterChoice {
  const { choices, more } = groupOf(name);
  const choice = [...choices, ...more].find((one) => one.text === text);
  if (choice === undefined) throw new Error(`${name} has no ${text}.`);
  return choice;
}

const press = (name: FilterName, text: string): Promise<void> =>
  filters.set(choiceOf(name, text).leadsTo);

const texts = (): string[] => filters.view.set.map(({ text }) => text);

describe("what is offered", () => {
  it("is there before the first search, without counts", () => {
    expect(groupOf("length").choices.map(({ text, count }) => [text, count])).toEqual([
      ["under 1 min", null],
      ["1–2 min", null],
      ["2–3 min", null],
      ["3–5 min", null],
      ["over 5 min", null],
    ]);
    expect(groupOf("catalogues").choices).toEqual([]);
  });

  it("has the counts of the answer, and says of how many tracks nothing is known", () => {
    answered();
    expect(choiceOf("tempo", "over 140").count).toBe(20);
    expect(groupOf("tempo").unknown).toBe(50);
    expect(choiceOf("energy", "High").count).toBe(0);
    expect(filters.view.playable).toBe(60);
  });

  it("counts a tonic in the mode that is chosen, and a mode for the tonics that are", async () => {
    answered();
    expect(choiceOf("keys", "C").count).toBe(10);
    expect(choiceOf("keys", "minor").count).toBe(5);
    await press("keys", "minor");
    expect(choiceOf("keys", "C").count).toBe(3);
    await press("keys", "C");
    expect(choiceOf("keys", "major").count).toBe(7);
  });

  it("stays where it is when other counts come, and counts none of what is gone", () => {
    answered();
    answered({
      ...FACETS,
      catalogues: {
        counts: [
          { value: "new", count: 9 },
          { value: "incompetech", count: 8 },
        ],
        unknown: 0,
      },
    });
    expect(groupOf("catalogues").choices.map(({ text, count }) => [text, count])).toEqual([
      ["originals", 0],
      ["incompetech", 8],
      ["new", 9],
    ]);
  });
});

describe("pressing a value", () => {
  it.each([
    ["length", "1–2 min", { length: [{ least: 60, most: 120 }] }],
    ["tempo", "under 80", { tempo: [{ least: null, most: 80 }] }],
    ["tempo", "Half and double too", { octaves: true }],
    ["energy", "Low", { energy: ["low"] }],
    ["vocals", "Choir", { vocals: ["choir"] }],
    ["catalogues", "originals", { catalogues: ["originals"] }],
    ["licences", "CC0-1.0", { licences: ["CC0-1.0"] }],
    ["keys", "F#", { keys: [{ tonic: "F#", mode: null }] }],
  ] as const)("sets and takes off %s %s", async (name, text, wanted) => {
    answered();
    await press(name, text);
    expect(wishes.filters).toEqual(wanted);
    expect(choiceOf(name, text).isOn).toBe(true);
    await press(name, text);
    expect(wishes.filters).toEqual({});
  });

  it("joins values of one filter, and those of another", async () => {
    await press("energy", "Low");
    await press("energy", "Medium");
    await press("vocals", "None");
    expect(wishes.filters).toEqual({ energy: ["low", "medium"], vocals: ["none"] });
    expect(texts()).toEqual(["low or medium energy", "no vocals"]);
  });

  it("takes a mode alone for all tonics, and one mode at a time", async () => {
    await press("keys", "minor");
    expect(wishes.filters.keys).toHaveLength(12);
    expect(texts()).toEqual(["minor keys"]);
    await press("keys", "major");
    await press("keys", "C");
    await press("keys", "A");
    expect(wishes.filters.keys).toEqual([
      { tonic: "C", mode: "major" },
      { tonic: "A", mode: "major" },
    ]);
    expect(texts()).toEqual(["C or A major"]);
  });
});

describe("filters that are set", () => {
  const SET: SearchFilters = {
    tempo: [{ least: 80, most: 100 }],
    octaves: true,
    energy: ["high"],
    playable: true,
  };

  it("are dropped one by one, a tempo together with its octaves", async () => {
    await filters.set(SET);
    expect(texts()).toEqual(["80–100 BPM, half or double", "high energy", "on this machine only"]);
    await filters.drop("tempo");
    expect(wishes.filters).toEqual({ energy: ["high"], playable: true });
  });

  it("are taken off all at once", async () => {
    await filters.set(SET);
    await filters.reset();
    expect([wishes.filters, texts()]).toEqual([{}, []]);
  });

  it("name the one that has emptied the list, and what dropping it leaves", async () => {
    await filters.set(SET);
    answered(FACETS, { filter: "energy", leaves: 42 });
    expect(filters.view.emptiedBy).toEqual({ name: "energy", text: "high energy", leaves: 42 });
    // Meanwhile it was taken off, and the next answer is not there yet.
    await filters.drop("energy");
    expect(filters.view.emptiedBy).toBeNull();
  });
});

it("comes in sight and goes", () => {
  expect(filters.toggle()).toBe(true);
  expect([filters.view.isOpen, changes]).toEqual([true, 1]);
  expect(filters.toggle()).toBe(false);
});
