import { readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { NO_TAGS } from "../../engine/library/file-tags.ts";
import type { MusicSource } from "../../engine/library/music-source.ts";
import { readTagsOf } from "../audio/open-audio.ts";
import { contentHash } from "./content-hash.ts";
import { walk } from "./walk.ts";

/** A folder on disk. */
export const diskFolder = (folder: string): MusicSource => ({
  name: basename(resolve(folder)),
  prefix: "", // an index of one folder
  list: () => walk(folder),
  readText: (name) => readFile(join(folder, name), "utf8").catch(() => null),
  hash: ({ path }) => contentHash(path).catch(() => null),
  tags: ({ path }) => readTagsOf(path).catch(() => NO_TAGS),
});
