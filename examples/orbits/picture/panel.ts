// One round window onto the scene.
import type { Vector } from "../physics/vector.js";
import { bodyColors, ink, populationColors } from "./palette.js";
import type { Planet, Scene } from "./scene.js";
import { element, label } from "./svg.js";

/** A window: where it is on the page, and how many AU it shows from the Sun to its rim. */
export interface Panel {
  readonly id: string;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly reach: number;
  /** How large an asteroid is. */
  readonly grain: number;
  /** How far another window reaches that shows the middle of this one larger. */
  readonly enlarged?: number;
  /** Length of the scale, in AU. */
  readonly scale: number;
}

/** Paths are drawn in thousandths of an AU, so that they are short, and shared by all windows. */
const unit = 1000;

/** Parts of a window's radius: planets nearer to the Sun are left out, or have no label. */
const smallest = 0.05;
const smallestWithLabel = 0.15;

/** What all windows share: the ways of the planets, and the asteroids. */
export function shared({ planets, clouds }: Scene): string {
  const thin = { fill: "none", "stroke-linecap": "round" };
  return [
    ...planets.map(({ name, orbit }) => element("path", { id: `orbit-${name}`, d: line(orbit, "Z"), ...thin })),
    ...planets.map(({ name, track }) => element("path", { id: `track-${name}`, d: line(track, ""), ...thin })),
    ...clouds.map(({ population, places }) => element("path", { id: population, d: dots(places), ...thin })),
  ].join("\n");
}

/** Draws a window. */
export function panel(window: Panel, scene: Scene): string {
  const { id, title, x, y, radius } = window;
  const shown = scene.planets.filter(({ distance }) => distance > smallest * window.reach && distance < window.reach);
  return element(
    "g",
    { transform: `translate(${x} ${y})` },
    element("clipPath", { id }, element("circle", { r: radius })),
    element("circle", { r: radius, fill: "url(#night)", stroke: ink.rim, "stroke-width": 1 }),
    element("g", { "clip-path": `url(#${id})` }, ways(window, shown), asteroids(window, scene), enlargement(window)),
    sun(window),
    ...shown.map((planet) => marker(window, planet)),
    label(title, { x: 0, y: -radius - 14, fill: ink.title, "font-size": 17, "text-anchor": "middle" }),
    scaleBar(window),
  );
}

function line(points: readonly Vector[], end: string): string {
  return points.length === 0 ? "" : `M${points.map(thousandths).join("L")}${end}`;
}

/** Lines of no length, whose round ends make dots. */
function dots(points: readonly Vector[]): string {
  return points.map((point) => `M${thousandths(point)}h0`).join("");
}

/** The page's second axis points down. */
function thousandths({ x, y }: Vector): string {
  return `${Math.round(x * unit)} ${Math.round(-y * unit)}`;
}

function ways(window: Panel, planets: readonly Planet[]): string {
  return planets
    .map(
      ({ name }) =>
        reused(window, `orbit-${name}`, { color: bodyColors[name], width: 1, opacity: 0.35 }) +
        reused(window, `track-${name}`, { color: bodyColors[name], width: 2, opacity: 0.9 }),
    )
    .join("");
}

function asteroids(window: Panel, { clouds }: Scene): string {
  return clouds
    .map(({ population }) =>
      reused(window, population, { color: populationColors[population], width: window.grain, opacity: 0.6 }),
    )
    .join("");
}

interface Pen {
  readonly color: string;
  readonly width: number;
  readonly opacity: number;
}

/** A shared path, in this window's size but with a pen whose width is that of the page. */
function reused({ radius, reach }: Panel, id: string, { color, width, opacity }: Pen): string {
  const scale = radius / reach / unit;
  return element("use", {
    href: `#${id}`,
    transform: `scale(${scale.toPrecision(6)})`,
    stroke: color,
    "stroke-width": width / scale,
    opacity,
  });
}

function enlargement({ radius, reach, enlarged }: Panel): string {
  if (enlarged === undefined) return "";
  const r = (enlarged / reach) * radius;
  return element("circle", { r, fill: "none", stroke: ink.text, "stroke-width": 1, "stroke-dasharray": "3 5" });
}

function sun({ radius }: Panel): string {
  const core = 3 + radius / 150;
  return (
    element("circle", { r: core * 4, fill: "url(#glow)" }) + element("circle", { r: core, fill: bodyColors["Sun"] })
  );
}

/** A planet where it is, with its name on the side that is turned away from the Sun. */
function marker({ radius, reach }: Panel, { name, place, distance }: Planet): string {
  const [x, y] = [(place.x / reach) * radius, (-place.y / reach) * radius];
  const dot = element("circle", {
    cx: x,
    cy: y,
    r: 4.5,
    fill: bodyColors[name],
    stroke: ink.page,
    "stroke-width": 1.5,
  });
  if (distance < smallestWithLabel * reach) return dot;
  const right = x >= 0;
  return (
    dot +
    label(name, {
      x: x + (right ? 9 : -9),
      y: y + 5,
      fill: ink.title,
      "font-size": 14,
      "text-anchor": right ? "start" : "end",
      class: "name",
    })
  );
}

function scaleBar({ radius, reach, scale }: Panel): string {
  const half = ((scale / reach) * radius) / 2;
  const y = radius + 18;
  return (
    element("path", { d: `M${-half} ${y - 4}v8m0-4h${2 * half}m0-4v8`, fill: "none", stroke: ink.text }) +
    label(`${scale} AU`, { x: 0, y: y + 19, fill: ink.text, "font-size": 13, "text-anchor": "middle" })
  );
}
