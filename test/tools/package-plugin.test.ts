import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { strFromU8, unzipSync, type Unzipped } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as v from "valibot";
import { AssetError } from "../../src/contract/errors.ts";
import { DOWNLOAD_HOSTS } from "../../src/shared/download/hosts.ts";
import { ROOT, buildInputs } from "../../tools/build/inputs.ts";
import { catalogueHosts } from "../../tools/package/catalogue-hosts.ts";
import { ManifestSchema, type Manifest } from "../../tools/package/manifest.ts";
import { packagePlugin } from "../../tools/package/package-plugin.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "needledrop-package-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const BUILD: Readonly<Record<string, string>> = {
  "page/index.html": '<!doctype html><script src="needledrop.js" defer></script>',
  "page/needledrop.js": "1;",
  "page/assets/script-engine.0.js": "2;",
  "page/audio/first-light.mp3": "sound",
  "plugin/index.js": "3;",
};

function write(name: string, content: string): void {
  const path = join(folder, "dist", name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Packages a small build; returns the bytes of the package. */
function packageBuild(root = ROOT): Uint8Array {
  for (const [name, content] of Object.entries(BUILD)) write(name, content);
  return readFileSync(packagePlugin({ root, dist: join(folder, "dist") }));
}

function manifestOf(files: Unzipped): Manifest {
  return v.parse(ManifestSchema, JSON.parse(text(files, "manifest.json")));
}

function text(files: Unzipped, name: string): string {
  const bytes = files[name];
  if (bytes === undefined) throw new Error(`The package lacks ${name}.`);
  return strFromU8(bytes);
}

/** Width and height from a PNG's header. */
function pngSize(files: Unzipped, name: string): [number, number] {
  expect(text(files, name).slice(1, 4)).toBe("PNG");
  const header = new DataView((files[name] ?? new Uint8Array()).slice(16, 24).buffer);
  return [header.getUint32(0), header.getUint32(4)];
}

/** The files a page names, relative to the package. */
function namedBy(files: Unzipped, page: string): string[] {
  return [...text(files, page).matchAll(/(?:src|href)="([^"]*)"/g)].map(([, name]) =>
    posix.join(posix.dirname(page), name ?? ""),
  );
}

const real = join(buildInputs().distFolder, "needledrop.ccx");
let realFiles: Unzipped | undefined;

describe.each([
  { name: "a package", open: () => unzipSync(packageBuild()), isThere: true },
  {
    name: `the real package (${real} is made by npm run package)`,
    open: () => (realFiles ??= unzipSync(readFileSync(real))),
    isThere: existsSync(real),
  },
])("$name", ({ open, isThere }) => {
  it.runIf(isThere)("has a manifest for one host, in the product's version", () => {
    const manifest = manifestOf(open());
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      version: string;
    };
    expect(manifest.version).toBe(version);
    expect(manifest.host).toEqual({ app: "premierepro", minVersion: "26.3.0" });
    expect(manifest.entrypoints.map((entry) => entry.id)).toEqual(["main"]);
    expect(manifest.entrypoints[0]?.minimumSize.width).toBe(240);
  });

  it.runIf(isThere)("asks for a folder, a local page, the browser and the catalogues' host", () => {
    expect(manifestOf(open()).requiredPermissions).toEqual({
      localFileSystem: "request",
      network: { domains: ["https://incompetech.com"] },
      launchProcess: { schemes: ["https"], extensions: [] },
      webview: {
        allow: "yes",
        allowLocalRendering: "yes",
        domains: [],
        enableMessageBridge: "localOnly",
      },
    });
  });

  it.runIf(isThere)("has an icon of the right size for every theme and density", () => {
    const files = open();
    const manifest = manifestOf(files);
    const sizes = {
      "icons/dark.png": 23,
      "icons/dark@2x.png": 46,
      "icons/light.png": 23,
      "icons/light@2x.png": 46,
      "icons/plugin.png": 48,
      "icons/plugin@2x.png": 96,
    };
    for (const [name, side] of Object.entries(sizes))
      expect([name, ...pngSize(files, name)]).toEqual([name, side, side]);
    const icons = [...manifest.icons, ...(manifest.entrypoints[0]?.icons ?? [])];
    expect(Object.keys(sizes)).toEqual(expect.arrayContaining(icons.map((icon) => icon.path)));
    expect(manifest.entrypoints[0]?.icons.flatMap((icon) => icon.theme).sort()).toEqual(
      ["dark", "darkest", "light", "lightest", "medium"].sort(),
    );
  });

  it.runIf(isThere)("holds every file that its pages name, and names none elsewhere", () => {
    const files = open();
    const { main } = manifestOf(files);
    expect(namedBy(files, main).sort()).toEqual(["index.js", "panel.css"]);
    const named = [...namedBy(files, main), ...namedBy(files, "page/index.html")];
    for (const name of named) expect(Object.keys(files)).toContain(name);
    for (const page of [main, "page/index.html"])
      expect(text(files, page)).not.toMatch(/https?:|\/\//);
  });

  it.runIf(isThere)("carries the page with engine and audio, and nothing of the workshop", () => {
    const names = Object.keys(open());
    expect(names).toEqual(
      expect.arrayContaining(["page/needledrop.js", "page/assets/script-engine.0.js"]),
    );
    expect(names.some((name) => /^page\/audio\/[\w-]+\.mp3$/.test(name))).toBe(true);
    expect(names.filter((name) => /\.map$|node_modules|\.tsx?$|(^|\/)\./.test(name))).toEqual([]);
    expect(names).toEqual([...names].sort());
  });
});

describe("packaging", () => {
  it("gives the same bytes for the same files, whatever lies about and whenever it is", () => {
    const first = packageBuild();
    write("plugin/icons/old.png", "left over");
    write("plugin/page/assets/old.js", "left over");
    utimesSync(join(folder, "dist/page/needledrop.js"), 1, 1);
    expect(packageBuild()).toEqual(first);
    // The first file's date and time as a ZIP writes them: midnight on the first day it knows.
    expect([...first.slice(10, 14)]).toEqual([0, 0, 0x21, 0]);
  });

  it.each(Object.keys(BUILD))("refuses when the build lacks %s", (missing) => {
    for (const [name, content] of Object.entries(BUILD)) if (name !== missing) write(name, content);
    const pack = (): string => packagePlugin({ root: ROOT, dist: join(folder, "dist") });
    expect(pack).toThrow(AssetError);
    expect(pack).toThrow(/npm run build/);
  });

  it.each(["page/needledrop.js.map", "page/.secret", "page/node_modules/x/index.js"])(
    "refuses to carry %s",
    (name) => {
      write(name, "x");
      expect(() => packageBuild()).toThrow(/must not ship/);
    },
  );

  it("refuses a manifest of another version than the product's", () => {
    const root = join(folder, "root");
    for (const name of ["manifest.json", "icons", "plugin"])
      cpSync(join(ROOT, name), join(root, name), { recursive: true });
    writeFileSync(join(root, "package.json"), '{"version":"9.9.9"}');
    expect(() => packageBuild(root)).toThrow(/9\.9\.9/);
  });

  it("refuses hosts that are not those of the catalogues that ship", () => {
    const root = join(folder, "root");
    for (const name of ["manifest.json", "package.json", "icons", "plugin"])
      cpSync(join(ROOT, name), join(root, name), { recursive: true });
    const put = (name: string, files: string): void => {
      mkdirSync(join(root, "catalogue", name), { recursive: true });
      writeFileSync(join(root, "catalogue", name, "catalogue.json"), JSON.stringify({ files }));
    };
    put("incompetech", "https://incompetech.com/a/{file}");
    expect(() => packageBuild(root)).not.toThrow();
    put("other", "https://music.example/{file}");
    expect(() => packageBuild(root)).toThrow(/on incompetech.com, music.example; .* requests inc/);
    put("incompetech", "https://music.example/{file}");
    expect(() => packageBuild(root)).toThrow(AssetError);
    expect(catalogueHosts(join(ROOT, "catalogue"))).toEqual(DOWNLOAD_HOSTS);
  });

  it("refuses a manifest that asks for more, or for several hosts", () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, "manifest.json"), "utf8")) as Manifest;
    const { requiredPermissions, host } = manifest;
    const wider = [
      ...["all", ["https://*.example"], ["http://incompetech.com"], ["https://a.example/b"]].map(
        (domains) => ({
          ...manifest,
          requiredPermissions: { ...requiredPermissions, network: { domains } },
        }),
      ),
      {
        ...manifest,
        requiredPermissions: { ...requiredPermissions, localFileSystem: "fullAccess" },
      },
      {
        ...manifest,
        requiredPermissions: {
          ...requiredPermissions,
          launchProcess: { schemes: ["https", "file"], extensions: [] },
        },
      },
      {
        ...manifest,
        requiredPermissions: {
          ...requiredPermissions,
          launchProcess: { schemes: ["https"], extensions: [".exe"] },
        },
      },
      // Adobe lists `extensions` as required.
      {
        ...manifest,
        requiredPermissions: { ...requiredPermissions, launchProcess: { schemes: ["https"] } },
      },
      { ...manifest, host: [host] },
      { ...manifest, version: "1.0" },
    ];
    for (const each of wider) expect(v.safeParse(ManifestSchema, each).success).toBe(false);
    expect(v.safeParse(ManifestSchema, manifest).success).toBe(true);
  });
});

