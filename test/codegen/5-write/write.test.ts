import { describe, expect, it } from "vitest";
import { MemoryDisk } from "../support/memory-disk.js";
import { failingDisk } from "../support/failing-disk.js";
import { writeFolder as folder, writeRoot, writeRun, type Texts } from "../support/write-run.js";

function emptyDisk(options: { readonly ignoresCase?: boolean } = {}): MemoryDisk {
  const disk = new MemoryDisk(options);
  disk.makeFolder(writeRoot);
  return disk;
}

async function diskWith(texts: Texts): Promise<MemoryDisk> {
  const disk = emptyDisk();
  expect((await writeRun(disk, texts)).diagnostics).toEqual([]);
  return disk;
}

const codes = ({ diagnostics }: { readonly diagnostics: readonly { readonly code: string }[] }): string[] =>
  diagnostics.map(({ code }) => code);

describe("write", () => {
  it("tells what it made, changed, removed and left alone", async () => {
    const disk = emptyDisk();
    const first = await writeRun(disk, { "a.ts": "1\n", "b/c.ts": "1\n", "d.ts": "1\n" });
    expect(first.created).toEqual(["generated/a.ts", "generated/b/c.ts", "generated/d.ts", "generated/manifest.json"]);
    const second = await writeRun(disk, { "a.ts": "1\n", "d.ts": "2\n", "e.ts": "1\n" });
    expect(second).toMatchObject({
      created: ["generated/e.ts"],
      changed: ["generated/d.ts", "generated/manifest.json"],
      removed: ["generated/b/c.ts"],
      unchanged: ["generated/a.ts"],
      diagnostics: [],
    });
    expect(Object.keys(disk.files(folder))).toEqual(["a.ts", "d.ts", "e.ts", "manifest.json"]);
    expect(disk.emptyFolders(folder)).toEqual([]);
  });

  it("changes nothing on the disk when nothing changes", async () => {
    const disk = await diskWith({ "a.ts": "1\n", "b/c.ts": "1\n" });
    const counting = failingDisk(disk, {});
    const result = await writeRun(counting, { "b/c.ts": "1\n", "a.ts": "1\n" });
    expect(result.unchanged).toHaveLength(3);
    expect(counting.changes).toBe(0);
  });

  it.each(["check", "dry-run"] as const)("changes nothing on the disk in mode %s", async (mode) => {
    const disk = await diskWith({ "a.ts": "1\n", "b.ts": "1\n" });
    const counting = failingDisk(disk, {});
    const result = await writeRun(counting, { "a.ts": "2\n", "c.ts": "1\n" }, { mode });
    expect(counting.changes).toBe(0);
    expect(result).toMatchObject({ created: ["generated/c.ts"], removed: ["generated/b.ts"] });
    expect(codes(result)).toEqual(mode === "check" ? Array.from({ length: 4 }, () => "ECS5009") : []);
  });

  it("shows what it would do as a diff", async () => {
    const disk = await diskWith({ "a.ts": "one\ntwo\n", "b.ts": "1\n" });
    const { diff } = await writeRun(disk, { "a.ts": "one\nthree\n", "c.ts": "new\n" }, { mode: "dry-run" });
    expect(diff).toContain("--- a/generated/a.ts\n+++ b/generated/a.ts\n@@ -1,2 +1,2 @@\n one\n-two\n+three\n");
    expect(diff).toContain("--- a/generated/b.ts\n+++ /dev/null\n");
    expect(diff).toContain("--- /dev/null\n+++ b/generated/c.ts\n");
  });

  it("takes line ends of another platform for no edit, and leaves them", async () => {
    const disk = await diskWith({ "a.ts": "1\n2\n" });
    for (const [path, text] of Object.entries(disk.files(folder))) {
      disk.write(`${folder}/${path}`, text.replaceAll("\n", "\r\n"));
    }
    const counting = failingDisk(disk, {});
    expect((await writeRun(counting, { "a.ts": "1\n2\n" })).diagnostics).toEqual([]);
    expect(counting.changes).toBe(0);
    expect((await writeRun(disk, { "a.ts": "1\n3\n" })).changed).toContain("generated/a.ts");
    expect(disk.files(folder)["a.ts"]).toBe("1\n3\n");
  });

  it("goes from one case to another, on a disk that knows the difference and on one that does not", async () => {
    for (const ignoresCase of [false, true]) {
      const disk = emptyDisk({ ignoresCase });
      await writeRun(disk, { "Time.ts": "1\n", "Parts/a.ts": "1\n" });
      const result = await writeRun(disk, { "time.ts": "2\n", "parts/a.ts": "2\n" });
      expect(result.diagnostics).toEqual([]);
      const files = Object.entries(disk.files(folder)).map(([path, text]) => [path.toLowerCase(), text]);
      expect(Object.fromEntries(files)).toMatchObject({ "time.ts": "2\n", "parts/a.ts": "2\n" });
      expect(files).toHaveLength(3);
      const again = await writeRun(disk, { "time.ts": "2\n", "parts/a.ts": "2\n" });
      expect(again).toMatchObject({ created: [], changed: [], removed: [], diagnostics: [] });
    }
  });

  it("puts a folder where a file was, and a file where a folder was", async () => {
    const disk = await diskWith({ a: "1\n", "b/c/d": "1\n" });
    expect((await writeRun(disk, { "a/x": "1\n", b: "1\n" })).diagnostics).toEqual([]);
    expect(Object.keys(disk.files(folder))).toEqual(["a/x", "b", "manifest.json"]);
  });
});

