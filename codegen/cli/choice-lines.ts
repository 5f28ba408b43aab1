import type { ModuleChoice } from "../api/module-choices.js";

/** A line for each core whose first system module was passed over, since nobody else would tell that another one runs. */
export function choiceLines(choices: readonly ModuleChoice[]): string {
  return choices
    .map(({ core, module, passedOver }) => {
      const reasons = passedOver.map(({ module, lacks }) => `\`${module}\` ${lacks.join("; ")}`);
      return `\`${core}\` takes \`${module}\`: ${reasons.join(", ")}\n`;
    })
    .join("");
}
