import * as v from "valibot";
import {
  CatalogueSchema,
  CatalogueTrackSchema,
  type Catalogue,
  type CatalogueTrack,
} from "../../../src/contract/catalogue.ts";

/** A track of which only the given facts are known. */
export function toyTrack(facts: Partial<CatalogueTrack> & { id: string }): CatalogueTrack {
  return v.parse(CatalogueTrackSchema, { title: `Track ${facts.id}`, ...facts });
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
