// TypeScript as an editor runs it: the language server, asked for the errors of one file and for what may be typed in it.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { openedFile, typeScript } from "./type-checking.js";

/** Milliseconds that somebody at an editor waits. */
export interface EditorTimes {
  /** From opening a file to its errors, the reading of the project included. */
  readonly open: number;
  /** From a sign that was typed to the list of components that `world.spawn({ … })` may be given. */
  readonly complete: number;
}

/** Opens a file in a generated project. Throws when it has errors, or when the list lacks the last component. */
export async function measureEditor(root: string, components: number): Promise<EditorTimes> {
  const path = join(root, "main.ts");
  writeFileSync(path, openedFile);
  const server = new LanguageServer();
  try {
    await server.ask("initialize", { processId: process.pid, rootUri: pathToFileURL(root).href, capabilities: {} });
    server.tell("initialized", {});
    const textDocument = { uri: pathToFileURL(path).href };
    const start = performance.now();
    server.tell("textDocument/didOpen", {
      textDocument: { ...textDocument, languageId: "typescript", version: 1, text: openedFile },
    });
    const errors = await server.ask("textDocument/diagnostic", { textDocument });
    const open = performance.now() - start;
    if (!errors.includes('"items":[]')) throw new Error(`the editor finds fault: ${errors}`);
    server.tell("textDocument/didChange", {
      textDocument: { ...textDocument, version: 2 },
      contentChanges: [{ text: openedFile.replace("thing2: {} }", "thing2: {},  }") }],
    });
    const changed = performance.now();
    const line = openedFile.split("\n").findIndex((text) => text.includes("thing2: {} }"));
    const character = (openedFile.split("\n")[line] ?? "").indexOf(" })");
    const items = await server.ask("textDocument/completion", {
      textDocument,
      position: { line, character: character + 1 },
    });
    const complete = performance.now() - changed;
    if (!items.includes(`"thing${components - 1}"`))
      throw new Error(`the editor does not offer \`thing${components - 1}\``);
    return { open, complete };
  } finally {
    server.end();
  }
}

/** Speaks JSON-RPC with `tsc --lsp`. */
class LanguageServer {
  readonly #process = spawn(process.execPath, [typeScript, "--lsp", "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
  readonly #waiting = new Map<number, (answer: string) => void>();
  #asked = 0;
  #received = Buffer.alloc(0);

  constructor() {
    this.#process.stdout.on("data", (data: Buffer) => {
      this.#received = Buffer.concat([this.#received, data]);
      for (let text = this.#next(); text !== undefined; text = this.#next()) this.#take(text);
    });
  }

  /** The answer, as JSON. */
  ask(method: string, params: object): Promise<string> {
    const id = ++this.#asked;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#send({ id, method, params });
    });
  }

  tell(method: string, params: object): void {
    this.#send({ method, params });
  }

  end(): void {
    this.#process.kill();
  }

  #send(message: object): void {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  /** The next message, when all of it is there. */
  #next(): string | undefined {
    const head = this.#received.indexOf("\r\n\r\n");
    if (head < 0) return undefined;
    const length = Number(/Content-Length: (\d+)/i.exec(this.#received.toString("utf8", 0, head))?.[1]);
    const end = head + 4 + length;
    if (this.#received.length < end) return undefined;
    const text = this.#received.toString("utf8", head + 4, end);
    this.#received = this.#received.subarray(end);
    return text;
  }

  #take(text: string): void {
    const message = JSON.parse(text) as { readonly id?: number; readonly method?: string; readonly result?: unknown };
    if (message.id === undefined) return;
    // What the server asks, such as for settings, we have no opinion on.
    if (message.method !== undefined) this.#send({ id: message.id, result: null });
    else this.#waiting.get(message.id)?.(JSON.stringify(message.result ?? text));
  }
}
