// Expressions of printed bodies, taken apart as far as lines may break in them.

/** An expression on one line. */
export type Expression =
  /** What is never broken. */
  | { readonly kind: "text"; readonly text: string }
  /** Operators of the same level that go together. */
  | { readonly kind: "binary"; readonly operands: readonly Expression[]; readonly operators: readonly string[] }
  | { readonly kind: "choice"; readonly test: Expression; readonly yes: Expression; readonly no: Expression }
  /** `rest` is `!` or nothing. */
  | { readonly kind: "brackets"; readonly of: Expression; readonly rest: string }
  | { readonly kind: "unary"; readonly operator: string; readonly of: Expression }
  /** `rest` follows the brackets: `!`, `.length`. */
  | { readonly kind: "call"; readonly name: string; readonly given: readonly Expression[]; readonly rest: string }
  | { readonly kind: "object"; readonly properties: readonly Property[] }
  | { readonly kind: "array"; readonly items: readonly Expression[] };

/** `x: value`; without a value `x`, or `...value`. */
export interface Property {
  readonly name: string;
  readonly value: Expression | undefined;
}

/** Takes an expression apart; undefined when something in it is not known. */
export function parseExpression(text: string): Expression | undefined {
  const tokens = tokensOf(text);
  if (tokens === undefined) return undefined;
  const parser = new Parser(tokens);
  const expression = parser.expression();
  return parser.isAtEnd ? expression : undefined;
}

/** How tightly operators bind, the loosest first. */
const levels = levelsOf([
  ["??"],
  ["||"],
  ["&&"],
  ["|"],
  ["^"],
  ["&"],
  ["===", "!==", "==", "!="],
  ["<", ">", "<=", ">=", "in", "instanceof"],
  ["<<", ">>", ">>>"],
  ["+", "-"],
  ["*", "/", "%"],
  ["**"],
]);

function levelsOf(operators: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(operators.flatMap((alike, level) => alike.map((operator) => [operator, level])));
}

