import * as v from "valibot";
import { UsageError } from "../../contract/errors.ts";
import { PageSchema } from "../../contract/track.ts";

interface Named {
  readonly id: string;
  readonly file: string | null;
  readonly title: string;
}

/** The page of a track: the template with {id}, {file} and {title} filled in, percent-encoded. */
export function pageFrom(template: string, track: Named): string | null {
  if (track.file === null && template.includes("{file}")) return null;
  return template.replace(/\{(id|file|title)\}/g, (_, field: keyof Named) =>
    encodeURIComponent(track[field] ?? ""),
  );
}

/**
 * Checks a template.
 * @throws UsageError it does not give an https address.
 */
export function checkPageTemplate(template: string): string {
  const sample = pageFrom(template, { id: "1", file: "a.mp3", title: "a" });
  if (v.is(PageSchema, sample)) return template;
  throw new UsageError({
    what: "--page must be an https address; {id}, {file} and {title} stand for those of a track.",
    input: template,
    next: 'Write, say, --page "https://example.org/track/{id}".',
  });
}
