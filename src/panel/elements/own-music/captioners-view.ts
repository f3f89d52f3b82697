import { customElement } from "lit/decorators.js";
import type { AddedCaptioner } from "../../../contract/sight.ts";
import { CAPTIONERS, captionerText } from "../../words/captioners.ts";
import { ShelfView } from "./shelf-view.ts";

/** The captioners that the editor added. */
@customElement("nd-captioners")
export class CaptionersView extends ShelfView<AddedCaptioner> {
  protected readonly shelf = "captioners";
  protected readonly words = CAPTIONERS;

  protected about({ licence, bytes }: AddedCaptioner): string {
    return captionerText(licence, bytes);
  }
}
