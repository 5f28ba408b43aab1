import type { Row } from "./row.js";

const head = ["what", "who", "value", "±", "ratio", "goal", ""];

/** The rows as a table for people. Numbers stand right, words left. */
export function printTable(rows: readonly Row[]): string {
  const cells = [head, ...rows.map(cellsOf)];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) =>
        column >= 2 && column <= 4 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
  return `${lines.join("\n")}\n`;
}

function cellsOf(row: Row): string[] {
  return [
    row.name,
    row.subject,
    row.value === Infinity ? "no end" : `${digits(row.value)} ${row.unit.padEnd(2)}`,
    row.spread === undefined ? "" : `${Math.round(row.spread * 100)} %`,
    row.ratio === undefined ? "" : row.ratio.toFixed(2),
    row.goal === undefined ? "" : `${row.goal.bound} ${row.goal.limit}${row.goal.of === "value" ? ` ${row.unit}` : ""}`,
    row.met === undefined ? "" : row.met ? "met" : "missed",
  ];
}

/** Three digits that mean something. */
function digits(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
