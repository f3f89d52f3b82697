import { render } from "lit";
import { scenery } from "../scenery/scenery.ts";

/** Renders a clip's picture at `at` seconds of its file to JPEG in base64, through a canvas. */
export async function drawScenery(
  clipScenery: string,
  at: number,
  width: number,
  height: number,
): Promise<string> {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml,${encodeURIComponent(svgOf(clipScenery, at, width, height))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("The browser gives no canvas to draw on.");
  context.drawImage(image, 0, 0, width, height);
  return canvas.toDataURL("image/jpeg", 0.85).replace(/^data:image\/jpeg;base64,/, "");
}

function svgOf(clipScenery: string, at: number, width: number, height: number): string {
  const holder = document.createElement("div");
  render(scenery(clipScenery, at), holder);
  const svg = holder.querySelector("svg");
  if (svg === null) throw new Error("There is no drawing of this clip.");
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height));
  return new XMLSerializer().serializeToString(svg);
}
