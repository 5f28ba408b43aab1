/** How tools name a declaration: by its qualified name, `motion.Position`, a former one, or by its id. */
export type TokenName = string | bigint;

/** What every token says of itself. */
export interface Token {
  readonly name: string;
  /** Former names. */
  readonly was?: readonly string[];
  readonly id: bigint;
}

/** The tokens of one kind, by qualified name, former names and id. */
export class TokenIndex<Type extends Token> {
  readonly types: readonly Type[];
  readonly #byName: ReadonlyMap<TokenName, Type>;

  constructor(types: readonly Type[]) {
    this.types = types;
    this.#byName = new Map<TokenName, Type>([
      ...types.flatMap((type) => (type.was ?? []).map((former) => [former, type] as const)),
      ...types.map((type) => [type.name, type] as const),
      ...types.map((type) => [type.id, type] as const),
    ]);
  }

  /** The token of a name or an id; undefined when there is none. */
  find(name: TokenName): Type | undefined {
    return this.#byName.get(name);
  }
}

/** How a name or an id is written in an error: as a token says it. */
export function shownName(name: TokenName): string {
  return typeof name === "bigint" ? `0x${name.toString(16).padStart(16, "0")}n` : String(name);
}
