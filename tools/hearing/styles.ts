/**
 * Styles that the profiles of keys were not fitted to. The net for beats has learnt from them;
 * `npm run measure:beats` has others, which it never heard.
 */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  ...["cinematic epic", "corporate uplifting", "fusion jazz", "latin salsa", "polka", "rock"],
  ...["synthwave", "tension underscore", "trance", "ukulele advertising", "waltz"],
]);
