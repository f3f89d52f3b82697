import type { Sight, SeenWord, SightKind } from "../../contract/sight.ts";
import { languageOf } from "./language.ts";
import type { Part } from "./part.ts";
import { plain } from "./plain.ts";
import { FOREIGN, WEIGHTS } from "./weights.ts";

/** Most words that pictures may say in a caption, and most sentences of captioners. */
const WORDS = 6;
const CAPTIONS = 2;
/** What pictures show best comes first: a place says more of a scene than a colour does. */
const ORDER: readonly SightKind[] = ["mood", "place", "subject", "light", "motion", "colour"];

/** What was seen in pictures of the scene: one part of words, and one for each captioner's sentence. */
export function seenParts({ words, captions }: Sight): Part[] {
  const items = [...words].sort(byUse).map(({ word }) => plain(word));
  const told = [...new Set(items)].filter((word) => word !== "").slice(0, WORDS);
  const sentences = [...new Map(captions.map((one) => [one.text.toLowerCase(), one])).values()];
  return [
    ...(told.length === 0
      ? []
      : [
          {
            kind: "picture",
            items: told,
            from: "",
            weight: WEIGHTS.picture,
            language: null,
          } as const,
        ]),
    ...sentences.slice(0, CAPTIONS).flatMap(({ text, by }): Part[] => {
      const sentence = plain(text);
      const language = languageOf(sentence);
      const weight = WEIGHTS.caption * (language === null ? 1 : FOREIGN);
      return sentence === ""
        ? []
        : [{ kind: "caption", items: [sentence], from: plain(by), weight, language }];
    }),
  ];
}

/** Kind by kind; within a kind, what more pictures show more surely. */
function byUse(a: SeenWord, b: SeenWord): number {
  const kinds = ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
  const surety = ({ confidence, pictures }: SeenWord): number => confidence * pictures.length;
  return kinds === 0 ? surety(b) - surety(a) : kinds;
}
