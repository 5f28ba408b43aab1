import { bodyColors, ink, populationColors } from "./palette.js";
import { panel, shared, type Panel } from "./panel.js";
import type { Scene } from "./scene.js";
import { element, escaped, label } from "./svg.js";

const width = 1560;
const height = 1130;

const inner = 1.8;
const middle = 6;

const panels: readonly Panel[] = [
  {
    id: "middle",
    title: "To Jupiter",
    x: 510,
    y: 580,
    radius: 440,
    reach: middle,
    grain: 1.8,
    enlarged: inner,
    scale: 1,
  },
  { id: "inner", title: "The inner planets", x: 1260, y: 340, radius: 200, reach: inner, grain: 2, scale: 0.5 },
  {
    id: "outer",
    title: "The outer planets",
    x: 1260,
    y: 820,
    radius: 200,
    reach: 33,
    grain: 0.45,
    enlarged: middle,
    scale: 10,
  },
];

const populationNames = { crosser: "planet crossers", belt: "main belt", hilda: "Hildas", trojan: "Trojans" };

/** What is written on the picture. */
export interface Caption {
  readonly title: string;
  readonly subtitle: string;
}

/** Draws a scene as an SVG document. */
export function draw(scene: Scene, { title, subtitle }: Caption): string {
  return `${element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      "font-family": "'Avenir Next', 'Segoe UI', 'Helvetica Neue', 'DejaVu Sans', sans-serif",
    },
    element("title", {}, escaped(title)),
    style,
    element("defs", {}, gradients, shared(scene)),
    element("rect", { width, height, fill: ink.page }),
    label(title, { x: 60, y: 66, fill: ink.title, "font-size": 30, "font-weight": 600 }),
    label(subtitle, { x: 60, y: 96, fill: ink.text, "font-size": 16 }),
    ...panels.map((window) => panel(window, scene)),
    legend(scene),
  )}\n`;
}

/** Opened by itself, it fits a smaller window; names stay readable on top of lines. */
const style = element(
  "style",
  {},
  `:root{max-width:100%;max-height:100%;background:${ink.page}}`,
  `.name{paint-order:stroke;stroke:${ink.panel};stroke-width:4px;stroke-linejoin:round}`,
);

const gradients = [
  radial("night", [
    ["0%", "#1a2340", 1],
    ["100%", ink.panel, 1],
  ]),
  radial("glow", [
    ["0%", bodyColors["Sun"], 0.6],
    ["100%", bodyColors["Sun"], 0],
  ]),
].join("");

function radial(id: string, stops: readonly (readonly [offset: string, color: string, opacity: number])[]): string {
  return element(
    "radialGradient",
    { id },
    ...stops.map(([offset, color, opacity]) =>
      element("stop", { offset, "stop-color": color, "stop-opacity": opacity }),
    ),
  );
}

/** The asteroids' colours with their numbers, and what the lines mean. */
function legend({ clouds }: Scene): string {
  const y = height - 40;
  const colors = clouds.map(({ population, places }, index) => {
    const x = 60 + 190 * index;
    return (
      element("circle", { cx: x + 5, cy: y - 5, r: 5, fill: populationColors[population] }) +
      label(`${populationNames[population]}, ${places.length}`, { x: x + 18, y, fill: ink.text, "font-size": 15 })
    );
  });
  const x = 60 + 190 * clouds.length;
  const lines =
    element("path", { d: `M${x} ${y - 5}h34`, stroke: ink.title, "stroke-width": 2 }) +
    label("the simulated way", { x: x + 44, y, fill: ink.text, "font-size": 15 }) +
    element("path", { d: `M${x + 200} ${y - 5}h34`, stroke: ink.title, "stroke-width": 1, opacity: 0.4 }) +
    label("the rest of the round", { x: x + 244, y, fill: ink.text, "font-size": 15 });
  return colors.join("") + lines;
}
