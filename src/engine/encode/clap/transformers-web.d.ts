import type { Transformers } from "./transformers.ts";

export declare const env: Transformers["env"];
export declare const AutoTokenizer: Transformers["AutoTokenizer"];
export declare const AutoFeatureExtractor: Transformers["AutoFeatureExtractor"];
export declare const ClapTextModelWithProjection: Transformers["ClapTextModelWithProjection"];
export declare const ClapAudioModelWithProjection: Transformers["ClapAudioModelWithProjection"];
