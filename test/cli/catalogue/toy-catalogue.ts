import * as v from "valibot";
import {
  CatalogueSchema,
  CatalogueTrackSchema,
  type Catalogue,
  type CatalogueTrack,
} from "../../../src/contract/catalogue.ts";

/** A track with only the given metadata. */
export function toyTrack(metadata: Partial<CatalogueTrack> & { id: string }): CatalogueTrack {
  return v.parse(CatalogueTrackSchema, { title: `Track ${metadata.id}`, ...metadata });
}

export function toyCatalogue(
  tracks: readonly (Partial<CatalogueTrack> & { id: string })[],
  head: Partial<Catalogue> = {},
): Catalogue {
  return v.parse(CatalogueSchema, {
    format: 1,
    id: "toy",
    name: "Toy Music",
    licence: { id: "Toy", name: "Toy licence", attribution: "{title} by {artist}" },
    ...head,
    tracks: tracks.map(toyTrack),
  });
}
