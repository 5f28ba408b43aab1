import type { Place } from "../../model/place.js";
import type { CodeEntry } from "../code-entry.js";
import type { Diagnostic } from "../diagnostic.js";
import { endOfPlace } from "./place-end.js";
import type { ShowPath, SourceTexts } from "./source-texts.js";

/** What a SARIF log says beside the findings. */
export interface SarifOptions {
  readonly showPath: ShowPath;
  readonly sources: SourceTexts;
  /** The catalogue, where the rules are explained. */
  readonly rules: Readonly<Record<string, CodeEntry>>;
  /** Version of ecsgen. */
  readonly version: string;
  /** Why there are no findings, when the run did not come to its end. */
  readonly failure?: { readonly exitCode: number; readonly message: string };
}

/** Findings as a SARIF 2.1.0 log, for code scanning. */
export function renderSarif(diagnostics: readonly Diagnostic[], options: SarifOptions): string {
  const codes = [...new Set<string>(diagnostics.map((diagnostic) => diagnostic.code))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "ecsgen",
            version: options.version,
            rules: codes.map((code) => rule(code, options.rules[code])),
          },
        },
        ...(options.failure === undefined ? {} : { invocations: [failedInvocation(options.failure)] }),
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((diagnostic) => result(diagnostic, codes.indexOf(diagnostic.code), options)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function failedInvocation({ exitCode, message }: NonNullable<SarifOptions["failure"]>): object {
  const notification = { level: "error", message: { text: message } };
  return { executionSuccessful: false, exitCode, toolExecutionNotifications: [notification] };
}

function rule(code: string, entry: CodeEntry | undefined): object {
  if (entry === undefined) return { id: code };
  return {
    id: code,
    shortDescription: { text: entry.title },
    fullDescription: { text: entry.explanation },
    help: { text: `${entry.explanation}\n\nWrong:\n\n${entry.wrong}\n\nRight:\n\n${entry.right}` },
    defaultConfiguration: { level: entry.severity },
  };
}

function result(diagnostic: Diagnostic, ruleIndex: number, options: SarifOptions): object {
  const help = diagnostic.help === undefined ? [] : [`help: ${diagnostic.help}`];
  return {
    ruleId: diagnostic.code,
    ruleIndex,
    level: diagnostic.severity,
    message: { text: [diagnostic.message, ...diagnostic.why, ...help].join("\n") },
    locations: [{ physicalLocation: physicalLocation(diagnostic.place, options) }],
    ...(diagnostic.related.length === 0
      ? {}
      : {
          relatedLocations: diagnostic.related.map(({ place, message }, id) => ({
            id,
            physicalLocation: physicalLocation(place, options),
            message: { text: message },
          })),
        }),
  };
}

function physicalLocation(place: Place, { showPath, sources }: SarifOptions): object {
  const { file, line, column } = place;
  const end = endOfPlace(place, sources(file));
  return {
    artifactLocation: { uri: showPath(file).split("/").map(encodeSegment).join("/"), uriBaseId: "%SRCROOT%" },
    region: {
      startLine: Math.max(1, line),
      startColumn: Math.max(1, column),
      // GitHub wants to be told the last line as well.
      endLine: end.line,
      endColumn: end.column,
    },
  };
}

/** A lone surrogate is legal in a file name on some systems and has no place in a URI. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, "\uFFFD"));
}
