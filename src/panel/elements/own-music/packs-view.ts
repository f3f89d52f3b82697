import { customElement } from "lit/decorators.js";
import type { AddedPack } from "../../../contract/pack.ts";
import { PACKS, packText } from "../../words/packs.ts";
import { ShelfView } from "./shelf-view.ts";

/** The packs that the editor added. */
@customElement("nd-packs")
export class PacksView extends ShelfView<AddedPack> {
  protected readonly shelf = "packs";
  protected readonly words = PACKS;

  protected about({ licence, bytes, tracks }: AddedPack): string {
    return packText(licence, bytes, tracks);
  }
}
