import { known, ratio, undefinedBecause, type CivilDate, type Metric } from '../../kernel/index.ts'
import type { StrategyVersion, VersionChange } from '../../strategy/index.ts'
import type { RecalibrationInput } from './facts.ts'

/** Expected movement of what is selected over the movement required (F-ALN-5), before and after. */
export type CoverageChange = { readonly key: string; readonly statement: string; readonly before: Metric<number>; readonly after: Metric<number> }

/** What a change of strategy leaves behind beside the selection. */
export type Consequences = {
  readonly coverage: readonly CoverageChange[]
  /** Benefits that serve no objective any more: their relevance is lost, their value is not. */
  readonly benefitsWithoutObjective: readonly { readonly id: string; readonly name: string }[]
  /** Measures of retired objectives that no objective of the new version uses. */
  readonly orphanedMeasures: readonly { readonly identity: string; readonly name: string; readonly key: string }[]
  /** What serves an objective whose deadline moved and finishes after it. */
  readonly late: readonly { readonly initiativeId: string; readonly key: string; readonly finishOn: CivilDate; readonly deadline: CivilDate }[]
}

export function consequencesOf(input: RecalibrationInput, changes: readonly VersionChange[], running: ReadonlySet<string>, selected: ReadonlySet<string>): Consequences {
  const keys = new Set(input.after.objectives.map(({ key }) => key))
  const used = new Set(input.after.objectives.flatMap(({ measures }) => measures.map(({ identity }) => identity)))
  const moved = new Map(changes.flatMap((change) => (change.kind === 'deadline_moved' && change.to !== null ? [[change.key, change.to] as const] : [])))
  return {
    coverage: coverageOf(input, running, selected),
    benefitsWithoutObjective: input.benefits.filter((benefit) => benefit.keys.length > 0 && benefit.keys.every((key) => !keys.has(key))).map(({ id, name }) => ({ id, name })),
    orphanedMeasures: input.before.objectives.filter(({ key }) => !keys.has(key)).flatMap(({ key, measures }) => measures.filter(({ identity }) => !used.has(identity)).map(({ identity, name }) => ({ identity, name, key }))),
    late: input.initiatives.filter(({ id }) => selected.has(id)).flatMap(({ id, after, finishOn }) =>
      [...after].flatMap(([key, contribution]) => {
        const deadline = moved.get(key)
        return contribution > 0 && deadline !== undefined && finishOn !== null && finishOn > deadline ? [{ initiativeId: id, key, finishOn, deadline }] : []
      }),
    ),
  }
}

function coverageOf({ before, after, coverage }: RecalibrationInput, running: ReadonlySet<string>, selected: ReadonlySet<string>): readonly CoverageChange[] {
  const expected = Map.groupBy(coverage.expected, ({ key }) => key)
  const share = (key: string, chosen: ReadonlySet<string>): Metric<number> => {
    const required = coverage.required.get(key)
    if (required === undefined) return undefinedBecause('NO_TARGET')
    const movement = (expected.get(key) ?? []).reduce((sum, one) => sum + (chosen.has(one.initiativeId) ? one.movement * one.confidence : 0), 0)
    return required === 0 ? known(1) : ratio(movement, required)
  }
  const statements = new Map([...before.objectives, ...after.objectives].map((one): readonly [string, StrategyVersion['objectives'][number]] => [one.key, one]))
  return [...statements].map(([key, { statement }]) => ({ key, statement, before: share(key, running), after: share(key, selected) }))
}
