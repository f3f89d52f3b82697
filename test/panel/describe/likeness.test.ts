import { beforeEach, describe, expect, it } from "vitest";
import { LikenessWishes } from "../../../src/panel/describe/likeness.ts";
import { NO_WISHES, requestFor, type Wishes } from "../../../src/panel/model/wishes.ts";
import type { Notice } from "../../../src/panel/words/notice.ts";
import { resultOf } from "../results.ts";

let wishes: Wishes;
let told: Notice[];
let likeness: LikenessWishes;

beforeEach(() => {
  wishes = { ...NO_WISHES, description: "calmer" };
  told = [];
  likeness = new LikenessWishes({
    wishes: () => wishes,
    change: (change) => {
      wishes = { ...wishes, ...change };
      return Promise.resolve();
    },
    tell: (notice) => told.push(notice),
  });
});

const DAWN = resultOf();
const DUSK = resultOf({ track: { id: "dusk", title: "Dusk" } });
const names = (): string[] =>
  wishes.like.map(({ name, weight }) => `${weight > 0 ? "+" : "-"} ${name}`);

describe("more like a track, or less", () => {
  it("is asked for beside the words", async () => {
    await likeness.toggle("more", DAWN, null);
    await likeness.toggle("less", DUSK, null);
    expect(names()).toEqual(["+ “Dawn”", "- “Dusk”"]);
    const request = requestFor(wishes);
    expect(request?.query).toBe("calmer");
    expect(request?.like?.map(({ of }) => of)).toEqual([
      { kind: "track", id: "dawn" },
      { kind: "track", id: "dusk" },
    ]);
    expect(request?.like?.every((one) => !("name" in one))).toBe(true);
  });

  it("turns round when the opposite is asked for, and ends when the same is", async () => {
    await likeness.toggle("more", DAWN, null);
    await likeness.toggle("less", DAWN, null);
    expect(names()).toEqual(["- “Dawn”"]);
    expect(likeness.directionOf({ kind: "track", id: "dawn" })).toBe("less");
    await likeness.toggle("less", DAWN, null);
    expect(names()).toEqual([]);
    expect(likeness.directionOf({ kind: "track", id: "dawn" })).toBeNull();
  });

  it("may mean a passage, which is another wish than the whole track", async () => {
    await likeness.toggle("more", DAWN, { start: 42, end: 70 });
    await likeness.toggle("more", DAWN, null);
    expect(names()).toEqual(["+ 0:42–1:10 of “Dawn”", "+ “Dawn”"]);
    expect(wishes.like[0]?.of).toEqual({
      kind: "track",
      id: "dawn",
      section: { start: 42, end: 70 },
    });
    await likeness.drop({ kind: "track", id: "dawn", section: { start: 42, end: 70 } });
    expect(names()).toEqual(["+ “Dawn”"]);
  });

  it("may mean a file that was heard", async () => {
    await likeness.addReference({ id: "r1", name: "temp.mp3", seconds: 60 });
    expect(wishes.like).toEqual([
      { of: { kind: "reference", id: "r1" }, weight: 1, name: "temp.mp3" },
    ]);
  });

  it("is refused beyond twenty, and nothing is lost", async () => {
    for (let n = 0; n < 20; n++) {
      await likeness.toggle("more", resultOf({ track: { id: `t${n}` } }), null);
    }
    await likeness.toggle("more", DUSK, null);
    expect(wishes.like).toHaveLength(20);
    expect(told).toHaveLength(1);
    await likeness.toggle("less", resultOf({ track: { id: "t0" } }), null);
    expect(wishes.like).toHaveLength(20);
    expect(told).toHaveLength(1);
  });
});
