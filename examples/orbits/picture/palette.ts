import type { Population } from "../sky/asteroids.js";

/** The colours of everything that is not a body. */
export const ink = {
  page: "#0a0e1a",
  panel: "#10162a",
  rim: "#2c3656",
  title: "#f2ecdc",
  text: "#a9b3cc",
};

/** The colours of bodies, by name. */
export const bodyColors: Readonly<Record<string, string>> = {
  Sun: "#ffd76a",
  Mercury: "#b9aca0",
  Venus: "#e9c580",
  Earth: "#6db4ff",
  Mars: "#e8705a",
  Jupiter: "#dca676",
  Saturn: "#e8d6a4",
  Uranus: "#8ce0e0",
  Neptune: "#7492ff",
};

/** The colours of asteroids. */
export const populationColors: Readonly<Record<Population, string>> = {
  crosser: "#f27a9b",
  belt: "#d8b184",
  hilda: "#55cdb5",
  trojan: "#b796f2",
};
