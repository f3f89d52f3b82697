/** XMP with these two fields, as Adobe's applications write it; empty where both are. */
export function xmpPacket(fields: {
  readonly keywords: readonly string[];
  readonly location: string;
}): string {
  const { keywords, location } = fields;
  if (keywords.length === 0 && location === "") return "";
  const list = keywords.map((keyword) => `<rdf:li>${escaped(keyword)}</rdf:li>`).join("");
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmpDM="http://ns.adobe.com/xmp/1.0/DynamicMedia/">
<dc:subject><rdf:Bag>${list}</rdf:Bag></dc:subject>
<xmpDM:shotLocation>${escaped(location)}</xmpDM:shotLocation>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
