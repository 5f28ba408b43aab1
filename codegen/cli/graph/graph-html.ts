import { accessParts, type GraphCore, type GraphRun, type ProjectGraph } from "./project-graph.js";

/** A project's graph as a page that needs nothing else: no network, no fonts, and scripts only to point things out. */
export function graphHtml(graph: ProjectGraph): string {
  const phases = [...new Set(graph.schedule.map(({ phase }) => phase))];
  const cores =
    graph.cores.length === 0 ? [] : ["<h2>Cores</h2>", ...graph.cores.map(coreSection), "<h2>What runs in a step</h2>"];
  const body = [
    ...cores,
    ...(phases.length === 0
      ? [`<p class="quiet">Nothing is scheduled.</p>`]
      : [legend, toolbar(phases, graph.schedule)]),
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

const legend = `<p class="quiet">From top to bottom: phases, and in them stages. What stands in one stage could run at the same time.
Point at a function to see what it waits for and what waits for it.</p>`;

/** What there is, where it is, and a way to find more. */
function toolbar(phases: readonly string[], schedule: readonly GraphRun[]): string {
  const links = phases.map((phase) => `<a href="#${escaped(phase)}">${escaped(phase)}</a>`);
  const syncs = schedule.filter(({ sync }) => sync !== undefined).length;
  const counts = [counted(schedule.length, "line"), counted(syncs, "sync point")].join(", ");
  return `<div class="bar"><input id="find" type="search" placeholder="find what touches …" aria-label="find what touches">
<output for="find">${counts}</output><nav>${links.length > 1 ? links.join("") : ""}</nav></div>`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function phaseSection(phase: string, schedule: readonly GraphRun[]): string {
  const runs = schedule.flatMap((run, place) => (run.phase === phase ? [{ run, place }] : []));
  const stages = [...new Set(runs.map(({ run }) => run.stage))].sort((a, b) => a - b);
  const rows = stages.map((stage, index) => {
    const members = runs.filter(({ run }) => run.stage === stage);
    const reasons = members.flatMap(({ run }) => run.sync ?? []);
    const sync = reasons.length === 0 ? "" : `<p class="sync">sync point: ${escaped(reasons.join("; "))}</p>`;
    const cards = members.map(({ run, place }) => card(run, place)).join("");
    return `${sync}<div class="stage"><b title="stage ${index + 1}">${index + 1}</b><div>${cards}</div></div>`;
  });
  return `<section><h3 id="${escaped(phase)}">${escaped(phase)}</h3>${rows.join("")}</section>`;
}

function card(run: GraphRun, place: number): string {
  const dot = run.run.lastIndexOf(".") + 1;
  const touches = accessParts(run.access).map(
    ({ verb, names }) =>
      `<li class="${verb.split(" ", 1).join("")}"><b>${verb}</b> ${names.map(nameText).join(", ")}</li>`,
  );
  const filter = run.filter === "" ? "" : `<p class="quiet">${escaped(run.filter)}</p>`;
  return `<article id="r${place}" tabindex="0" data-after="${run.waitsFor.join(" ")}">
<h4><small>${escaped(run.run.slice(0, dot))}</small>${escaped(run.run.slice(dot))}<span>${place + 1}</span></h4>${filter}
<ul>${touches.join("")}</ul><p class="why">${escaped(run.reason)}</p></article>`;
}

/** `motion.Position.{x, y}`, with less of the core. */
function nameText(name: string): string {
  const dot = name.indexOf(".") + 1;
  return `<i>${escaped(name.slice(0, dot))}</i>${escaped(name.slice(dot))}`;
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
h4 small { display: block; font-weight: 400; color: var(--quiet); } h4 { position: relative; padding-right: 2rem; }
h4 span { position: absolute; top: 0; right: 0; font-weight: 400; font-size: 0.8rem; color: var(--quiet); } li i { font-style: normal; color: var(--quiet); }
.quiet, .why { color: var(--quiet); font-size: 0.85rem; margin: 0.25rem 0; max-width: 60rem; }
.why { border-top: 1px solid var(--edge); margin: 0.6rem 0 0; padding-top: 0.4rem; }
table { border-collapse: collapse; } th, td { text-align: left; padding: 0.2rem 1.2rem 0.2rem 0; }
th { color: var(--quiet); font-weight: 500; }
.bar { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 1.2rem; padding: 0.6rem 0; background: var(--paper); color: var(--quiet); font-size: 0.85rem; }
.bar nav { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; } .bar a { color: var(--event); text-decoration: none; } .bar a:hover { text-decoration: underline; }
input { font: inherit; font-size: 0.95rem; color: var(--ink); background: var(--card); border: 1px solid var(--edge); border-radius: 0.5rem; padding: 0.4rem 0.7rem; width: 18rem; max-width: 100%; box-sizing: border-box; }
h3[id] { scroll-margin-top: 4rem; }
.stage { display: grid; grid-template-columns: 1.6rem 1fr; padding-bottom: 0.7rem; }
.stage > b { color: var(--quiet); font-weight: 500; font-size: 0.8rem; padding-top: 0.75rem; border-left: 2px solid var(--edge); padding-left: 0.45rem; margin-bottom: -0.7rem; }
.stage > div { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); gap: 0.7rem; align-items: start; padding-left: 0.4rem; }
@media (min-width: 50rem) { article:only-child { grid-column: span 2; } }
.sync { margin: 0 0 0.7rem; padding: 0.25rem 0 0 2rem; border-top: 2px dashed var(--change); color: var(--change); font-size: 0.85rem; }
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
const told = document.querySelector("output");
const all = told?.textContent;
document.getElementById("find")?.addEventListener("input", ({ target }) => {
  const text = target.value.trim().toLowerCase();
  document.body.classList.toggle("finding", text !== "");
  for (const card of cards) card.classList.toggle("found", card.textContent.toLowerCase().includes(text));
  const found = cards.filter((card) => card.classList.contains("found"));
  told.textContent = text === "" ? all : found.length + " of " + cards.length;
  if (text !== "") found[0]?.scrollIntoView({ block: "center" });
});`;
