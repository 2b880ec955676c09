import type { CivilDate } from '../../kernel/index.ts'
import { alignmentUnits, type AlignmentChange } from '../../strategy/index.ts'
import type { ToGo } from './facts.ts'
import { moneyToGo } from './worth.ts'

export const actionKinds = ['stop', 'pause', 'start', 'reshape', 'accelerate', 'continue'] as const
export type ActionKind = (typeof actionKinds)[number]

/** A proposal for one initiative; nothing happens until who may decide has decided. */
export type Action = {
  readonly initiativeId: string
  readonly name: string
  readonly kind: ActionKind
  readonly because: string
  readonly alignment: AlignmentChange
  /** Alignment as it was approved, in units of 10^-11; null where it never was. */
  readonly asApproved: number | null
  /** What having it is still worth in money, exit cost spared or switching cost paid; minor units, null where its benefits are not known. */
  readonly moneyToGo: number | null
  readonly costToGo: number
  readonly exitCost: number
  readonly switchingCost: number
  readonly affected: readonly string[]
  readonly decides: string
  readonly decideBy: CivilDate | null
}

/** A change of alignment from which on a running initiative is accelerated or reshaped, in units of 10^-11. */
export const noticeable = (5 * alignmentUnits) / 100

/** The proposals, stops first; within a kind the greater change of alignment first. What neither runs nor is selected has none. */
export function actionsOf(initiatives: readonly ToGo[], selected: ReadonlySet<string>, changes: ReadonlyMap<string, AlignmentChange>, retired: ReadonlySet<string>): readonly Action[] {
  const actions = initiatives.flatMap((one): readonly Action[] => {
    const alignment = changes.get(one.id)
    const proposal = alignment === undefined ? null : proposalFor(one, selected.has(one.id), alignment, retired)
    if (alignment === undefined || proposal === null) return []
    const { id, name, asApproved, costToGo, exitCost, switchingCost, affected, decides, decideBy } = one
    return [{ initiativeId: id, name, ...proposal, alignment, asApproved, moneyToGo: moneyToGo(one), costToGo, exitCost, switchingCost, affected, decides, decideBy }]
  })
  return actions.sort((a, b) => actionKinds.indexOf(a.kind) - actionKinds.indexOf(b.kind) || Math.abs(b.alignment.delta) - Math.abs(a.alignment.delta) || (a.initiativeId < b.initiativeId ? -1 : 1))
}

type Proposal = { readonly kind: ActionKind; readonly because: string }

function proposalFor(one: ToGo, selected: boolean, { delta, after }: AlignmentChange, retired: ReadonlySet<string>): Proposal | null {
  if (one.standing !== 'running') return selected ? { kind: 'start', because: one.standing === 'paused' ? 'It was paused and is worth its place again.' : 'It is worth its place now.' } : null
  if (!selected) {
    const money = moneyToGo(one)
    if (money === null) return { kind: 'pause', because: 'Others serve the strategy more; what going on would still bring is not known.' }
    return money < 0
      ? { kind: 'stop', because: 'It has no place any more, and going on costs more than it still brings, exit cost included.' }
      : { kind: 'pause', because: 'Others are worth its place more, although going on would still pay by itself.' }
  }
  const left = [...one.before].filter(([key, contribution]) => contribution > 0 && retired.has(key)).length
  if (left > 0) return { kind: 'reshape', because: left === 1 ? 'An objective that it serves is retired.' : `${left} objectives that it serves are retired.` }
  // What works against the strategy is not hurried because it does so less.
  if (delta >= noticeable && after > 0) return { kind: 'accelerate', because: 'It serves the new strategy noticeably more.' }
  if (delta <= -noticeable) return { kind: 'reshape', because: 'It serves the new strategy noticeably less.' }
  return { kind: 'continue', because: one.mandatory ? 'It is mandatory.' : 'It keeps its place.' }
}
