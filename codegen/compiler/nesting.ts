// Guards the native parser, which uses the stack of the process and cannot say when it runs out of it: the process would be
// gone. What follows estimates from the tokens alone how much stack a text takes, rather too much than too little.

/**
 * Bytes of stack that a text may take. The smallest stack of a main thread (Windows) is 1 MiB; ten thousand of anything that nests
 * takes more.
 */
const affordable = 640_000;

/** Bytes of stack that each kind of token can take, as measured with `oxc-parser` 0.159, rounded up. */
const cost = { bracket: 3200, angle: 2400, branch: 1400, prefix: 700, unary: 400, binary: 150, postfix: 120 };

const branchWords = "if else while for with do class".split(" ");
const prefixWords = "new await yield typeof void delete keyof unique readonly infer asserts".split(" ");
const binaryWords = "in of instanceof as satisfies is extends".split(" ");

/** Words that nest what follows them; a word that is not here is a name, which nests nothing. */
const costOfWord: ReadonlyMap<string, number> = new Map([
  ...branchWords.map((word): [string, number] => [word, cost.branch]),
  ...prefixWords.map((word): [string, number] => [word, cost.prefix]),
  ...binaryWords.map((word): [string, number] => [word, cost.binary]),
]);
/** Words after which something must follow. */
const openWords = new Set([
  ...costOfWord.keys(),
  ..."async function abstract import export default case throw".split(" "),
]);
/** Words that go on with what stands before them. */
const joiningWords = new Set("else in of instanceof as satisfies is extends implements from catch finally".split(" "));
/** Words whose statement stands behind brackets. */
const headWords = new Set("if else while for with do".split(" "));

/** What is open inside one pair of brackets, or outside of all. */
interface Level {
  /** A `${` of a template, so that its text goes on behind the bracket. */
  readonly template: boolean;
  /** Bytes taken since the last `,` or `;`. */
  taken: number;
  /** `<` without a `>`, since the last `;`. */
  angles: number;
  /** Bytes taken by the statement before, which an `else` takes up again. */
  before: number;
  /** The statement has a head in brackets, behind which another statement may stand. */
  head: boolean;
}

/** Whether parsing a text could take more stack than there is. Strings, comments and regular expressions count for nothing. */
export function isTooDeep(text: string, jsx: boolean): boolean {
  return mostOf(text) > affordable && new NestingScan(text, jsx).run();
}

/** What a sign takes at most, wherever it stands, by its code; letters, blanks and what closes or separates take nothing. */
const mostOfSign: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if ("([{<".includes(sign)) return cost.bracket + cost.postfix;
  if ("=?:".includes(sign)) return cost.branch;
  if (/[\w\s$)\]}>,;"']/.test(sign)) return 0;
  return "+-!~*".includes(sign) ? cost.unary : cost.binary;
});

const words = new RegExp(`\\b(?:${[...costOfWord.keys()].join("|")})\\b`, "g");

/** What a text could take at most, if everything in it were nested: little enough for nearly every file. */
function mostOf(text: string): number {
  let most = (text.match(words)?.length ?? 0) * cost.branch;
  for (let at = 0; at < text.length; at++) most += mostOfSign[text.charCodeAt(at)] ?? 0;
  return most;
}

class NestingScan {
  private readonly text: string;
  private readonly jsx: boolean;
  private readonly levels: Level[] = [];
  private level = openLevel(false);
  /** Bytes taken by the levels around. */
  private outside = 0;
  private at = 0;
  /** The last token: a bracket or another sign, `a` for an operand, `w` for a word that wants another. */
  private last = ";";
  private newLine = false;

  constructor(text: string, jsx: boolean) {
    this.text = text;
    this.jsx = jsx;
  }

  run(): boolean {
    while (this.at < this.text.length) {
      const code = this.text.charCodeAt(this.at);
      if (code === 10) this.newLine = true;
      if (code <= 32) this.at++;
      else if (isWordCode(code)) this.word();
      else this.other(this.text.charAt(this.at));
      if (this.outside + this.level.taken + this.level.angles * cost.angle > affordable) return true;
    }
    return false;
  }

  private other(char: string): void {
    if (char === '"' || char === "'") this.skipTo(char);
    else if (char === "`") this.template();
    else if (char === "/") this.slash();
    else this.sign(char);
  }

  private word(): void {
    const start = this.at;
    while (isWordCode(this.text.charCodeAt(this.at))) this.at++;
    const word = this.at - start > 10 ? "" : this.text.slice(start, this.at);
    if (this.startsStatement(word)) this.endStatement();
    if (word === "else") this.level.taken = Math.max(this.level.taken, this.level.before);
    this.level.taken += costOfWord.get(word) ?? 0;
    if (headWords.has(word)) this.level.head = true;
    this.passed(openWords.has(word) ? "w" : "a");
  }

