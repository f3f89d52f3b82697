import type { Transformers } from "./transformers.ts";

export declare const env: Transformers["env"];
export declare const AutoTokenizer: Transformers["AutoTokenizer"];
export declare const AutoFeatureExtractor: Transformers["AutoFeatureExtractor"];
export declare const ClapTextModelWithProjection: Transformers["ClapTextModelWithProjection"];
export declare const ClapAudioModelWithProjection: Transformers["ClapAudioModelWithProjection"];
export declare const Tensor: Transformers["Tensor"];
export declare const VisionEncoderDecoderModel: Transformers["VisionEncoderDecoderModel"];
export declare const Florence2ForConditionalGeneration: Transformers["Florence2ForConditionalGeneration"];
export declare const Idefics3ForConditionalGeneration: Transformers["Idefics3ForConditionalGeneration"];
