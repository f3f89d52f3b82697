/** How much a pitch class counts for a key, its tonic first, in one part of a track. */
type Profile = readonly number[];

/** Of a mode: the weights of pitch classes in each part of a track, and how common the mode is. */
export interface ModeProfile {
  readonly whole: Profile;
  readonly beginning: Profile;
  readonly ending: Profile;
  readonly bias: number;
}

/**
 * Fitted to composed pieces by logistic regression (`tools/measure/hearing.ts` leaves their styles out).
 * Modes are called after their third, so that Dorian counts as minor.
 */
export const KEY_PROFILES: Readonly<Record<"major" | "minor", ModeProfile>> = {
  major: {
    whole: [0.39, -0.43, -0.02, -0.57, 0.39, 0.23, -0.28, 0.4, -0.31, 0.29, -0.17, 0.07],
    beginning: [0.62, -0.4, 0.04, -0.38, 0.47, -0.19, -0.25, 0.55, -0.27, -0.24, -0.13, 0.17],
    ending: [0.81, -0.5, 0.12, -0.3, 0.39, -0.08, -0.23, 0.37, -0.06, -0.36, 0.17, -0.32],
    bias: -0.24,
  },
  minor: {
    whole: [0.99, -0.53, 0.05, 0.31, -0.42, -0.15, -0.11, 0.37, 0.12, -0.25, -0.03, -0.36],
    beginning: [0.97, -0.38, -0.11, 0.51, -0.13, -0.45, -0.09, 0.37, -0.37, -0.3, 0.12, -0.15],
    ending: [0.63, -0.43, -0.03, 0.13, 0.17, -0.24, 0.18, 0.16, -0.32, 0.14, 0.07, -0.44],
    bias: 0.24,
  },
};
