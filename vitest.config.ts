import { defineConfig } from "vitest/config";

/** Tests that drive a real browser, or that look at what a build wrote: one at a time. */
const BROWSER = ["test/page/**/*.test.ts"];
/** Tests that hold only in a runtime without what UXP lacks. */
const UXP_ONLY = ["test/plugin/uxp-only/**/*.test.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [...BROWSER, ...UXP_ONLY],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          // The plugin once more, without the globals that its runtime lacks.
          name: "plugin-uxp",
          include: ["test/plugin/**/*.test.ts"],
          setupFiles: ["test/plugin/uxp-only/remove-globals.ts"],
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
          // What comes late on a slow machine comes all the same.
          expect: { poll: { timeout: 20_000 } },
          fileParallelism: false,
          // Files share one worker, and so the browser that test/page/browser.ts keeps open.
          isolate: false,
          maxWorkers: 1,
        },
      },
    ],
  },
});
