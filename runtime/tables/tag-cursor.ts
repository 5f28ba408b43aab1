import type { Cursor } from "./component-type.js";
import type { Table } from "./table.js";

/** The cursor of tags and toggles: there is nothing to read or write but that they are there. */
export class TagCursor implements Cursor<true, true> {
  $row = 0;

  $enter(_table: Table): void {}

  $read(): true {
    return true;
  }

  $fill(_init?: true): void {}

  $assign(_init: true): void {}
}
