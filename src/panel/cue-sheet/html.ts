import type { CueSheet } from "../../contract/cue-sheet.ts";
import { creditsOf } from "./credits.ts";
import { cueLines, totalDuration, type CueLine } from "./lines.ts";

const STYLE = `
      body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1a1a1a; font: 14px/1.45 system-ui, sans-serif; }
      h1 { font-size: 1.4rem; margin: 0 0 .25rem; }
      h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
      table { border-collapse: collapse; width: 100%; }
      th, td { padding: .4rem .5rem; border-bottom: 1px solid #ccc; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
      thead th { border-bottom-color: #333; }
      .time { font-variant-numeric: tabular-nums; overflow-wrap: normal; white-space: nowrap; }
      small { color: #555; }
      @page { size: landscape; margin: 15mm; }
      @media print {
        body { margin: 0; max-width: none; padding: 0; font-size: 10pt; }
        tr, li { break-inside: avoid; }
        h2 { break-after: avoid; }
      }`;

/**
 * The cue sheet as one page to be printed: nothing is loaded, nothing runs.
 * @param made when the sheet was read
 */
export function cueSheetHtml(sheet: CueSheet, made: Date): string {
  const { owed, unknown } = creditsOf(sheet);
  const title = `Music cue sheet: ${escape(sheet.sequence)}`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
    <title>${title}</title>
    <style>${STYLE}
    </style>
  </head>
  <body>
    <h1>${title}</h1>
    <p>${made.toISOString().slice(0, 10)}. Out is the first frame after the music.</p>
    <table>
      <thead>
        <tr><th>No.</th><th>Title</th><th>In</th><th>Out</th><th>Duration</th><th>Track</th><th>Licence</th></tr>
      </thead>
      <tbody>
${cueLines(sheet).map(row).join("\n")}
      </tbody>
      <tfoot>
        <tr><th colspan="4">Total, ${sheet.rows.length} ${sheet.rows.length === 1 ? "cue" : "cues"}</th><th class="time">${totalDuration(sheet)}</th><td colspan="2"></td></tr>
      </tfoot>
    </table>
${list("Credits", owed)}${list("Licence unknown", unknown)}${list("Clips whose track is not known", sheet.unidentified)}  </body>
</html>
`;
}

function row(line: CueLine): string {
  const { number, title, artist, licence, licenceUrl, audioTrack } = line;
  const by = artist === "" ? "" : `<br /><small>${escape(artist)}</small>`;
  const address = licenceUrl === "" ? "" : `<br /><small>${escape(licenceUrl)}</small>`;
  const times = [line.in, line.out, line.duration].map((time) => `<td class="time">${time}</td>`);
  return `        <tr><td>${number}</td><td>${escape(title)}${by}</td>${times.join("")}<td>${audioTrack}</td><td>${escape(licence)}${address}</td></tr>`;
}

function list(heading: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const items = lines.map((line) => `      <li>${escape(line)}</li>\n`).join("");
  return `    <h2>${heading}</h2>\n    <ul>\n${items}    </ul>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
