import { testEditorHost } from "../contract/editor-host-contract.ts";
import { openPremiere } from "./premiere-harness.ts";

testEditorHost("Premiere", openPremiere);
