import type { MetadataStatic } from "@adobe/premierepro";
import { FakeProjectItem } from "./items.ts";
import { handle, need } from "./parameters.ts";

export const metadata: Pick<MetadataStatic, "getProjectColumnsMetadata" | "getXMPMetadata"> = {
  getProjectColumnsMetadata: (...given) => {
    need(given, 1);
    return Promise.resolve(JSON.stringify(handle(FakeProjectItem, given[0]).node.columns));
  },
  getXMPMetadata: (...given) => {
    need(given, 1);
    const { xmp } = handle(FakeProjectItem, given[0]).node;
    return xmp === null ? Promise.reject(new Error("No XMP.")) : Promise.resolve(xmp);
  },
};
