import { ByteReader, ByteWriter } from "./bytes.js";
import { crc32 } from "./crc32.js";
import { corrupt, incompatible } from "./save-errors.js";

/** What a section of a binary save holds. A number that is skipped by readers who do not know it has `skippable` set. */
export const sectionKinds = {
  end: 0,
  head: 1,
  types: 2,
  ids: 3,
  table: 4,
  sparse: 5,
  toggle: 6,
  relation: 7,
  resource: 8,
  model: 9,
  time: 10,
} as const;

/** A kind of section. */
export type SectionKind = (typeof sectionKinds)[keyof typeof sectionKinds];

/** A part of a save, whose checksum was right. */
export interface Section {
  readonly kind: SectionKind;
  readonly reader: ByteReader;
}

/** The bit of a kind that says: whoever does not know it may go on without it. */
const skippable = 0x8000_0000;
const frameBytes = 12;

/** No text, and damaged visibly by whoever takes it for one: as the signature of PNG. */
const magic = Uint8Array.from([0x89, 0x45, 0x43, 0x53, 0x0d, 0x0a, 0x1a, 0x0a]);

const names = new Map<number, SectionKind & number>(Object.values(sectionKinds).map((kind) => [kind, kind]));

/** Whether bytes are a binary save, or begin like one. */
export function isBinary(bytes: Uint8Array): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

/**
 * Writes a file of sections:
 *
 *     magic (8) | section | section | … | end
 *     section:    kind (4) | length (4) | CRC-32 of kind, length and content (4) | content
 *     end:        a section that holds how many came before
 */
export class SectionWriter {
  readonly #file = new ByteWriter();
  #count = 0;

  constructor() {
    this.#file.raw(magic);
  }

  /** Adds a section. */
  add(kind: SectionKind, write: (writer: ByteWriter) => void): void {
    const content = new ByteWriter();
    write(content);
    const frame = new ByteWriter();
    frame.u32(kind);
    frame.u32(content.written.length);
    const sum = crc32(content.written, crc32(frame.written));
    frame.u32(sum);
    this.#file.raw(frame.written);
    this.#file.raw(content.written);
    this.#count++;
  }

  /** Adds the sections of another writer. */
  append(other: SectionWriter): void {
    this.#file.raw(other.#file.written.subarray(magic.length));
    this.#count += other.#count;
  }

  /** The whole file. */
  finish(): Uint8Array {
    const before = this.#count;
    this.add(sectionKinds.end, (writer) => writer.u32(before));
    return this.#file.written.slice();
  }
}

/** The sections of a file, checked: all are whole, and none is missing. Throws `SaveCorrupt` or `SaveIncompatible`. */
export function readSections(bytes: Uint8Array): Section[] {
  if (!isBinary(bytes)) throw corrupt("it does not begin as a binary save does");
  const file = new ByteReader(bytes, "the save");
  file.raw(magic.length);
  const sections: Section[] = [];
  for (let count = 0; ; count++) {
    const { kind, content } = readSection(file, count);
    const known = names.get(kind);
    if (known === sectionKinds.end) {
      requireEnd(content, count);
      file.end();
      return sections;
    }
    if (known !== undefined) sections.push({ kind: known, reader: content });
    else if (kind < skippable) throw unknownSection(kind);
  }
}

function readSection(file: ByteReader, number: number): { kind: number; content: ByteReader } {
  const frame = file.raw(Math.min(frameBytes, file.left));
  const head = new ByteReader(frame, "the save");
  const [kind, length, sum] = [head.u32(), head.u32(), head.u32()];
  const content = file.raw(length);
  if (crc32(content, crc32(frame.subarray(0, 8))) !== sum) throw corrupt(`the checksum of section ${number} is wrong`);
  return { kind, content: new ByteReader(content, `section ${number}`) };
}

function requireEnd(content: ByteReader, count: number): void {
  const promised = content.u32();
  content.end();
  if (promised !== count) throw corrupt(`it has ${count} sections, and ${promised} were written`);
}

function unknownSection(kind: number): Error {
  const message = `the save has a section of kind ${kind}, which this version of ecsgen does not know`;
  return incompatible(message, "load it with the version that made it, or a later one");
}
