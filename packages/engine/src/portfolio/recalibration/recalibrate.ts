import { ok, refuse, type Result } from '../../kernel/index.ts'
import { alignmentChange, exactAlignment, versionDifference, type AlignmentChange, type DifferenceRefusal, type VersionChange } from '../../strategy/index.ts'
import type { Effort } from '../effort.ts'
import type { SelectionRefusal } from '../input.ts'
import { selectFrom } from '../selection.ts'
import { actionsOf, type Action } from './actions.ts'
import { consequencesOf, type Consequences } from './consequences.ts'
import type { RecalibrationInput } from './facts.ts'
import { ranksOf, type RankChange } from './ranks.ts'
import { overdrawn, selectionOf, weightsOf, worthOf } from './worth.ts'

/** What a change of strategy means for a portfolio: a proposal, never an act. */
export type Recalibration = {
  readonly difference: readonly VersionChange[]
  readonly alignments: ReadonlyMap<string, AlignmentChange>
  readonly ranks: readonly RankChange[]
  readonly running: readonly string[]
  readonly selected: readonly string[]
  /** The last rank that is selected; null where nothing is. */
  readonly cut: number | null
  /** Worth of what runs and of what is selected under the new version, without any bonus. */
  readonly worthBefore: number
  readonly worthAfter: number
  readonly proved: boolean
  /** How far what is selected may be from the best, bonus included; 0 where proved, null where it is worth nothing. */
  readonly gap: number | null
  readonly actions: readonly Action[]
  readonly consequences: Consequences
  /** What hysteresis was in force: 0 with its reason in an emergency. */
  readonly hysteresis: { readonly amount: number; readonly bypassed: string | null }
}

export type RecalibrationRefusal = DifferenceRefusal | SelectionRefusal

/** From two versions and a portfolio to ranks, selection, actions and what follows; refused whole where a part is unsound. */
export function recalibrate(input: RecalibrationInput, effort: Effort = { explain: 'quick' }): Result<Recalibration, RecalibrationRefusal> {
  const difference = versionDifference(input.before, input.after, input.mappings)
  if (!difference.ok) return difference
  const conflict = overdrawn(input)
  if (conflict) return refuse({ code: 'constraints_conflict', conflict })
  const bonus = input.emergency === null ? input.hysteresis : 0
  const running = input.initiatives.filter(({ standing }) => standing === 'running').map(({ id }) => id)
  const selection = selectFrom(selectionOf(input, bonus), running, effort, {})
  if (!selection.ok) return selection
  const [was, is] = [weightsOf(input.before), weightsOf(input.after)]
  const alignments = new Map(input.initiatives.map((one) => [one.id, alignmentChange({ weights: was, contributions: one.before }, { weights: is, contributions: one.after })]))
  const selected = new Set(selection.value.chosen)
  // Mandatory work competes with nobody: it has no rank and takes none.
  const competing = input.initiatives.filter(({ mandatory }) => !mandatory).map(({ id }) => id)
  const ranks = ranksOf(competing.flatMap((id) => { const change = alignments.get(id); return change ? [{ id, before: change.before, after: change.after }] : [] }))
  const kept = new Set(input.after.objectives.map(({ key }) => key))
  const retired = new Set(input.before.objectives.map(({ key }) => key).filter((key) => !kept.has(key) && !input.mappings.some((mapping) => (mapping.kind === 'merged' && mapping.from.includes(key)) || (mapping.kind === 'split' && mapping.from === key))))
  return ok({
    difference: difference.value,
    alignments,
    ranks,
    running,
    selected: selection.value.chosen,
    cut: ranks.filter(({ id }) => selected.has(id)).at(-1)?.after ?? null,
    worthBefore: worthOfAll(input, new Set(running)),
    worthAfter: worthOfAll(input, selected),
    proved: selection.value.proved,
    gap: selection.value.gap,
    actions: actionsOf(input.initiatives, selected, alignments, retired),
    consequences: consequencesOf(input, difference.value, new Set(running), selected),
    hysteresis: { amount: bonus, bypassed: input.emergency },
  })
}

/** Worth of a set of initiatives under the new version. */
export function worthOfAll({ initiatives, after, worth }: RecalibrationInput, ids: ReadonlySet<string>): number {
  const weights = weightsOf(after)
  return initiatives.reduce((sum, one) => sum + (ids.has(one.id) ? worthOf(one, exactAlignment(weights, one.after), worth) : 0), 0)
}
