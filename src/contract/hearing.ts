import * as v from "valibot";

/** How much goes on in a track. */
export const EnergySchema = v.picklist(["low", "medium", "high"]);
/** See `EnergySchema`. */
export type Energy = v.InferOutput<typeof EnergySchema>;

/**
 * Who sings: nobody; a voice here and there, in less than a third of the track; a voice that leads; or
 * a choir.
 */
export const VocalsSchema = v.picklist(["none", "some", "sung", "choir"]);
/** See `VocalsSchema`. */
export type Vocals = v.InferOutput<typeof VocalsSchema>;
