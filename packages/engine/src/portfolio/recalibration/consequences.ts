import type { CivilDate, Explained } from '../../kernel/index.ts'
import type { StrategyVersion, VersionChange } from '../../strategy/index.ts'
import { coverageOf, coverageTold } from './coverage.ts'
import type { RecalibrationInput } from './facts.ts'

/** What is promised by what runs and by what is selected over the movement required, and by which measure that is told. */
export type CoverageChange = { readonly key: string; readonly statement: string; readonly measure: string | null; readonly before: Explained<number>; readonly after: Explained<number> }

/** What a change of strategy leaves behind beside the selection. */
export type Consequences = {
  readonly coverage: readonly CoverageChange[]
  /** Benefits that serve no objective any more: their relevance is lost, their value is not. */
  readonly benefitsWithoutObjective: readonly { readonly id: string; readonly name: string }[]
  /** Measures of retired objectives that no objective of the new version uses, of the organisation or of a unit. */
  readonly orphanedMeasures: readonly { readonly identity: string; readonly name: string; readonly key: string }[]
  /** What serves an objective whose deadline moved and finishes after it. */
  readonly late: readonly { readonly initiativeId: string; readonly key: string; readonly finishOn: CivilDate; readonly deadline: CivilDate }[]
}

export function consequencesOf(input: RecalibrationInput, changes: readonly VersionChange[], running: ReadonlySet<string>, selected: ReadonlySet<string>): Consequences {
  const keys = new Set(input.after.objectives.map(({ key }) => key))
  const moved = new Map(changes.flatMap((change) => (change.kind === 'deadline_moved' && change.to !== null ? [[change.key, change.to] as const] : [])))
  return {
    coverage: coverageChanges(input, running, selected),
    benefitsWithoutObjective: input.benefits.filter((benefit) => benefit.keys.length > 0 && benefit.keys.every((key) => !keys.has(key))).map(({ id, name }) => ({ id, name })),
    orphanedMeasures: orphansOf(input),
    late: input.initiatives.filter(({ id }) => selected.has(id)).flatMap(({ id, after, finishOn }) =>
      [...after].flatMap(([key, contribution]) => {
        const deadline = moved.get(key)
        return contribution > 0 && deadline !== undefined && finishOn !== null && finishOn > deadline ? [{ initiativeId: id, key, finishOn, deadline }] : []
      }),
    ),
  }
}

function orphansOf({ before, after }: RecalibrationInput): Consequences['orphanedMeasures'] {
  const measured = ({ objectives, below = [] }: StrategyVersion) => [...objectives, ...below]
  const keys = new Set(measured(after).map(({ key }) => key))
  const used = new Set(measured(after).flatMap(({ measures }) => measures.map(({ identity }) => identity)))
  return measured(before).filter(({ key }) => !keys.has(key)).flatMap(({ key, measures }) => measures.filter(({ identity }) => !used.has(identity)).map(({ identity, name }) => ({ identity, name, key })))
}

function coverageChanges({ before, after, coverage, initiatives }: RecalibrationInput, running: ReadonlySet<string>, selected: ReadonlySet<string>): readonly CoverageChange[] {
  const told = new Map(coverage.map((one) => [one.key, one]))
  const names = new Map(initiatives.map(({ id, name }) => [id, name]))
  const nameOf = (id: string): string => names.get(id) ?? 'An initiative that is left out'
  const statements = new Map([...before.objectives, ...after.objectives].map((one): readonly [string, StrategyVersion['objectives'][number]] => [one.key, one]))
  return [...statements].map(([key, { statement }]) => {
    const one = told.get(key) ?? coverageTold(key, [], [])
    return { key, statement, measure: one.measure, before: coverageOf(one, statement, running, nameOf), after: coverageOf(one, statement, selected, nameOf) }
  })
}