  /** Where no `;` says so: behind `}`, and on a new line behind what can be complete. */
  private startsStatement(word: string): boolean {
    if (joiningWords.has(word)) return false;
    if (this.last === "}") return true;
    if (!this.newLine) return false;
    if (this.last === ")") return !this.level.head && !openWords.has(word);
    return this.last === "a" || this.last === "]";
  }

  private endStatement(): void {
    const { level } = this;
    level.before = level.taken + level.angles * cost.angle;
    level.taken = 0;
    level.angles = 0;
    level.head = false;
  }

  private sign(char: string): void {
    const { level } = this;
    this.at++;
    switch (char) {
      case "(":
      case "[":
      case "{":
        return this.open(char, false);
      case ")":
      case "]":
      case "}":
        return this.close(char);
      case ";":
        this.endStatement();
        break;
      case ",":
        level.taken = 0;
        break;
      case "<":
        level.angles++;
        level.taken += this.jsx ? cost.prefix : cost.binary;
        break;
      case ">":
        if (level.angles > 0) level.angles--;
        break;
      default:
        level.taken += this.costOfSign(char);
    }
    this.passed(char);
  }

  /** `=>` nests as `=` does; `==`, `!=`, `??` and `?.` make chains, as signs of arithmetic do. */
  private costOfSign(char: string): number {
    const next = this.text.charAt(this.at);
    if ("=?!".includes(char) && next !== "" && "=?.>".includes(next)) {
      this.at += this.text.charAt(this.at + 1) === "=" ? 2 : 1;
      return next === ">" ? cost.branch : cost.binary;
    }
    if (char === "=" || char === "?" || char === ":") return cost.branch;
    return "+-!~*".includes(char) ? cost.unary : cost.binary;
  }

  private open(char: string, template: boolean): void {
    this.levels.push(this.level);
    this.outside += this.level.taken + this.level.angles * cost.angle + cost.bracket;
    this.level = openLevel(template);
    this.passed(char);
  }

  private close(char: string): void {
    const { template } = this.level;
    const around = this.levels.pop();
    if (around !== undefined) {
      this.outside -= around.taken + around.angles * cost.angle + cost.bracket;
      this.level = around;
    }
    this.level.taken += cost.postfix;
    if (template && char === "}") this.templateText();
    else this.passed(char);
  }

  private template(): void {
    this.at++;
    this.level.taken += cost.postfix;
    this.templateText();
  }

  private templateText(): void {
    for (; this.at < this.text.length; this.at++) {
      const char = this.text.charAt(this.at);
      if (char === "\\") this.at++;
      else if (char === "`") {
        this.at++;
        break;
      } else if (char === "$" && this.text.charAt(this.at + 1) === "{") {
        this.at += 2;
        return this.open("{", true);
      }
    }
    this.passed("a");
  }

  /** A comment, a regular expression or a division. */
  private slash(): void {
    const next = this.text.charAt(this.at + 1);
    if (next === "/") this.at = indexOr(this.text.indexOf("\n", this.at), this.text.length);
    else if (next === "*") {
      const end = indexOr(this.text.indexOf("*/", this.at + 2), this.text.length);
      if (this.text.slice(this.at, end).includes("\n")) this.newLine = true;
      this.at = end + 2;
    } else if (this.jsx || "a)]}".includes(this.last)) this.sign("/");
    else this.skipTo("/");
  }

  /** Skips what starts here and ends with a sign, on the same line: a text or a regular expression. */
  private skipTo(end: string): void {
    let inClass = false;
    for (this.at++; this.at < this.text.length; this.at++) {
      const char = this.text.charAt(this.at);
      if (char === "\n") break;
      if (char === "\\") this.at++;
      else if (char === end && !inClass) {
        this.at++;
        break;
      } else if (end === "/" && (char === "[" || char === "]")) inClass = char === "[";
    }
    this.passed("a");
  }

  private passed(token: string): void {
    this.last = token;
    this.newLine = false;
  }
}

function openLevel(template: boolean): Level {
  return { template, taken: 0, angles: 0, before: 0, head: false };
}

/** Letters, digits, `$`, `_` and everything that is not ASCII. */
function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    code > 127 ||
    code === 95 ||
    code === 36
  );
}

function indexOr(index: number, otherwise: number): number {
  return index < 0 ? otherwise : index;
}
