export const speed = 3;
