/** The way to a value inside of what is saved or loaded: ``entities[3]["app.Label"].text``. */
export class Place {
  readonly #root: string;
  readonly #fail: (message: string) => Error;
  readonly #steps: (string | number)[] = [];

  /** `fail` makes the error of a sentence without a full stop. */
  constructor(root: string, fail: (message: string) => Error) {
    this.#root = root;
    this.#fail = fail;
  }

  /** Goes on to a part while `visit` runs. */
  within<Result>(step: string | number, visit: () => Result): Result {
    this.#steps.push(step);
    const result = visit();
    this.#steps.pop();
    return result;
  }

  /** The error for what is here, which ends the visit. */
  error(what: string): Error {
    return this.#fail(`${this.toString()} ${what}`);
  }

  /** What is here, as a message names it. */
  toString(): string {
    return `\`${this.#root}${this.#steps.map(stepText).join("")}\``;
  }
}

/** How a message names a value. */
export function describeValue(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return value.length > 40 ? "a long text" : `the text ${JSON.stringify(value)}`;
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") return `${String(value)}`;
  if (value === undefined) return "nothing";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function stepText(step: string | number): string {
  if (typeof step === "number") return `[${step}]`;
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}
