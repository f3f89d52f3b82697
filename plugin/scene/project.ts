import type { Project as OpenProject } from "@adobe/premierepro";
import type { Project } from "../../src/contract/place.ts";
import { maybe, orElse } from "../premiere.ts";

/**
 * The open project: known by its guid, or in a build without guids by its path. Null where it has
 * neither, as one that was never saved: nothing that is kept for it would be found again.
 */
export async function describeProject(project: OpenProject): Promise<Project | null> {
  const name = await orElse("", () => maybe(project.name) ?? "");
  const guid = await orElse("", () => maybe(project.guid)?.toString() ?? "");
  const path = guid === "" ? await orElse("", () => maybe(project.path) ?? "") : "";
  const id = guid === "" && path !== "" ? `path-${hashOf(path)}` : guid;
  return id === "" ? null : { id: id.slice(0, 400), name: name.slice(0, 1000) };
}

/** Of a path, so that what is exported names no folders of the editor: FNV-1a, twice 32 bits. */
function hashOf(path: string): string {
  const half = (seed: number): string => {
    let hash = seed;
    for (let i = 0; i < path.length; i++) hash = Math.imul(hash ^ path.charCodeAt(i), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, "0");
  };
  return half(0x811c9dc5) + half(0x9dc5811c);
}
