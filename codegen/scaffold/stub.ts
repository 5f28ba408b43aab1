import type { RawFunction, RawParameter, RawType } from "../model/raw.js";

/** A name that a text uses, and where it comes from. */
export interface NeededName {
  readonly local: string;
  readonly imported: string;
  /** A path of the project, or the specifier of a package. */
  readonly file: string;
  readonly typeOnly: boolean;
}

/** The widest line that is not broken. */
const printWidth = 120;

/** A function that throws until it is written; `name` is what its error calls it: `motion.integration.integrate`. */
export function stubText(name: string, view: RawFunction): string {
  const parameters = view.parameters.map(parameterText);
  const end = `): ${view.returns?.text ?? "void"} {`;
  const head = `export function ${view.name}(`;
  const oneLine = head + parameters.join(", ") + end;
  const signature = oneLine.length <= printWidth ? oneLine : `${head}\n${brokenLines(parameters, view)}${end}`;
  return `${docText(view.doc)}${signature}\n  throw new NotImplemented(${JSON.stringify(name)});\n}\n`;
}

function brokenLines(parameters: readonly string[], view: RawFunction): string {
  // A comma after a rest parameter is an error of syntax.
  const last = view.parameters.at(-1)?.rest === true ? "" : ",";
  return `${parameters.map((parameter) => `  ${parameter}`).join(",\n")}${last}\n`;
}

/** All that stubs of these functions import. */
export function namesOf(functions: readonly RawFunction[]): NeededName[] {
  const types = functions.flatMap(({ parameters, returns }) => [...parameters.map(({ type }) => type), returns]);
  const names = types.flatMap((type: RawType | undefined) => type?.names ?? []);
  const needed = names.flatMap(({ name, symbol }): NeededName[] => {
    // Globals have no file; what could not be found has none either, and a diagnostic that says so.
    if (symbol.file === "" || symbol.file === "?" || name.includes(".")) return [];
    return [{ local: name, imported: symbol.name, file: symbol.file, typeOnly: true }];
  });
  const stub: NeededName = {
    local: "NotImplemented",
    imported: "NotImplemented",
    file: "ecsgen/schema",
    typeOnly: false,
  };
  return [...new Map([stub, ...needed].map((name) => [name.local, name])).values()];
}

function parameterText({ name, type, optional, rest }: RawParameter): string {
  const text = type?.text ?? "unknown";
  // An optional parameter may have been written as a union with `undefined`, which says it already.
  const mark = optional && !/\| undefined$|^undefined \|/.test(text) ? "?" : "";
  return `${rest ? "..." : ""}${name}${mark}: ${text}`;
}

function docText(doc: string): string {
  if (doc === "") return "";
  const lines = doc.split("\n");
  return lines.length === 1
    ? `/** ${doc} */\n`
    : `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}
