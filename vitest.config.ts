import { defineConfig } from "vitest/config";

/** Tests that drive a real browser, or that look at what a build wrote: one at a time. */
const BROWSER = ["test/page/**/*.test.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: BROWSER,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "page",
          include: BROWSER,
          // After the others, which would take the processor from the browser.
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          // Files share one worker, and so the browser that test/page/browser.ts keeps open.
          isolate: false,
          maxWorkers: 1,
        },
      },
    ],
  },
});
