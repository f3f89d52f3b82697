import { afterAll, beforeAll, expect, it } from "vitest";
import { Demo } from "./demo.ts";
import { putPackUnder } from "./pack-licence.ts";

let demo: Demo;

beforeAll(async () => {
  demo = await Demo.open();
  await demo.ready();
});

afterAll(async () => {
  expect(demo.errors).toEqual([]);
  await demo.close();
});

const terms = () => demo.frame.getByRole("note");

it("says nothing of the terms of the pack that ships", async () => {
  expect(await terms().count()).toBe(0);
});

it("says of a pack for non-commercial use that it is, and goes on saying so with results", async () => {
  await putPackUnder(demo.panel, "CC-BY-NC-4.0");
  const told = "This pack's licence (CC BY-NC 4.0) allows non-commercial use only.";
  await expect.poll(() => terms().textContent()).toBe(told);
  await demo.search("calm piano");
  await expect.poll(() => terms().isVisible()).toBe(true);
  const [line, frame] = [await terms().boundingBox(), await demo.panel.boundingBox()];
  // Nothing of it is cut off, however narrow the panel is.
  const right = (box: typeof line): number => (box?.x ?? 0) + (box?.width ?? 0);
  expect(right(line)).toBeLessThanOrEqual(right(frame));
  expect(await terms().evaluate((note) => note.scrollWidth <= note.clientWidth)).toBe(true);
});
