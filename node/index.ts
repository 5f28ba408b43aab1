// What the runtime needs of Node, for programs that run there: the package's `ecsgen/node`.
export { FileMedium, type FileSystem } from "./file-medium.js";
