import * as v from "valibot";
import { UsageError } from "../../contract/errors.ts";
import { PageSchema } from "../../contract/track.ts";

interface Named {
  readonly id: string;
  readonly file: string | null;
  readonly title: string;
}

/** A track's page: {id}, {file} and {title} filled in as an address needs them. */
export function pageOf(template: string, track: Named): string | null {
  if (track.file === null && template.includes("{file}")) return null;
  return template.replace(/\{(id|file|title)\}/g, (_, field: keyof Named) =>
    encodeURIComponent(track[field] ?? ""),
  );
}

/** @throws UsageError filled in, it would be no https address. */
export function checkPageTemplate(template: string): string {
  const sample = pageOf(template, { id: "1", file: "a.mp3", title: "a" });
  if (v.is(PageSchema, sample)) return template;
  throw new UsageError({
    what: "--page must be an https address; {id}, {file} and {title} stand for a track's own.",
    input: template,
    next: 'Write, say, --page "https://example.org/track/{id}".',
  });
}