describe("the page on permissions", () => {
  const page = readFileSync(join(ROOT, "docs/permissions.md"), "utf8");
  const { requiredPermissions } = JSON.parse(
    readFileSync(join(ROOT, "manifest.json"), "utf8"),
  ) as Manifest;
  const [asked = "", refused = ""] = page.split("## Not asked for");

  it("explains every permission that the manifest asks for, and its very value", () => {
    for (const [name, value] of Object.entries(requiredPermissions)) {
      expect(asked).toContain(`\`${name}\``);
      const parts = typeof value === "string" ? [value] : Object.keys(value);
      for (const part of parts) expect(asked).toContain(part);
    }
  });

  it("names what is left out, and nothing that is asked for", () => {
    const named = [...refused.matchAll(/^- `(\w+)/gm)].map(([, name]) => name ?? "");
    expect(named).toEqual(expect.arrayContaining(["clipboard", "ipc"]));
    for (const name of named) expect(requiredPermissions).not.toHaveProperty(name);
  });
});

describe("the style of the plugin's own document", () => {
  it("keeps to what UXP knows", () => {
    const css = readFileSync(join(ROOT, "plugin/panel.css"), "utf8").replace(/\/\*.*?\*\//gs, "");
    expect(css).not.toMatch(/grid|transition|animation|text-transform|\bgap\b|\bfont:|var\(/);
  });
});
