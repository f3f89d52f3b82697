import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { CatalogueSchema } from "../../src/contract/catalogue.ts";
import { AssetError } from "../../src/contract/errors.ts";
import { hostOf } from "../../src/shared/download/address.ts";
import { DOWNLOAD_HOSTS } from "../../src/shared/download/hosts.ts";
import type { Manifest } from "./manifest.ts";

/** Hosts that hold the files of the catalogues under `folder`, sorted. */
export function catalogueHosts(folder: string): string[] {
  const hosts = readdirSync(folder).flatMap((name) => {
    const path = join(folder, name, "catalogue.json");
    if (!existsSync(path)) return [];
    const head = v.pick(CatalogueSchema, ["files"]);
    const { files } = v.parse(head, JSON.parse(readFileSync(path, "utf8")));
    return files === null ? [] : [hostOf(files)];
  });
  return [...new Set(hosts)].sort();
}

/** @throws AssetError manifest, plugin and catalogues name different hosts */
export function checkHosts(manifest: Manifest, catalogues: string): void {
  const wanted = catalogueHosts(catalogues);
  const requested = manifest.requiredPermissions.network.domains.map((domain) => hostOf(domain));
  const same = (hosts: readonly string[]): boolean => [...hosts].sort().join() === wanted.join();
  if (same(requested) && same(DOWNLOAD_HOSTS)) return;
  throw new AssetError({
    what: `The catalogues' files are on ${wanted.join(", ")}; manifest.json requests ${requested.join(", ")}.`,
    input: "manifest.json",
    next: "Name the same hosts in manifest.json and in src/shared/download/hosts.ts.",
  });
}