describe("what stands in the way", () => {
  it("is an edit by hand: reported with a diff and kept, and lost with force only", async () => {
    const disk = await diskWith({ "a.ts": "one\ntwo\n", "b.ts": "1\n" });
    disk.write(`${folder}/a.ts`, "one\nmine\n");
    const next = { "a.ts": "one\nthree\n", "b.ts": "2\n" };
    const result = await writeRun(disk, next);
    expect(result.diagnostics).toMatchObject([{ code: "ECS5001", place: { file: "generated/a.ts", line: 2 } }]);
    expect(result.diagnostics[0]?.why.join("\n")).toContain("-three\n+mine");
    expect(disk.files(folder)).toMatchObject({ "a.ts": "one\nmine\n", "b.ts": "1\n" });
    expect((await writeRun(disk, next, { force: true })).diagnostics).toEqual([]);
    expect(disk.files(folder)).toMatchObject(next);
  });

  it("is no edit when the hand wrote what would be generated", async () => {
    const disk = await diskWith({ "a.ts": "1\n" });
    disk.write(`${folder}/a.ts`, "2\n");
    const result = await writeRun(disk, { "a.ts": "2\n" });
    expect(result).toMatchObject({ diagnostics: [], changed: ["generated/manifest.json"] });
  });

  it("is no edit when nothing is left, as after a loss of power", async () => {
    const old = { "a.ts": "1\n", "b.ts": "1\n", "c.ts": "1\n" };
    const disk = await diskWith(old);
    for (const path of Object.keys(old)) disk.write(`${folder}/${path}`, "");
    const next = { "a.ts": "1\n", "b.ts": "2\n" };
    expect(codes(await writeRun(disk, next, { mode: "check" }))).toEqual(["ECS5009", "ECS5009", "ECS5009", "ECS5009"]);
    expect(await writeRun(disk, next)).toMatchObject({ diagnostics: [], removed: ["generated/c.ts"] });
    expect(disk.files(folder)).toMatchObject(next);
  });

  it("is an empty file that is not ours", async () => {
    const disk = await diskWith({ "a.ts": "1\n" });
    disk.place(`${folder}/b.ts`, "");
    expect(codes(await writeRun(disk, { "a.ts": "1\n", "b.ts": "1\n" }))).toEqual(["ECS5002"]);
    expect(disk.files(folder)["b.ts"]).toBe("");
  });

  it("is an edited file that is not generated any more", async () => {
    const disk = await diskWith({ "a.ts": "1\n", "b.ts": "1\n" });
    disk.write(`${folder}/b.ts`, "mine\n");
    expect(codes(await writeRun(disk, { "a.ts": "1\n" }))).toEqual(["ECS5001"]);
    expect(disk.files(folder)["b.ts"]).toBe("mine\n");
    expect((await writeRun(disk, { "a.ts": "1\n" }, { force: true })).removed).toEqual(["generated/b.ts"]);
  });

  it("is a file that is not ours", async () => {
    const disk = emptyDisk();
    disk.place(`${folder}/a.ts`, "mine\n");
    const result = await writeRun(disk, { "a.ts": "1\n", "b.ts": "1\n" });
    expect(codes(result)).toEqual(["ECS5002"]);
    expect(disk.files(folder)).toEqual({ "a.ts": "mine\n" });
    expect((await writeRun(disk, { "a.ts": "1\n" }, { force: true })).diagnostics).toEqual([]);
  });

  it("is a folder, a file or a link where something else must be, also with force", async () => {
    const hurdles: readonly ((disk: MemoryDisk) => void)[] = [
      (disk) => disk.place(`${folder}/a/b.ts/mine.ts`, "mine\n"),
      (disk) => disk.place(`${folder}/a`, "mine\n"),
      (disk) => disk.link(`${folder}/a/b.ts`, "../../mine.ts"),
      (disk) => disk.link(`${folder}/a`, "nowhere"),
      (disk) => disk.place(folder, "mine\n"),
    ];
    for (const hurdle of hurdles) {
      for (const force of [false, true]) {
        const disk = emptyDisk();
        disk.place(`${writeRoot}/mine.ts`, "mine\n");
        hurdle(disk);
        const files = disk.files(writeRoot);
        expect(codes(await writeRun(disk, { "a/b.ts": "1\n", "c.ts": "1\n" }, { force }))).toEqual(["ECS5003"]);
        expect(disk.files(writeRoot)).toEqual(files);
      }
    }
  });

  it("is a link that leads out of the project", async () => {
    for (const link of [folder, `${folder}/a`]) {
      for (const target of ["/elsewhere", "/p-beside"]) {
        const disk = emptyDisk();
        disk.makeFolder(target);
        disk.link(link, target);
        expect(codes(await writeRun(disk, { "a/b.ts": "1\n" }, { force: true }))).toEqual(["ECS5004"]);
        expect(disk.files(target)).toEqual({});
      }
    }
  });

  it("is a manifest that nobody can understand, or that names files elsewhere", async () => {
    for (const manifest of ["<<<<<<< HEAD\n", '{"files":[1]}', '{"files":{"../mine.ts":"00"}}', ""]) {
      const disk = await diskWith({ "a.ts": "1\n" });
      disk.place("/p/mine.ts", "mine\n");
      disk.write(`${folder}/manifest.json`, manifest);
      expect(codes(await writeRun(disk, { "a.ts": "2\n" }))).toEqual(["ECS5007"]);
      expect(disk.files(folder)["a.ts"]).toBe("1\n");
      expect((await writeRun(disk, { "a.ts": "2\n" }, { force: true })).diagnostics).toEqual([]);
      expect(disk.files("/p")).toMatchObject({ "mine.ts": "mine\n", "generated/a.ts": "2\n" });
    }
  });

  it("is a disk that refuses to be read or written", async () => {
    const old = { "a.ts": "1\n" };
    const unwritable = failingDisk(await diskWith(old), { refuseAt: 1 });
    const written = await writeRun(unwritable, { "a.ts": "2\n" });
    expect(written.diagnostics).toMatchObject([{ code: "ECS5005", why: ["The system says: permission denied."] }]);
    const disk = await diskWith(old);
    const unreadable = { ...failingDisk(disk, {}), read: () => expect.unreachable() };
    const refusing = {
      ...unreadable,
      read: (path: string): Buffer => {
        if (path.endsWith("a.ts")) throw Object.assign(new Error("no"), { code: "EACCES", syscall: "open", path });
        return disk.read(path);
      },
    };
    const read = await writeRun(refusing, { "a.ts": "2\n" });
    expect(read.diagnostics).toMatchObject([{ code: "ECS5006", place: { file: "generated/a.ts" } }]);
  });

  it("tells the first twenty stale files one by one, and the rest in one", async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`a${index}.ts`, "1\n"]));
    const result = await writeRun(await diskWith({ "b.ts": "1\n" }), { ...many, "b.ts": "1\n" }, { mode: "check" });
    expect(codes(result)).toHaveLength(21);
    expect(result.diagnostics.at(-1)?.message).toMatch(/^11 more files are stale/);
  });

  it("tells once that nothing is there yet", async () => {
    const result = await writeRun(emptyDisk(), { "a.ts": "1\n", "b.ts": "1\n" }, { mode: "check" });
    expect(result.diagnostics.map(({ message }) => message)).toEqual(["`generated` is not there yet"]);
  });

  it("forgets files of the manifest that are gone already", async () => {
    const disk = await diskWith({ "a.ts": "1\n", "b.ts": "1\n" });
    disk.remove(`${folder}/b.ts`);
    expect(await writeRun(disk, { "a.ts": "1\n" })).toMatchObject({ diagnostics: [], removed: [] });
    disk.remove(`${folder}/a.ts`);
    expect(await writeRun(disk, { "a.ts": "1\n" })).toMatchObject({ created: ["generated/a.ts"] });
  });
});

