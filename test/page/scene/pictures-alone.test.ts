import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Demo } from "../demo.ts";

describe("clips without any text", () => {
  let demo: Demo;

  beforeAll(async () => {
    demo = await Demo.open();
    await demo.ready();
    await demo.page.locator('[data-action="texts"]').click();
  });
  afterAll(() => demo.close());

  it.each([
    { clip: "canopy", says: /calm/, unlike: /tense|dark|night/ },
    { clip: "storm", says: /dark/, unlike: /calm|bright|warm/ },
  ])("are described by their pictures, and music is found: $clip", async (scene) => {
    await demo.description.fill("");
    await demo.page.locator(`[data-clip="${scene.clip}"]`).click();
    await demo.frame.getByRole("button", { name: "Describe selection" }).click();
    await demo.frame.locator("nd-source-chips").getByText("pictures: ").waitFor();
    const said = await demo.description.inputValue();
    expect(said).toMatch(scene.says);
    expect(said).not.toMatch(scene.unlike);
    await demo.results.first().waitFor();
    expect(demo.errors).toEqual([]);
  });
});
