// Finds and changes functions in the text of a file, so that faults can be seeded one by one.
import { parseSync, type Function, type Node } from "oxc-parser";

/** Where something stands: line and column from 1. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** An edit of a text: what is between two offsets is replaced. */
interface Edit extends Stretch {
  readonly text: string;
}

/** A function declaration in a text, with ways to break it. */
export interface FunctionText {
  readonly name: string;
  readonly nameSpot: Spot;
  readonly resultSpot: Spot | undefined;
  readonly result: string | undefined;
  readonly parameters: readonly { readonly type: string; readonly spot: Spot }[];
  removed(): string;
  renamed(to: string): string;
  stubbed(): string;
  withParameter(index: number, type: string): string;
  withResult(type: string): string;
}

/** The function declaration of a name; throws when there is none. */
export function functionIn(text: string, name: string): FunctionText {
  const { program } = parseSync("file.ts", text);
  const statement = program.body.find((each) => functionOf(each)?.id?.name === name);
  const found = statement && functionOf(statement);
  if (found?.id === undefined || found.id === null || found.body === null)
    throw new Error(`there is no function ${name}`);
  const { id: named, body } = found;
  const result = found.returnType?.typeAnnotation;
  const spotOf = ({ start }: Stretch): Spot => {
    const before = text.slice(0, start).split("\n");
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  const textOf = ({ start, end }: Stretch): string => text.slice(start, end);
  const replaced = ({ start, end }: Stretch, by: string): string => edited(text, { start, end, text: by });
  const parameters = found.params.map((parameter) => {
    const typed = "typeAnnotation" in parameter ? parameter.typeAnnotation : undefined;
    return { start: parameter.start, type: typed?.typeAnnotation };
  });
  return {
    name,
    nameSpot: spotOf(named),
    resultSpot: result && spotOf(result),
    result: result && textOf(result),
    parameters: parameters.map(({ type, start }) => ({
      type: type ? textOf(type) : "",
      spot: spotOf({ start, end: start }),
    })),
    removed: () => replaced(statement ?? found, ""),
    renamed: (to) => replaced(named, to),
    stubbed: () =>
      `${replaced(body, '{\n  throw new NotImplemented("seeded");\n}')}\nimport { NotImplemented } from "ecsgen/schema";\n`,
    withParameter: (index, type) => {
      const typed = parameters[index]?.type;
      if (typed === undefined) throw new Error(`${name} has no parameter ${index} with a type`);
      return replaced(typed, type);
    },
    withResult: (type) => {
      if (result === undefined) throw new Error(`${name} has no result type`);
      return replaced(result, type);
    },
  };
}

function functionOf(statement: Node): Function | undefined {
  const node = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
  return node?.type === "FunctionDeclaration" ? node : undefined;
}

function edited(text: string, { start, end, text: by }: Edit): string {
  return text.slice(0, start) + by + text.slice(end);
}