describe("another output folder of the project", () => {
  const texts = { "a.ts": "1\n" };

  it("is named by the run that makes a new one, and by no later one", async () => {
    const disk = await diskWith(texts);
    await writeRun(disk, texts, { output: "src/old" });
    const first = await writeRun(disk, texts, { output: "src/sdk" });
    expect(first.created).toEqual(["src/sdk/a.ts", "src/sdk/manifest.json"]);
    expect(first.diagnostics.map(({ place }) => place.file)).toEqual([
      "generated/manifest.json",
      "src/old/manifest.json",
    ]);
    expect(codes(first)).toEqual(["ECS5012", "ECS5012"]);
    const second = await writeRun(disk, { "a.ts": "2\n" }, { output: "src/sdk" });
    expect(codes(second)).toEqual([]);
  });

  it("is none where another project, a build, a package or somebody else made it", async () => {
    const disk = emptyDisk();
    for (const output of ["quiet/generated", "dist/generated", "node_modules/generated", ".cache/generated"]) {
      await writeRun(disk, texts, { output });
    }
    disk.place(`${writeRoot}/quiet/ecsgen.config.ts`, "");
    disk.place(`${writeRoot}/public/manifest.json`, '{ "name": "a web app" }');
    expect(codes(await writeRun(disk, texts))).toEqual([]);
  });
});
