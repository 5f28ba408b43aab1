// Loops of a body over the rows of whole queries: as loops over tables and rows, or as their author wrote them.
import type { BodyText, LeavePiece, Part, PatternPiece, RowsPiece } from "../model/body.js";
import { obstacle, type Obstacle } from "../model/obstacles.js";
import type { BodyOutput } from "./body-output.js";
import type { BodyReads } from "./body-reads.js";
import type { BodyRoots } from "./body-roots.js";
import type { Written } from "./brackets.js";
import type { ColumnContext } from "./column-context.js";
import { Kept } from "./kept.js";
import { RowWalk } from "./row-walks.js";

/** What it takes to print what stands in a loop. */
export interface RowPrinter {
  all(text: BodyText): void;
  /** Declarations of what a pattern takes of a row. */
  unpacked(whole: Part, names: PatternPiece["names"], behind: BodyText): Written[];
}

/** The loops over rows of one body. */
export class BodyRows {
  /** Labels of loops over rows that something leaves. */
  private readonly leaves = new Map<number, string>();
  /** Labels of the innermost loops over rows that something goes on with. */
  private readonly nexts = new Map<number, string>();
  private readonly roots: BodyRoots;
  private readonly reads: BodyReads;
  private readonly context: ColumnContext;
  private readonly output: BodyOutput;
  private readonly plain: ReadonlyMap<number, Obstacle>;
  private readonly printer: RowPrinter;

  /** Loops in `plain` stay as they are. */
  constructor(
    roots: BodyRoots,
    reads: BodyReads,
    context: ColumnContext,
    output: BodyOutput,
    plain: ReadonlyMap<number, Obstacle>,
    printer: RowPrinter,
  ) {
    this.roots = roots;
    this.reads = reads;
    this.context = context;
    this.output = output;
    this.plain = plain;
    this.printer = printer;
  }

  /** A loop, with columns if that is possible. */
  print(piece: RowsPiece): void {
    const query = this.roots.rootOf(piece.part);
    const loop = piece.rows[0]?.parameter ?? 0;
    const pairs = piece.pairs && this.context.author.outside(piece.pairs.name);
    const isPairs = pairs?.name === "pairs" && pairs.from === "ecsgen/runtime";
    if (query.kind !== "query" || this.plain.has(loop) || (piece.pairs !== undefined && !isPairs)) {
      return this.plainRows(piece);
    }
    if (query.rows.listed || query.rows.terms.some(({ sparse }) => sparse)) {
      throw new Kept(obstacle("sparseRows", piece.part.place, { name: query.name }), loop);
    }
    const { isOpaque } = this.roots;
    const rows = this.roots.plainText(query, piece.part) ?? query.name;
    this.roots.isOpaque = isOpaque;
    const margin = this.output.margin();
    const walks = piece.rows.map(
      (binding, index) => new RowWalk(query, binding, loop, index < piece.rows.length - 1, this.context.scope),
    );
    piece.rows.forEach(({ parameter }, index) => {
      const walk = walks[index];
      if (walk !== undefined) this.roots.set(parameter, walk.root);
    });
    const starts = piece.rows.map(({ parameter, names }) =>
      this.printer.unpacked({ ...piece.part, parameter }, names, piece.body),
    );
    this.reads.around.push(loop);
    const body = this.output.apart(() => this.rowBody(piece, margin));
    this.reads.around.pop();
    this.output.add({
      kind: "rows",
      rows,
      walks: walks.map((walk, index) => walk.plan(starts[index] ?? [])),
      perRow: query.rows.perRow,
      label: this.leaves.get(loop),
      next: this.nexts.get(loop),
      body,
      margin,
    });
  }

  private rowBody({ body, single }: RowsPiece, margin: string): void {
    if (single) this.output.add(`\n${margin}  `);
    this.printer.all(body);
    if (single) this.output.add(`\n${margin}`);
  }

  /** The loop as its author wrote it. */
  private plainRows({ rows, head, body, single }: RowsPiece): void {
    this.roots.isOpaque = true;
    for (const { parameter, name } of rows) this.roots.set(parameter, { kind: "local", name: name ?? "" });
    this.printer.all(head);
    this.printer.all(body);
    if (!single) this.output.add("}");
  }

  /** The statement that leaves a loop, or goes on with its next row. */
  left({ kind, loop, label }: LeavePiece): string {
    const word = kind === "leave" ? "break" : "continue";
    if (this.roots.get(loop)?.kind !== "row") return label === undefined ? `${word};` : `${word} ${label};`;
    const labels = kind === "leave" ? this.leaves : this.nexts;
    const known = labels.get(loop) ?? this.labelOf(kind, label);
    labels.set(loop, known);
    return `${word} ${known};`;
  }

  /** The outermost of the loops has the author's name. */
  private labelOf(kind: LeavePiece["kind"], label: string | undefined): string {
    if (kind === "leave") return label ?? this.context.scope.take("walk");
    return this.context.scope.take(`${label ?? ""}Row`);
  }
}
