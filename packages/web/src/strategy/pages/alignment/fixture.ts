import type { Alignment, PriorityShare, UnitPriorities } from '@throughline/contract/strategy'
import type { ExplainedNumber } from '@throughline/contract/wire'

const number = (term: string, value: number): ExplainedNumber => ({ metric: { status: 'ok', value }, why: { term, figure: { status: 'ok', value: { kind: 'number', value, unit: 'ratio' } }, formula: 'stated-and-revealed' } })
const none = (term: string): ExplainedNumber => ({ metric: { status: 'undefined', reason: 'DIV_BY_ZERO' }, why: { term, figure: { status: 'undefined', reason: 'DIV_BY_ZERO' } } })
const share = (objectiveId: string | null, statement: string, stated: number, revealed: number): PriorityShare => ({ objectiveId, statement, perspective: objectiveId === null ? null : 'People we serve', stated, revealed, initiatives: 3, why: number(`Share of ${statement}`, revealed).why })
const unit = (unitId: string, name: string, distance: number, revealed: readonly [number, number, number, number], more: Partial<UnitPriorities> = {}): UnitPriorities => ({
  unitId, unit: name, ownWeights: false, strategy: null, waived: false, part: 0.4, initiatives: 5, distance: number('Distance of money from priorities', distance),
  shares: (['ob1', 'ob2', 'ob3', null] as const).map((objectiveId, at) => ({ objectiveId, stated: [0.5, 0.3, 0.2, 0][at] ?? 0, revealed: revealed[at] ?? 0 })), ...more,
})

/** Money over the whole life, with two units of which one has leave. */
export const fullAlignment: Alignment = {
  asOf: '2026-11-21', basis: 'money', counting: 'all', period: 'whole', bases: ['money', 'day'],
  periods: [{ period: 'whole', label: 'Whole life', distance: { status: 'ok', value: 0.23 } }, { period: 'to_come', label: 'From 2026-27 on', distance: { status: 'ok', value: 0.31 } }, { period: '2026', label: '2026-27', distance: { status: 'undefined', reason: 'DIV_BY_ZERO' } }],
  distances: [{ counting: 'all', distance: number('Distance of money from priorities', 0.23) }, { counting: 'without_mandatory', distance: number('Distance of money from priorities', 0.19) }, { counting: 'without_waived', distance: number('Distance of money from priorities', 0.2) }, { counting: 'without_both', distance: none('Distance of money from priorities') }],
  means: [{ counting: 'all', mean: number('Alignment of all', 0.41) }, { counting: 'without_mandatory', mean: number('Alignment without mandatory work', 0.44) }, { counting: 'without_waived', mean: number('Alignment without waived units', 0.4) }, { counting: 'without_both', mean: number('Alignment without both', 0.43) }],
  shares: [share('ob1', 'Gigabit everywhere', 0.5, 0.27), share('ob2', 'Clean rivers', 0.3, 0.43), share('ob3', 'Good employer', 0.2, 0.25), share(null, 'Serves no objective', 0, 0.05)],
  units: [unit('un1', 'Department of Rivers', 0.4, [0.1, 0.7, 0.2, 0]), unit('un2', 'Broadband Agency', 0.12, [0.6, 0.2, 0.18, 0.02], { waived: true, ownWeights: true })], unitsOmitted: 0,
  counted: { initiatives: 12, mandatory: { initiatives: 2, part: 0.12 }, waived: { initiatives: 3, part: 0.2 }, withoutAmount: 4 },
}
/** Objectives without anything that is spent. */
export const idleAlignment: Alignment = { ...fullAlignment, bases: [], periods: [], units: [], distances: fullAlignment.distances.map(({ counting }) => ({ counting, distance: none('Distance of money from priorities') })), shares: fullAlignment.shares.slice(0, 3).map((each) => ({ ...each, revealed: 0 })), counted: { initiatives: 0, mandatory: { initiatives: 0, part: 0 }, waived: { initiatives: 0, part: 0 }, withoutAmount: 12 } }
