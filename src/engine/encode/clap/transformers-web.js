// The web build, under Node as well: the package's build for Node brings native runtimes with it.
export {
  env,
  AutoTokenizer,
  AutoFeatureExtractor,
  ClapTextModelWithProjection,
  ClapAudioModelWithProjection,
} from "../../../../node_modules/@huggingface/transformers/dist/transformers.web.js";
