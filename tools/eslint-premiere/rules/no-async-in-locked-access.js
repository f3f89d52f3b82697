import { LOCK } from "../ast.js";
import { noAsyncCallback } from "../no-async-callback.js";

export default noAsyncCallback(
  LOCK,
  "the lock is released when the rest runs, and actions created then throw",
);
