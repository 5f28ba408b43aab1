// Finds and changes functions in the text of a file, so that faults can be seeded one by one.
import { ts } from "@ts-morph/common";

/** Where something stands: line and column from 1. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** An edit of a text: what is between two offsets is replaced. */
interface Edit {
  readonly start: number;
  readonly end: number;
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
  const source = ts.createSourceFile("file.ts", text, ts.ScriptTarget.ESNext, true);
  const found = source.statements.find(
    (statement): statement is ts.FunctionDeclaration =>
      ts.isFunctionDeclaration(statement) && statement.name?.text === name,
  );
  if (found?.name === undefined || found.body === undefined) throw new Error(`there is no function ${name}`);
  const { name: named, body, type: result } = found;
  const spotOf = (node: ts.Node): Spot => {
    const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
    return { line: line + 1, column: character + 1 };
  };
  const replaced = (node: ts.Node, by: string): string =>
    edited(text, { start: node.getStart(source), end: node.end, text: by });
  return {
    name,
    nameSpot: spotOf(named),
    resultSpot: result && spotOf(result),
    result: result?.getText(source),
    parameters: found.parameters.map((parameter) => ({
      type: parameter.type?.getText(source) ?? "",
      spot: spotOf(parameter.name),
    })),
    removed: () => replaced(found, ""),
    renamed: (to) => replaced(named, to),
    stubbed: () =>
      `${replaced(body, '{\n  throw new NotImplemented("seeded");\n}')}\nimport { NotImplemented } from "ecsgen/schema";\n`,
    withParameter: (index, type) => {
      const typed = found.parameters[index]?.type;
      if (typed === undefined) throw new Error(`${name} has no parameter ${index} with a type`);
      return replaced(typed, type);
    },
    withResult: (type) => {
      if (result === undefined) throw new Error(`${name} has no result type`);
      return replaced(result, type);
    },
  };
}

function edited(text: string, { start, end, text: by }: Edit): string {
  return text.slice(0, start) + by + text.slice(end);
}
