import { known, mapMetric, missing, numberFigure, textFigure, type Explained } from '../../kernel/index.ts'
import type { SmartVerdict } from '../../strategy/index.ts'

/** An objective of a PMO: the five verdicts on it, whether its line ends at an objective of the organisation, and its measures, each with whether a figure was ever recorded of it. */
export type PmoObjectiveFacts = { readonly id: string; readonly statement: string; readonly smart: readonly SmartVerdict[]; readonly linked: boolean; readonly measures: readonly { readonly name: string; readonly recorded: boolean }[] }
/** A strategy as it can be told to be that of a PMO: by its own name, or by that or the code of its unit. */
export type NamedStrategy = { readonly id: string; readonly name: string; readonly unitName: string | null; readonly unitCode: string | null }

/** Strategies of a PMO: those that are called exactly as it is, or whose unit is, by name or code; case and blanks around do not count. */
export const strategiesOf = (pmo: string, strategies: readonly NamedStrategy[]): readonly string[] =>
  strategies.filter(({ name, unitName, unitCode }) => [name, unitName, unitCode].some((one) => one !== null && plain(one) === plain(pmo))).map(({ id }) => id)
const plain = (name: string): string => name.trim().toLowerCase()

/** What is missing of an objective, each in a sentence for whoever mends it; nothing where it is sound. */
export function missingOf({ smart, linked, measures }: PmoObjectiveFacts): readonly string[] {
  const relevant = smart.some(({ letter, passed }) => letter === 'relevant' && passed)
  return [
    ...smart.flatMap(({ reasons }) => reasons),
    // Where it serves nothing at all, the verdict has said so.
    ...(relevant && !linked ? ['What it serves ends below the organisation’s objectives.'] : []),
    ...measures.flatMap(({ name, recorded }) => (recorded ? [] : [`No figure of “${name}” was recorded yet.`])),
  ]
}

/** Which share of a PMO’s objectives is sound (pmo-objectives): specific, measurable, attainable, relevant and timed, linked to the organisation’s strategy, and measured. Undefined where there is none. */
export function soundness(name: string, objectives: readonly PmoObjectiveFacts[]): Explained<number> {
  const lacks = objectives.map((one) => missingOf(one))
  const metric = objectives.length === 0 ? missing('objectives') : known(lacks.filter((one) => one.length === 0).length / objectives.length)
  return {
    metric,
    why: {
      term: `Sound objectives of ${name}`, figure: mapMetric(metric, (share) => numberFigure(share, 'ratio')), formula: 'pmo-objectives', note: 'An objective counts where nothing is missing',
      terms: objectives.map(({ statement }, at) => ({ term: statement, figure: known(textFigure(lacks[at]?.length === 0 ? 'sound' : (lacks[at] ?? []).join(' '))) })),
    },
  }
}
