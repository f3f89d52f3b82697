import { TRANSACTION } from "../ast.js";
import { noAsyncCallback } from "../no-async-callback.js";

export default noAsyncCallback(
  TRANSACTION,
  "the transaction is over when the rest runs, and actions added then are lost",
);
