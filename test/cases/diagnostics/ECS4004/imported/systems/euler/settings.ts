export const settings = { steps: 0 };