/** A number and a comment that says what it stands for are one token: `/* walk *\/ 1`. */
const tokens =
  /\s*(?:\/\*.*?\*\/ \d+|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\$]|\\.|\$\{[^`{}]*\})*`|\d[\d_]*\.?\d*(?:[eE][+-]?\d+)?n?|0[xXbBoO][\da-fA-F]+n?|[A-Za-z_$][\w$]*|>>>|===|!==|\*\*|<<|>>|<=|>=|==|!=|&&|\|\||\?\?|\?\.|=>|\.\.\.|\+\+|--|[-+*/%&|^!~?:.,()[\]{}<>=])/gy;

/** Tokens with the blanks before them. */
function tokensOf(text: string): string[] | undefined {
  if (/\/[/*]/.test(text.replaceAll(/\/\*.*?\*\/ \d/g, ""))) return undefined;
  const found = text.match(tokens) ?? [];
  const rest = text.slice(found.reduce((sum, { length }) => sum + length, 0));
  return rest.trim() === "" ? found : undefined;
}

const prefixes: ReadonlySet<string> = new Set(["!", "-", "+", "~", "++", "--", "void", "typeof"]);

class Parser {
  private readonly spaced: readonly string[];
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(spaced: readonly string[]) {
    this.spaced = spaced;
    this.tokens = spaced.map((token) => token.trimStart());
  }

  get isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  expression(): Expression | undefined {
    const test = this.binary(0);
    if (test === undefined || this.peek() !== "?") return test;
    this.at++;
    const yes = this.expression();
    if (this.take() !== ":") return undefined;
    const no = this.expression();
    return yes && no && { kind: "choice", test, yes, no };
  }

  private peek(): string {
    return this.tokens[this.at] ?? "";
  }

  private take(): string {
    return this.tokens[this.at++] ?? "";
  }

  /** What operators of this level or a tighter one join. */
  private binary(loosest: number): Expression | undefined {
    let left = this.unary();
    while (left !== undefined) {
      const operator = this.peek();
      const level = levels.get(operator) ?? -1;
      if (level < loosest) return left;
      this.at++;
      const right = this.binary(level + 1);
      left = right && joined(left, operator, right);
    }
    return undefined;
  }

  private unary(): Expression | undefined {
    const operator = this.peek();
    if (operator === "new") return this.made();
    if (!prefixes.has(operator)) return this.postfix();
    this.at++;
    const of = this.unary();
    return of && { kind: "unary", operator: /\w/.test(operator) ? `${operator} ` : operator, of };
  }

  /** `new Name(…)`. */
  private made(): Expression | undefined {
    this.at++;
    const value = this.postfix();
    return value?.kind === "call" ? { ...value, name: `new ${value.name}` } : undefined;
  }

  private postfix(): Expression | undefined {
    let value = this.primary();
    while (value !== undefined) {
      const next = this.peek();
      if (/^(?:!|\??\.|\+\+|--)$/.test(next)) {
        this.at++;
        value = followed(value, next + (next.endsWith(".") ? this.take() : ""));
      } else if (next === "[") {
        this.at++;
        const index = indexText(this.expression());
        if (index === undefined || this.take() !== "]") return undefined;
        value = followed(value, `[${index}]`);
      } else if (next === "(" && value.kind === "text") {
        const given = this.items(")");
        value = given && { kind: "call", name: value.text, given, rest: "" };
      } else return value;
    }
    return undefined;
  }

  /** Expressions between brackets, of which this one closes them. */
  private items(close: string): readonly Expression[] | undefined {
    const items: Expression[] = [];
    this.at++;
    while (this.peek() !== close) {
      if (items.length > 0 && this.take() !== ",") return undefined;
      const each = this.expression();
      if (each === undefined) return undefined;
      items.push(each);
    }
    this.at++;
    return items;
  }

  private primary(): Expression | undefined {
    if (this.peek() === "[") {
      const items = this.items("]");
      return items && { kind: "array", items };
    }
    const first = this.take();
    if (first === "{") return this.object();
    if (first === "(") return this.held(this.at);
    return /^(?:["'`\w$]|\/\*)/.test(first) ? { kind: "text", text: first } : undefined;
  }

  /** What stands behind a bracket, up to the one that closes it. Assignments in it stay as they are. */
  private held(start: number): Expression | undefined {
    const of = this.expression();
    if (of !== undefined && this.take() === ")") return { kind: "brackets", of, rest: "" };
    let depth = 1;
    for (this.at = start; depth > 0;) {
      const word = this.take();
      if (word === "" || word === "=>" || word === "{") return undefined;
      depth += word === "(" ? 1 : word === ")" ? -1 : 0;
    }
    return {
      kind: "text",
      text: this.spaced
        .slice(start - 1, this.at)
        .join("")
        .trimStart(),
    };
  }

  private object(): Expression | undefined {
    const properties: Property[] = [];
    while (this.peek() !== "}") {
      if (properties.length > 0 && this.take() !== ",") return undefined;
      const property = this.property();
      if (property === undefined) return undefined;
      properties.push(property);
    }
    this.at++;
    return { kind: "object", properties };
  }

  private property(): Property | undefined {
    const name = this.take();
    if (name === "...") {
      const value = this.postfix();
      return value?.kind === "text" ? { name: `...${value.text}`, value: undefined } : undefined;
    }
    if (!/^[\w$"]/.test(name)) return undefined;
    if (this.peek() !== ":") return { name, value: undefined };
    this.at++;
    const value = this.expression();
    return value && { name, value };
  }
}

/** What follows a value without a break. */
function followed(value: Expression, by: string): Expression | undefined {
  if (value.kind === "text") return { kind: "text", text: value.text + by };
  if (value.kind === "brackets" && by === "!") return { ...value, rest: "!" };
  return value.kind === "call" ? { ...value, rest: value.rest + by } : undefined;
}

/** An index, which does not break. */
function indexText(index: Expression | undefined): string | undefined {
  if (index?.kind === "text") return index.text;
  if (index?.kind !== "binary") return undefined;
  const operands = index.operands.map(indexText);
  if (operands.includes(undefined)) return undefined;
  return operands.map((operand, at) => (at === 0 ? operand : `${index.operators[at - 1]} ${operand}`)).join(" ");
}

/** Operators of one level go together, unless the reader may take them for another order. */
function joined(left: Expression, operator: string, right: Expression): Expression {
  const last = left.kind === "binary" ? (left.operators.at(-1) ?? "") : "";
  if (left.kind === "binary" && goTogether(last, operator)) {
    return { kind: "binary", operands: [...left.operands, right], operators: [...left.operators, operator] };
  }
  return { kind: "binary", operands: [left, right], operators: [operator] };
}

function goTogether(one: string, other: string): boolean {
  if (levels.get(one) !== levels.get(other)) return false;
  if (/^(?:\*\*|[=!]==?|<<|>>>?)$/.test(one)) return false;
  if (/^[*/%]$/.test(one)) return one === other && one !== "%";
  return true;
}
