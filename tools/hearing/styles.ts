/** Styles to which nothing that hears was fitted: neither the profiles of keys nor the net for beats. */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  ...["cinematic epic", "corporate uplifting", "fusion jazz", "latin salsa", "polka", "rock"],
  ...["synthwave", "tension underscore", "trance", "ukulele advertising", "waltz"],
]);
