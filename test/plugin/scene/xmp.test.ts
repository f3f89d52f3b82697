import { describe, expect, it } from "vitest";
import { readXmp } from "../../../plugin/scene/xmp.ts";

const packet = (body: string): string => `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Adobe XMP Core">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${body}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
const NOTHING = { description: "", keywords: [], location: "" };

describe("XMP", () => {
  it("is read as Premiere writes it", () => {
    const xmp = packet(`
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
    xmlns:xmpDM="http://ns.adobe.com/xmp/1.0/DynamicMedia/"
   dc:format="QuickTime"
   photoshop:City="Ghent"
   xmpDM:shotLocation="Graslei">
   <dc:description>
    <rdf:Alt>
     <rdf:li xml:lang="x-default">Boats at dawn &amp; mist</rdf:li>
    </rdf:Alt>
   </dc:description>
   <dc:subject>
    <rdf:Bag>
     <rdf:li>boats</rdf:li>
     <rdf:li>mist</rdf:li>
    </rdf:Bag>
   </dc:subject>
   <photoshop:Country>Belgium</photoshop:Country>
  </rdf:Description>`);
    expect(readXmp(xmp)).toEqual({
      description: "Boats at dawn & mist",
      keywords: ["boats", "mist"],
      location: "Graslei, Ghent, Belgium",
    });
  });

  it.each([
    ["an attribute", `<rdf:Description dc:description="Rain"/>`],
    ["an attribute in single quotes", `<rdf:Description\n dc:description='Rain'/>`],
    ["an element", `<dc:description>Rain</dc:description>`],
    ["an element with attributes", `<dc:description xml:lang="en">Rain</dc:description>`],
    [
      "a list without order",
      `<dc:description><rdf:Bag><rdf:li>Rain</rdf:li></rdf:Bag></dc:description>`,
    ],
    [
      "a list in order",
      `<dc:description><rdf:Seq><rdf:li>Rain</rdf:li></rdf:Seq></dc:description>`,
    ],
    [
      "a value with qualifiers",
      `<dc:description rdf:parseType="Resource"><rdf:value>Rain</rdf:value></dc:description>`,
    ],
    [
      "a later element after an empty one",
      `<dc:description/><dc:description>Rain</dc:description>`,
    ],
    [
      "after a longer name",
      `<dc:descriptions>No</dc:descriptions><dc:description>Rain</dc:description>`,
    ],
  ])("gives the description of %s", (_, body) => {
    expect(readXmp(packet(body)).description).toBe("Rain");
  });

  it("prefers the default language", () => {
    const list = `<rdf:li xml:lang="de-DE">Regen</rdf:li><rdf:li xml:lang="x-default">Rain</rdf:li>`;
    const body = `<dc:description><rdf:Alt>${list}</rdf:Alt></dc:description>`;
    expect(readXmp(packet(body)).description).toBe("Rain");
  });

  it("decodes entities once", () => {
    const body = `<dc:description>&lt;b&gt; &amp;lt; &#233;&#xE9; &quot;&apos; &nbsp; &#x110000;</dc:description>`;
    expect(readXmp(packet(body)).description).toBe(`<b> &lt; éé "' &nbsp; &#x110000;`);
  });

  it("names a place once", () => {
    const body = `<rdf:Description Iptc4xmpCore:Location="Rome" photoshop:City="Rome" photoshop:State=""/>`;
    expect(readXmp(packet(body)).location).toBe("Rome");
  });

  it.each(["", "<", "<dc:description", "<dc:description>", `<rdf:Description dc:description="`])(
    "reads as nothing where it is broken off: %s",
    (xmp) => {
      expect(readXmp(xmp)).toEqual(NOTHING);
    },
  );

  it("takes no list without end", () => {
    const body = `<dc:subject><rdf:Bag>${"<rdf:li>a</rdf:li>".repeat(10_000)}</rdf:Bag></dc:subject>`;
    expect(readXmp(packet(body)).keywords).toHaveLength(500);
  });

  it.each([
    ["openings", "<dc:description "],
    ["openings and never an end", "<dc:description>"],
    ["empty elements", "<dc:description/>"],
    ["list items", "<dc:subject><rdf:li "],
    ["closed list items", "<dc:subject><rdf:li/>"],
    ["brackets", "<"],
    ["entities", "<dc:description>&#"],
    ["attributes", ` dc:description="`],
    ["names", " dc:description="],
  ])("of 10 MB that is nothing but %s holds nothing up", (_, piece) => {
    const xmp =
      piece.repeat(Math.ceil(10_000_000 / piece.length)) + "/></dc:description></dc:subject>";
    const begin = performance.now();
    readXmp(xmp);
    expect(performance.now() - begin).toBeLessThan(1000);
  });
});
