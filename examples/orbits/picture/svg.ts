/** What an element is given; lengths are rounded to hundredths. */
export type Attributes = Readonly<Record<string, string | number>>;

/** An SVG element with what is inside, which must be SVG already. */
export function element(name: string, attributes: Attributes, ...inside: readonly string[]): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(printed(value))}"`);
  const start = `<${name}${given.join("")}`;
  return inside.length === 0 ? `${start}/>` : `${start}>${inside.join("")}</${name}>`;
}

/** Words on the page. */
export function label(text: string, attributes: Attributes): string {
  return element("text", attributes, escaped(text));
}

function printed(value: string | number): string {
  return typeof value === "number" ? String(Math.round(value * 100) / 100) : value;
}

/** Text as it may stand in a document. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
