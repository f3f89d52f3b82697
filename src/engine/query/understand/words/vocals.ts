/** How editors ask for music without a voice. */
export const INSTRUMENTAL: readonly string[] = [
  ...["instrumental", "instrumental only", "instrumentals", "instrumentals only"],
  ...["only instrumental", "purely instrumental", "fully instrumental", "all instrumental"],
  ...["strictly instrumental", "just instrumental", "instrumental version"],
];

/** After "instrumental", these make it a word for helpful. */
export const NOT_MUSIC: ReadonlySet<string> = new Set(["in", "to", "role", "figure"]);

/** How they ask for music with one. */
export const SUNG: readonly string[] = [
  ...["with vocals", "with singing", "with lyrics", "with a vocal", "vocals please"],
  ...["a cappella", "acappella", "a capella", "acapella"],
  ...["male", "female", "woman", "soft female", "soft male", "breathy female"].flatMap((whose) =>
    ["vocals", "vocal", "singer", "vocalist", "lead vocals"].flatMap((what) => [
      `${whose} ${what}`,
      `with ${whose} ${what}`,
      `with a ${whose} ${what}`,
    ]),
  ),
];
