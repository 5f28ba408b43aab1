// Takes binary saves apart and puts them together again, with checksums that are right whatever was done to the content.
import fc from "fast-check";
import { expect } from "vitest";
import { EcsError, type World } from "ecsgen/runtime";
import { play, scripts, type App } from "./worlds.js";
import { crc32 } from "../../../runtime/state/crc32.js";

/** A section of a binary save. */
export interface ForgedSection {
  readonly kind: number;
  readonly content: Uint8Array;
}

const magicBytes = 8;
const frameBytes = 12;
const endKind = 0;

/** The sections of a save, but for its end. */
export function sectionsOf(save: Uint8Array): ForgedSection[] {
  const view = new DataView(save.buffer, save.byteOffset, save.byteLength);
  const sections: ForgedSection[] = [];
  for (let at = magicBytes; ;) {
    const [kind, length] = [view.getUint32(at, true), view.getUint32(at + 4, true)];
    if (kind === endKind) return sections;
    sections.push({ kind, content: save.slice(at + frameBytes, at + frameBytes + length) });
    at += frameBytes + length;
  }
}

/** A save of sections, with its end. */
export function saveOf(save: Uint8Array, sections: readonly ForgedSection[]): Uint8Array {
  const end = { kind: endKind, content: new Uint8Array(Uint32Array.of(sections.length).buffer) };
  return Uint8Array.from([
    ...save.subarray(0, magicBytes),
    ...[...sections, end].flatMap(({ kind, content }) => {
      const frame = new Uint8Array(Uint32Array.of(kind, content.length).buffer);
      const sum = crc32(content, crc32(frame));
      return [...frame, ...new Uint8Array(Uint32Array.of(sum).buffer), ...content];
    }),
  ]);
}

/** Worlds of an app that are full of everything, always the same ones. */
export function fullWorlds(app: App): World[] {
  return Array.from({ length: 4 }, (_, number) => {
    const world = app.make();
    play(fc.sample(scripts(app), { numRuns: 12, seed: number }).flat(), world);
    return world;
  });
}

/** Loads a forged save, and looks at what that did to the world. Gives back how it ended. */
export function loadForged(world: World, forged: Uint8Array): string {
  const before = world.state.save("binary");
  let end = "loaded";
  try {
    world.state.load(forged);
  } catch (error) {
    if (!(error instanceof EcsError)) throw error;
    expect(error.code).toMatch(/^(?:SaveCorrupt|SaveIncompatible|EntityLimit|ArenaFull)$/);
    end = error.code;
  }
  const after = world.state.save("binary");
  if (end === "loaded") {
    expect(world.validate().filter(({ kind }) => kind !== "reference")).toEqual([]);
    world.state.load(after);
  }
  expect(areEqual(world.state.save("binary"), end === "loaded" ? after : before)).toBe(true);
  return end;
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
