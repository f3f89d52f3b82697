import { beforeEach, describe, expect, it } from "vitest";
import type { Section } from "../../../src/contract/track.ts";
import type { Build } from "../fake/build.ts";
import type { ItemNode } from "../fake/state.ts";
import { openPremiere, ticks, transcriptJson, type PremiereHarness } from "../premiere-harness.ts";

// One word a second: "zero" is said from 0.1 s to 0.9 s, and so on.
const COUNT = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const words = COUNT.map((text, index) => ({ text, start: index + 0.1, duration: 0.8 }));
const json = (spoken: readonly unknown[]): string =>
  JSON.stringify({ language: "en-us", segments: [{ words: spoken }], speakers: [] });

let editor: PremiereHarness;
beforeEach(() => {
  editor = openPremiere();
});

function addItem(fields: Partial<ItemNode> = {}): ItemNode {
  const item = editor.state.makeItem("Interview", {
    duration: ticks(10),
    transcript: json(words),
    ...fields,
  });
  editor.state.root.children?.push(item);
  return item;
}

/** Puts a part of the item on the timeline, picture and sound, and selects both. */
function use(item: ItemNode, { start, end }: Section, at: number): void {
  const clip = {
    item,
    name: item.name,
    start: ticks(at),
    end: ticks(at + end - start),
    sourceStart: ticks(start),
    selected: true,
  };
  editor.state.sequence?.video[1]?.push({ ...clip });
  editor.state.sequence?.audio[2]?.push({ ...clip });
}

async function said(): Promise<string[]> {
  return (await editor.host.readSelection()).clips.map(({ transcript }) => transcript);
}

describe("the words of a clip", () => {
  it("are those of the part in use, once for picture and sound", async () => {
    use(addItem(), { start: 3, end: 6 }, 100);
    expect(await said()).toEqual(["three four five"]);
  });

  it("count when more than half of them is heard", async () => {
    use(addItem(), { start: 3.4, end: 6.6 }, 100);
    expect(await said()).toEqual(["three four five six"]);
    editor = openPremiere();
    use(addItem(), { start: 3.6, end: 6.4 }, 100);
    expect(await said()).toEqual(["four five"]);
  });

  it("are those of all parts in use, once and in order", async () => {
    const item = addItem();
    use(item, { start: 7, end: 9 }, 100);
    use(item, { start: 0, end: 2 }, 110);
    use(item, { start: 1, end: 3 }, 120);
    expect(await said()).toEqual(["zero one two seven eight"]);
  });

  it("are each item's own", async () => {
    use(addItem(), { start: 0, end: 1 }, 100);
    use(addItem(), { start: 8, end: 9 }, 110);
    expect(await said()).toEqual(["zero", "eight"]);
  });

  it("are all of them for a clip of the project panel", async () => {
    editor.state.panelSelection = [addItem()];
    expect(await said()).toEqual([COUNT.join(" ")]);
  });

  it("are all of them where they carry no times", async () => {
    const untimed = words.map(({ text }) => ({ text }));
    use(addItem({ transcript: json(untimed) }), { start: 3, end: 6 }, 100);
    expect(await said()).toEqual([COUNT.join(" ")]);
  });

  it("are all of them where Premiere does not tell the part in use", async () => {
    const item = addItem();
    use(item, { start: 0, end: 1 }, 100);
    use(item, { start: 3, end: 6 }, 110);
    editor.state.faults.failing = (call, node) =>
      /TrackItem.getInPoint/.test(call) && node && "start" in node && node.start === ticks(110)
        ? "rejects"
        : undefined;
    expect(await said()).toEqual([COUNT.join(" ")]);
  });

  it.each<Partial<Build>>([
    { marksFrom: "mediaStart" },
    { marksFrom: "zero" },
    { marksFrom: "mediaStart", media: "getters" },
  ])("are found in a file with a time code of its own: %o", async (build) => {
    editor = openPremiere(build);
    use(addItem({ mediaStart: ticks(36_000) }), { start: 3, end: 6 }, 100);
    expect(await said()).toEqual(["three four five"]);
  });

  it("keep sentences together", async () => {
    const item = addItem({ transcript: transcriptJson("Listen , he said . Now") });
    editor.state.panelSelection = [item];
    expect(await said()).toEqual(["Listen, he said. Now"]);
  });

  it.each([
    "not JSON",
    "{}",
    '{"segments":[{"words":[{"text":7}]}]}',
    '{"segments":[{"words":[{"text":7,"start":"now"}]}]}',
  ])("are none in a transcript that reads %s", async (transcript) => {
    use(addItem({ transcript }), { start: 3, end: 6 }, 100);
    expect(await said()).toEqual([""]);
  });
});
