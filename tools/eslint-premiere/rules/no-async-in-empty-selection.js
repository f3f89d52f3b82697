import { SELECTION } from "../ast.js";
import { noAsyncCallback } from "../no-async-callback.js";

export default noAsyncCallback(
  SELECTION,
  "the selection is gone when the rest runs, and items added then are lost",
);
