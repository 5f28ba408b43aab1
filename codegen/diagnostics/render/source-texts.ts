/** Gives the text of a project's file by its path relative to the root, or undefined when there is none to show. */
export type SourceTexts = (file: string) => string | undefined;

/** How the path of a project's file is shown to a reader, who may stand in another folder. */
export type ShowPath = (file: string) => string;

/** The same ends of lines as those that places are counted by. */
export const lineEnd = /\r\n?|\n/;

/** The text of one line, counted from 1, without its end; undefined when there is no such line. */
export function lineOf(text: string, line: number): string | undefined {
  return withoutMark(text).split(lineEnd)[line - 1];
}

/** A text without the mark of its encoding, which places do not count. */
export function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
