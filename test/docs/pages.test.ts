import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const NOT_OURS = new Set(["node_modules", "dist", ".git", ".types", ".venv", ".ruff_cache"]);

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : filesUnder(path);
    return [relative(ROOT, path)];
  });
}

const files = filesUnder(ROOT);
const pages = files.filter(
  (file) => /^(docs\/.*|catalogue\/[^/]+|[^/]+)\.md$/.test(file) && file !== "docs/results.md",
);
const read = (page: string): string => readFileSync(join(ROOT, page), "utf8");

/** The anchors that GitHub gives the headings of a page. */
const headingsOf = (page: string): string[] =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\d\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );

describe("the pages of the documentation", () => {
  it("are found", () => {
    expect(pages).toEqual(
      expect.arrayContaining(["README.md", "docs/architecture.md", "docs/decisions/README.md"]),
    );
  });

  it.each(pages)("%s links to files and headings that exist", (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
    const broken = links.filter(([, to = "", heading]) => {
      const target = to === "" ? page : join(dirname(page), to);
      if (!existsSync(join(ROOT, target))) return true;
      return heading !== undefined && !headingsOf(target).includes(heading);
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });

  it.each(pages)("%s names source files and folders that exist", (page) => {
    const text = read(page).replace(/https?:\S+/g, "");
    const sources =
      text.match(/[\w.-]+(?:\/[\w.-]+)*\.(?:ts|py)\b|`(?:src|plugin)\/[\w./-]+`/g) ?? [];
    const missing = sources
      .map((name) => name.replaceAll("`", ""))
      .filter(
        (name) => !existsSync(join(ROOT, name)) && !files.some((file) => file.endsWith(`/${name}`)),
      );
    expect(missing).toEqual([]);
  });
});

describe("the picture of the rooms", () => {
  const picture = /```mermaid\n(.*?)```/s.exec(read("docs/architecture.md"))?.[1] ?? "";
  const rooms = new Map(
    [...picture.matchAll(/(\w+)\["([\w/]+?)\/?<br>/g)].map(([, id, room]) => [
      id ?? "",
      room ?? "",
    ]),
  );
  const arrows = [...picture.matchAll(/(\w+)(?:\[[^\]]*\])? --> (\w+)/g)];

  /** The rooms that can be reached by arrows. */
  function below(id: string): string[] {
    const next = arrows.filter(([, from]) => from === id).map(([, , to]) => to ?? "");
    return [...new Set(next.flatMap((to) => [rooms.get(to) ?? to, ...below(to)]))].sort();
  }

  it("has every room", () => {
    const inSource = readdirSync(join(ROOT, "src")).map((folder) => `src/${folder}`);
    expect([...rooms.values()].sort()).toEqual(["composer", "plugin", ...inSource].sort());
  });

  it("has the arrows that lint enforces", async () => {
    const eslint = new ESLint({ cwd: ROOT });
    for (const [id, room] of rooms) {
      const config = (await eslint.calculateConfigForFile(join(ROOT, room, "any.ts"))) as {
        rules?: Record<string, [number, { patterns: { message: string }[] }]>;
      };
      const message = config.rules?.["no-restricted-imports"]?.[1].patterns[0]?.message ?? "";
      const [, listed = ""] = /may import only itself(.*)\.$/.exec(message) ?? [];
      expect(
        listed
          .split(", ")
          .filter((name) => name !== "")
          .sort(),
        room,
      ).toEqual(below(id));
    }
  });
});
