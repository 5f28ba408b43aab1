// What is known of methods and functions of the language, by their names.

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Methods that change what they are called on. */
export const mutators = words("push pop shift unshift splice sort reverse fill copyWithin set add delete clear append");

/** Those that put what they are given into it. */
export const collectors = words("push unshift splice fill set add");

/** Methods that call back with the items of what they are called on, and then with all of it. */
export const iterators = words("forEach map filter some every find findIndex findLast findLastIndex flatMap");

/** Methods that call back with what came out so far, and then as the others. */
export const reducers = words("reduce reduceRight");

/** Methods that give back a part of what they are called on. */
export const pickers = words("at get find findLast values entries");

/** Functions that write to their first argument. */
export const writers = words(
  "Object.assign Object.defineProperty Object.defineProperties Object.setPrototypeOf Reflect.set Reflect.deleteProperty Reflect.defineProperty",
);

/** Functions that give back numbers and texts. */
export const givingValues = /^(?:Math|Number|JSON|console|String|Boolean|BigInt)\b/;
