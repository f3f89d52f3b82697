/**
 * Styles that nothing that hears has learnt from: neither the profiles of keys nor the net for beats, though
 * its search was tuned on some of them (`npm run measure:beats` has others).
 */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  ...["cinematic epic", "corporate uplifting", "fusion jazz", "latin salsa", "polka", "rock"],
  ...["synthwave", "tension underscore", "trance", "ukulele advertising", "waltz"],
]);
