// In which orders the lines of a phase may run, beside the one that is printed: the same state has to come out of each.
import type { Access } from "../model/access.js";
import type { ViewFunction } from "../model/contract.js";
import { tellsRows } from "../model/row-order.js";

/** A line, as far as its place may change. */
export interface FreeLine {
  readonly access: Access;
  /** Earlier lines of the phase that have to stay earlier, by their places in the phase. */
  readonly waitsFor: readonly number[];
  /** The functions that it calls, its conditions among them. */
  readonly calls: readonly ViewFunction[];
}

/**
 * What each line of a phase has to wait for, by places in the phase. Beside what it touches, that is the order of rows: who changes
 * which entities there are, or what they have, moves rows, so it stays where it is among its like and among those that tell one
 * order of rows from another.
 */
export function freeOrder(lines: readonly FreeLine[]): number[][] {
  let mover: number | undefined;
  let tellers: number[] = [];
  return lines.map(({ access, waitsFor, calls }, place) => {
    const moves = movesRows(access);
    const tells = calls.some(tellsRows);
    const bound = moves ? tellers : [];
    const waits = new Set([...waitsFor, ...bound, ...((moves || tells) && mover !== undefined ? [mover] : [])]);
    if (moves) [mover, tellers] = [place, []];
    else if (tells) tellers.push(place);
    return [...waits].sort((a, b) => a - b);
  });
}

function movesRows({ everything, touches }: Access): boolean {
  return everything || touches.some(({ kind, write }) => kind === "presence" && write);
}
