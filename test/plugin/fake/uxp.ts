import type { Uxp, UxpKeyValueStore, UxpPanelHandlers, UxpShell } from "../../../plugin/uxp/uxp.ts";
import type { Manifest } from "../../../tools/package/manifest.ts";
import type { FakeDisk } from "./disk.ts";
import type { FakeElement } from "./document.ts";
import { BINARY, FakeFileSystem, UTF8 } from "./files.ts";
import { need } from "./parameters.ts";

/** UXP's way out to other programs, as far as the manifest opens it. */
export class FakeShell implements UxpShell {
  readonly opened: string[] = [];
  /** What the person answers when asked. */
  consents = true;

  constructor(private readonly permissions: Manifest["requiredPermissions"]) {}

  openExternal(...given: [string, string]): Promise<string> {
    need(given, 2);
    const [url, reason] = given;
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? "";
    const { schemes }: { schemes: readonly string[] } = this.permissions.launchProcess;
    if (!schemes.includes(scheme))
      return Promise.reject(new Error(`Permission denied: launchProcess lacks ${scheme}.`));
    if (reason === "") return Promise.reject(new Error("The person is not told why."));
    if (!this.consents) return Promise.resolve("User denied the request.");
    this.opened.push(url);
    return Promise.resolve("");
  }
}

/** `localStorage` of the plugin. */
export class FakeMemory implements UxpKeyValueStore {
  private readonly values = new Map<string, string>();
  getItem(key: string): string | null {
    return this.values.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.values.set(key, value);
  }
  removeItem(key: string): void {
    this.values.delete(key);
  }
}

type Panels = Readonly<Record<string, UxpPanelHandlers<FakeElement>>>;

export class FakeUxp implements Uxp<FakeElement> {
  readonly versions = { uxp: "uxp-9.3.0-local" };
  readonly host = { name: "Premiere Pro", version: "26.3.0" };
  readonly shell: FakeShell;
  readonly fileSystem: FakeFileSystem;
  readonly storage: Uxp<FakeElement>["storage"];
  panels: Panels | null = null;
  readonly entrypoints = {
    setup: (entrypoints: { panels: Panels }): void => {
      if (this.panels !== null) throw new Error("Entry points are set up already.");
      this.panels = entrypoints.panels;
    },
  };

  /** @param permissions what the plugin's manifest asks for */
  constructor(disk: FakeDisk, permissions: Manifest["requiredPermissions"]) {
    this.shell = new FakeShell(permissions);
    this.fileSystem = new FakeFileSystem(disk);
    this.storage = {
      localFileSystem: this.fileSystem,
      formats: { binary: BINARY, utf8: UTF8 },
    };
  }
}
