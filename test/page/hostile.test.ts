import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Demo } from "./demo.ts";

let demo: Demo;

beforeAll(async () => {
  demo = await Demo.open();
  await demo.ready();
});

afterAll(async () => {
  expect(demo.asked).toEqual([]);
  expect(demo.errors).toEqual([]);
  await demo.close();
});

describe("descriptions that mean harm", () => {
  it.each([
    ["100,000 characters", "storm ".repeat(16_667)],
    ["emoji and joined signs", "🎹🔥👩‍👩‍👧‍👦 e\u0301\u200d\ud83c"],
    ["text from right to left", "موسيقى هادئة \u202e reversed \u202c עצוב"],
    ["markup", `"><script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">`],
    ["control characters", "a\u0000b\u0007c\u001b[31m"],
    ["braces of templates", "${window.hacked = 1} {{hacked}} <!--?lit$"],
  ])("do none: %s", async (_, query) => {
    await demo.search(query);
    expect(await demo.results.count()).toBeGreaterThan(0);
    expect(await demo.panel.evaluate(() => "hacked" in window)).toBe(false);
    expect(await demo.frame.locator("img[src=x]").count()).toBe(0);
    await demo.search("calm piano");
  });
});
