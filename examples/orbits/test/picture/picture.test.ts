import { AstroTime } from "astronomy-engine";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { beforeAll, describe, expect, it } from "vitest";
import { draw } from "../../picture/picture.js";
import { sceneOf, type Scene } from "../../picture/scene.js";
import { dot } from "../../physics/vector.js";
import { simulate } from "../../program/simulation.js";
import { scatter } from "../../sky/asteroids.js";
import { ephemeris } from "../../sky/ephemeris.js";

const bodies = ephemeris(new AstroTime(new Date("2026-01-01")));
const caption = { title: "Here & now <1>", subtitle: 'a "view"' };

function sceneWith(count: number): Scene {
  const setting = { bodies, asteroids: scatter(count, 1, bodies), days: 2, stepsPerDay: 4 };
  return sceneOf(
    setting,
    simulate(setting, () => undefined),
  );
}

/** All elements of a document, which must be well-formed, and all of its text. */
function parse(svg: string): { tags: SaxesTagPlain[]; text: string } {
  const tags: SaxesTagPlain[] = [];
  let text = "";
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => tags.push(tag));
  parser.on("text", (more) => {
    text += more;
  });
  parser.write(svg).close();
  return { tags, text };
}

describe("the picture", () => {
  let scene: Scene;
  let svg: string;
  let document: ReturnType<typeof parse>;

  beforeAll(() => {
    scene = sceneWith(400);
    svg = draw(scene, caption);
    document = parse(svg);
  });

  it("is a well-formed document with a size", () => {
    const [root] = document.tags;
    expect(root.name).toBe("svg");
    expect(root.attributes).toMatchObject({ xmlns: "http://www.w3.org/2000/svg" });
    expect(String(root.attributes["viewBox"])).toBe(`0 0 ${root.attributes["width"]} ${root.attributes["height"]}`);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("says what it shows, whatever characters that has", () => {
    expect(document.text).toContain("Here & now <1>");
    expect(document.text).toContain('a "view"');
    for (const { name } of bodies.slice(1)) expect(document.text).toContain(name);
    for (const legend of ["planet crossers, 12", "main belt, 312", "Hildas, 32", "Trojans, 44"]) {
      expect(document.text).toContain(legend);
    }
    for (const scale of ["0.5 AU", "1 AU", "10 AU"]) expect(document.text).toContain(scale);
  });

  it("has a dot for every asteroid", () => {
    const counts = scene.clouds.map(({ population }) => {
      const path = document.tags.find(({ attributes }) => attributes["id"] === population);
      return String(path?.attributes["d"]).match(/M-?\d+ -?\d+h0/g)?.length;
    });
    expect(counts).toEqual([12, 312, 32, 44]);
  });

  it("refers only to what it has, and names nothing twice", () => {
    const ids = document.tags.flatMap(({ attributes }) => (attributes["id"] === undefined ? [] : [attributes["id"]]));
    const references = [...svg.matchAll(/ href="#([\w-]+)"|url\(#([\w-]+)\)/g)].map(([, used, url]) => used ?? url);
    expect(new Set(ids).size).toBe(ids.length);
    expect(references.length).toBeGreaterThan(30);
    for (const reference of references) expect(ids).toContain(reference);
  });

  it("shows planets on their orbits, at the end of their tracks", () => {
    for (const { distance, orbit, track, place } of scene.planets) {
      expect(track).toHaveLength(3);
      expect(track[2]).toEqual(place);
      expect(Math.abs(place.z)).toBeLessThan(0.13 * distance);
      const apart = orbit.map((point) => Math.hypot(point.x - place.x, point.y - place.y, point.z - place.z));
      expect(Math.min(...apart)).toBeLessThan((Math.PI / 180) * distance * 1.3);
      expect(distance).toBeCloseTo(Math.sqrt(dot(place, place)), 12);
    }
  });

  it("grows by a few bytes for an asteroid", () => {
    const larger = draw(sceneWith(1400), caption);
    expect((larger.length - svg.length) / 1000).toBeLessThan(16);
  });

  it("can be drawn without asteroids", () => {
    expect(parse(draw(sceneWith(0), caption)).text).not.toContain("belt");
  });
});
