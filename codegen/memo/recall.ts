import type { Reporter } from "../diagnostics/diagnostic.js";
import { isAlike } from "./is-alike.js";

/** Questions that a computation asks of what is around it, by names. Asked twice in a round, they have the same answer. */
export type Questions<Q> = { readonly [Name in keyof Q]: (...names: string[]) => unknown };

/** What a computation is given beside its key. */
export interface Around<Q> {
  readonly questions: Q;
  readonly reporter: Reporter;
}

/**
 * Results of one step of the compiler, kept from round to round of a session by what they were made of: an immutable key,
 * a few values, and the answers to all questions that were asked. While these are what they were, so is the result, and
 * what was reported on the way is reported again. A result that is made anew and says the same is the same object, so that
 * nothing follows from a change that meant nothing. A computation must know nothing else.
 */
export class Recall<Key extends object, Result> {
  readonly #kept = new WeakMap<Key, Kept<Result>>();

  /** The result of `compute`, or the same that it would give, from before. */
  of<Q extends Questions<Q>>(
    key: Key,
    values: readonly unknown[],
    { questions, reporter }: Around<Q>,
    compute: (questions: Q, reporter: Reporter) => Result,
  ): Result {
    const known = this.#kept.get(key);
    if (known !== undefined && isAlike(known.values, values) && isAnsweredAlike(known.asked, questions)) {
      for (const report of known.reports) reporter.report(...report);
      return known.result;
    }
    const asked = new Map<string, Asked>();
    const reports: Report[] = [];
    const listening: Reporter = {
      report: (...report) => {
        reports.push(report);
        reporter.report(...report);
      },
    };
    const made = compute(listeningTo(questions, asked), listening);
    const result = known !== undefined && isAlike(known.result, made) ? known.result : made;
    this.#kept.set(key, { values, asked: [...asked.values()], reports, result });
    return result;
  }
}

/** Around a computation that asks and reports nothing. */
export const alone: Around<Record<never, never>> = { questions: {}, reporter: { report: () => undefined } };

/** The result of a step, recalled if there is somewhere to recall it from. */
export function recalled<Key extends object, Q extends Questions<Q>, Result>(
  recall: Recall<Key, Result> | undefined,
  key: Key,
  values: readonly unknown[],
  around: Around<Q>,
  compute: (questions: Q, reporter: Reporter) => Result,
): Result {
  return recall === undefined ? compute(around.questions, around.reporter) : recall.of(key, values, around, compute);
}

/** The only result of a step in a round, by all values that it is made of. */
export function recalledOne<Result>(
  recall: Recall<object, Result> | undefined,
  values: readonly unknown[],
  compute: (reporter: Reporter) => Result,
  reporter: Reporter = alone.reporter,
): Result {
  if (recall === undefined) return compute(reporter);
  return recall.of(recall, values, { questions: {}, reporter }, (_, listening) => compute(listening));
}

type Report = Parameters<Reporter["report"]>;

interface Asked {
  readonly question: string;
  readonly names: string[];
  readonly answer: unknown;
}

interface Kept<Result> {
  readonly values: readonly unknown[];
  readonly asked: readonly Asked[];
  readonly reports: readonly Report[];
  readonly result: Result;
}

function isAnsweredAlike<Q extends Questions<Q>>(asked: readonly Asked[], questions: Q): boolean {
  for (const { question, names, answer } of asked) {
    const ask: Question | undefined = Reflect.get(questions, question);
    if (ask === undefined || !isAlike(ask(...names), answer)) return false;
  }
  return true;
}

type Question = (...names: string[]) => unknown;

/** The same questions, with their answers noted. */
function listeningTo<Q extends Questions<Q>>(questions: Q, asked: Map<string, Asked>): Q {
  const listening = Object.entries<Question>(questions).map(([question, ask]): [string, Question] => [
    question,
    (...names) => {
      const key = [question, ...names].join("\n");
      const known = asked.get(key);
      if (known !== undefined) return known.answer;
      const answer = ask(...names);
      asked.set(key, { question, names, answer });
      return answer;
    },
  ]);
  // Each name has a question that answers as the one of that name does, so this is a `Q`.
  return Object.fromEntries(listening) as Q;
}
