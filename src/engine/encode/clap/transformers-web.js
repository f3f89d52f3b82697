// The web build, under Node as well: the package's build for Node brings native runtimes with it.
export {
  env,
  Tensor,
  AutoTokenizer,
  AutoFeatureExtractor,
  ClapTextModelWithProjection,
  ClapAudioModelWithProjection,
  VisionEncoderDecoderModel,
  Florence2ForConditionalGeneration,
  Idefics3ForConditionalGeneration,
} from "../../../../node_modules/@huggingface/transformers/dist/transformers.web.js";
