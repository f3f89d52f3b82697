import type { EngineInfo } from "../../contract/engine.ts";
import type { NeedledropError } from "../../contract/errors.ts";

export interface TroubleFacts {
  /** Version of the panel. */
  readonly panel: string;
  readonly userAgent: string;
  /** Null without an editor. */
  readonly editor: { readonly name: string; readonly version: string } | null;
  /** Null while the engine is not ready. */
  readonly engine: EngineInfo | null;
  /** The last failure, if there was one. */
  readonly error: NeedledropError | null;
  /** The text in the box; it is removed from the report. */
  readonly description: string;
}

/**
 * What a maintainer needs to know, as JSON to paste into a report: versions, device and the last
 * error. No path, no name of a file or clip and no query is in it.
 */
export function troubleReport(facts: TroubleFacts): string {
  const { panel, userAgent, editor, engine, error, description } = facts;
  const clean = (text: string): string => withoutPrivateText(text, description);
  return JSON.stringify(
    {
      panel,
      userAgent,
      editor: editor === null ? null : { name: editor.name, version: editor.version },
      engine: engine === null ? null : aboutEngine(engine),
      error: error === null ? null : { code: error.code, ...wordsOf(error, clean) },
    },
    null,
    2,
  );
}

function aboutEngine({ pack, device, tracks, sections, index, loadMs }: EngineInfo) {
  return { pack, device, tracks, sections, indexFrom: index.from, loadMs: Math.round(loadMs) };
}

// `input` is left out: it is a path, a query or the name of a clip.
function wordsOf({ what, cause }: NeedledropError, clean: (text: string) => string) {
  const causeText = cause instanceof Error ? `${cause.name}: ${cause.message}` : "";
  return { what: clean(what), ...(causeText === "" ? {} : { cause: clean(causeText) }) };
}

/** From the beginning of a path or an address to a quotation mark, a bracket or the line's end. */
const PATH = /(^|[\s"'“‘(=:])(?:[a-z][a-z+.-]*:\/\/|[a-z]:[\\/]|\\\\|~?\/)[^"'“”‘’()\n]*/gi;
/** Titles, names of clips and tracks. */
const QUOTED = /“[^”]*”/g;
/** A shorter description may be part of any word. */
const SHORTEST_QUERY = 3;

/** Takes too much away rather than too little. */
function withoutPrivateText(text: string, description: string): string {
  const query = description.trim();
  const withoutQuery = query.length < SHORTEST_QUERY ? text : text.replaceAll(query, "[query]");
  return withoutQuery.replace(QUOTED, "“…”").replace(PATH, "$1[path]");
}
