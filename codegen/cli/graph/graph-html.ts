import { accessWords, type GraphCore, type GraphRun, type ProjectGraph } from "./project-graph.js";

/** A project's graph as a page that needs nothing else: no network, no fonts, and scripts only to point things out. */
export function graphHtml(graph: ProjectGraph): string {
  const phases = [...new Set(graph.schedule.map(({ phase }) => phase))];
  const cores =
    graph.cores.length === 0 ? [] : ["<h2>Cores</h2>", ...graph.cores.map(coreSection), "<h2>What runs in a step</h2>"];
  const body = [
    ...cores,
    ...(phases.length === 0 ? [`<p class="quiet">Nothing is scheduled.</p>`] : [legend]),
    ...phases.map((phase) => phaseSection(phase, graph.schedule)),
  ];
  return page(graph.cores.length === 0 ? "What runs in a step" : "How the project hangs together", body.join("\n"));
}

function coreSection({ name, features }: GraphCore): string {
  const rows = features.map(
    ({ name: feature, implies, providedBy }) =>
      `<tr><td>${escaped(feature)}</td><td>${escaped(providedBy?.module ?? "")}</td><td>${implies.map(escaped).join(", ")}</td></tr>`,
  );
  return `<section><h3>${escaped(name)}</h3>
<table><thead><tr><th>feature</th><th>provided by</th><th>implies</th></tr></thead><tbody>${rows.join("")}</tbody></table></section>`;
}

const legend = `<p class="quiet">Phases from top to bottom, stages from left to right: what stands in one column could run at the same time.
A dashed line is a sync point. Point at a function to see what it waits for and what waits for it.</p>
<p><input id="find" type="search" placeholder="find what touches …" aria-label="find what touches"></p>`;

function phaseSection(phase: string, schedule: readonly GraphRun[]): string {
  const runs = schedule.flatMap((run, place) => (run.phase === phase ? [{ run, place }] : []));
  const stages = [...new Set(runs.map(({ run }) => run.stage))].sort((a, b) => a - b);
  const columns = stages.map((stage) => {
    const members = runs.filter(({ run }) => run.stage === stage);
    const reasons = members.flatMap(({ run }) => run.sync ?? []);
    const sync =
      reasons.length === 0 ? "" : `<div class="sync" title="sync point: ${escaped(reasons.join("; "))}"></div>`;
    return `${sync}<div class="stage">${members.map(({ run, place }) => card(run, place)).join("")}</div>`;
  });
  return `<section><h3>${escaped(phase)}</h3><div class="stages">${columns.join("")}</div></section>`;
}

function card(run: GraphRun, place: number): string {
  const dot = run.run.lastIndexOf(".") + 1;
  const touches = accessWords(run.access).map((words) => {
    const space = words.indexOf(" ");
    const [verb, names] = space < 0 ? [words, ""] : [words.slice(0, space), words.slice(space)];
    return `<li class="${verb}"><b>${escaped(verb)}</b>${escaped(names)}</li>`;
  });
  const filter = run.filter === "" ? "" : `<p class="quiet">${escaped(run.filter)}</p>`;
  return `<article id="r${place}" tabindex="0" data-after="${run.waitsFor.join(" ")}">
<h4><small>${escaped(run.run.slice(0, dot))}</small>${escaped(run.run.slice(dot))}</h4>${filter}
<ul>${touches.join("")}</ul><p class="why">${place + 1}. ${escaped(run.reason)}</p></article>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll("`", "");
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
${style}
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
<script>
${script}
</script>
</body>
</html>
`;
}

const style = `:root { color-scheme: light dark; --ink: #1d2433; --quiet: #66708a; --paper: #f6f7fa; --card: #fff; --edge: #dde1ea;
  --read: #2f7d5b; --write: #b4531f; --change: #7a3fb0; --event: #1f6fb2; --mark: #ffb020; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9f2; --quiet: #98a2b8; --paper: #12151d; --card: #1b202c; --edge: #2d3444;
    --read: #6fcf9f; --write: #f2a069; --change: #c39bf0; --event: #7fbdf2; --mark: #ffc857; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.45 system-ui, sans-serif; }
main { max-width: 100rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
h1 { font-size: 1.7rem; font-weight: 650; letter-spacing: -0.01em; margin: 0 0 1rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 0.5rem; }
h3 { font-size: 0.95rem; margin: 1.6rem 0 0.6rem; color: var(--quiet); }
h4 { font-size: 0.98rem; margin: 0; overflow-wrap: anywhere; }
h4 small { display: block; font-weight: 400; color: var(--quiet); }
.quiet, .why { color: var(--quiet); font-size: 0.85rem; margin: 0.25rem 0; max-width: 60rem; }
.why { border-top: 1px solid var(--edge); margin: 0.6rem 0 0; padding-top: 0.4rem; }
table { border-collapse: collapse; } th, td { text-align: left; padding: 0.2rem 1.2rem 0.2rem 0; }
th { color: var(--quiet); font-weight: 500; }
input { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--edge); border-radius: 0.5rem; padding: 0.4rem 0.7rem; min-width: 18rem; }
.stages { display: flex; gap: 0.8rem; overflow-x: auto; padding: 0.2rem 0.2rem 0.8rem; }
.stage { display: flex; flex-direction: column; gap: 0.6rem; flex: 0 0 17rem; }
.sync { flex: 0 0 0; border-left: 2px dashed var(--change); align-self: stretch; }
article { background: var(--card); border: 1px solid var(--edge); border-radius: 0.7rem; padding: 0.7rem 0.8rem; outline: none; transition: opacity 0.12s, box-shadow 0.12s; }
article ul { list-style: none; margin: 0.4rem 0 0; padding: 0; font-size: 0.85rem; overflow-wrap: anywhere; }
li b { font-weight: 600; } .reads b { color: var(--read); } .writes b { color: var(--write); }
.adds b, .spawns b, .despawns b, .may b { color: var(--change); } .hears b, .emits b { color: var(--event); }
article.near { box-shadow: 0 0 0 2px var(--event); } article.on { box-shadow: 0 0 0 2px var(--mark); }
.pointing article:not(.on, .near), .finding article:not(.found) { opacity: 0.35; }`;

const script = `const cards = [...document.querySelectorAll("article")];
const before = (card) => card.dataset.after.split(" ").filter(Boolean).map((place) => document.getElementById("r" + place));
const point = (card) => {
  document.body.classList.toggle("pointing", card !== undefined);
  for (const other of cards) {
    const near = card !== undefined && (before(card).includes(other) || before(other).includes(card));
    other.classList.toggle("near", near);
    other.classList.toggle("on", other === card);
  }
};
for (const card of cards) {
  for (const start of ["mouseenter", "focus"]) card.addEventListener(start, () => point(card));
  for (const end of ["mouseleave", "blur"]) card.addEventListener(end, () => point(undefined));
}
document.getElementById("find")?.addEventListener("input", ({ target }) => {
  const text = target.value.trim().toLowerCase();
  document.body.classList.toggle("finding", text !== "");
  for (const card of cards) card.classList.toggle("found", card.textContent.toLowerCase().includes(text));
});`;
