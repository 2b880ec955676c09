import type { Alignment, AlignmentBasis, AlignmentCounting, PriorityShare, UnitPriorities } from '@throughline/contract/strategy'
import { toWire } from '@throughline/contract/wire'
import { unitCode } from '@throughline/engine/capacity'
import { known, missing, money, moneyFigure, numberFigure, type CivilDate, type Figure } from '@throughline/engine/kernel'
import { explainShare, portfolioAlignment, revealedPriorities, spendersOf, type AlignedInitiative, type Counting, type NamedOutlay, type Revealed, type StatedObjective } from '@throughline/engine/strategy'
import { basesIn, sliceOf, slicesIn, takenOf, type Sliced } from './slice.ts'
import type { Outlays } from './source.ts'
import { statedWeights, type OwnStrategy, type StatedWeights, type Statements } from './weights.ts'

/** Units that are told of one by one: those that take most. */
export const mostUnits = 120

const countings: Readonly<Record<AlignmentCounting, Counting>> = {
  all: { mandatory: true, waived: true }, without_mandatory: { mandatory: false, waived: true }, without_waived: { mandatory: true, waived: false }, without_both: { mandatory: false, waived: false },
}
const inOrder = Object.keys(countings) as AlignmentCounting[]

export type AlignmentQuestion = { readonly basis: AlignmentBasis; readonly counting: AlignmentCounting; readonly period: string; readonly today: CivilDate }

/** Stated priorities against where money or time goes, as it travels. */
export function presentAlignment(outlays: Outlays, statements: Statements, { basis, counting, period, today }: AlignmentQuestion): Alignment {
  const stated = statedWeights(statements, today)
  const slice = sliceOf(period, outlays.calendar, today)
  const { taken, withoutAmount } = namedOutlays(outlays, stated, basis, slice)
  const revealedOf = (counted: AlignmentCounting): Revealed => revealedPriorities(stated.top, taken, countings[counted])
  const means = portfolioAlignment(alignedOf(taken, stated))
  const whole = taken.reduce((sum, { amount }) => sum + amount, 0)
  const counted = taken.filter(({ mandatory, waived }) => (countings[counting].mandatory || !mandatory) && (countings[counting].waived || !waived))
  const apart = (some: readonly NamedOutlay[]) => ({ initiatives: some.length, part: whole === 0 ? 0 : some.reduce((sum, { amount }) => sum + amount, 0) / whole })
  const units = unitsOf(outlays, counted, stated, countings[counting])
  return {
    asOf: today, basis, counting, period, bases: [...basesIn(outlays)],
    periods: slicesIn(outlays, basis, today).map((each) => ({ period: each.period, label: each.label, distance: revealedPriorities(stated.top, namedOutlays(outlays, stated, basis, each).taken, countings[counting]).distance.metric })),
    distances: inOrder.map((each) => ({ counting: each, distance: explained(revealedOf(each).distance, basis) })),
    means: [['all', means.all], ['without_mandatory', means.withoutMandatory], ['without_waived', means.withoutWaived], ['without_both', means.withoutBoth]].map(([each, mean]) => ({ counting: each, mean: toWire(mean) }) as Alignment['means'][number]),
    shares: sharesOf(revealedOf(counting), stated.top, taken, countings[counting], { perspectiveOf: new Map(statements.objectives.map(({ id, perspectiveId }) => [id, statements.perspectives.get(perspectiveId) ?? ''])), figureOf: figureOf(basis, outlays.currency) }),
    units: units.slice(0, mostUnits), unitsOmitted: Math.max(0, units.length - mostUnits),
    counted: { initiatives: counted.length, mandatory: apart(taken.filter(({ mandatory }) => mandatory)), waived: apart(taken.filter(({ waived }) => waived)), withoutAmount },
  }
}

/** An amount as figures carry it; time is kept in hundredths. */
const figureOf = (basis: AlignmentBasis, currency: string) => (amount: number): Figure =>
  basis === 'money' ? moneyFigure(money(BigInt(Math.round(amount)), currency)) : numberFigure(amount / 100, unitCode(basis))

function explained(distance: Revealed['distance'], basis: AlignmentBasis) {
  return toWire(basis === 'money' ? distance : { ...distance, why: { ...distance.why, term: 'Distance of people’s time from priorities' } })
}

/** What each initiative takes in a period. Costs below zero are income or a slip, and no priority. */
function namedOutlays({ initiatives }: Outlays, stated: StatedWeights, basis: AlignmentBasis, slice: Sliced): { readonly taken: readonly NamedOutlay[]; readonly withoutAmount: number } {
  let withoutAmount = 0
  const taken: NamedOutlay[] = []
  for (const one of initiatives) {
    const known = takenOf(one, basis)
    const amount = known === null ? null : slice.amount(known)
    if (amount === null || amount < 0) withoutAmount += 1
    else if (amount > 0) taken.push({ initiativeId: one.id, name: one.name, unitId: one.unitId, amount, contributions: one.contributions, mandatory: one.mandatory, waived: one.unitId !== null && stated.waived.has(one.unitId) })
  }
  return { taken, withoutAmount }
}

function alignedOf(taken: readonly NamedOutlay[], { top }: StatedWeights): readonly AlignedInitiative[] {
  const total = top.reduce((sum, { weight }) => sum + weight, 0)
  const weights = new Map(top.map(({ id, weight }) => [id, weight]))
  return taken.map(({ name, amount, contributions, mandatory, waived }) => {
    const linked = contributions.filter(({ objectiveId }) => weights.has(objectiveId))
    const alignment = linked.length === 0 || total === 0 ? missing('contribution') : known(linked.reduce((sum, { objectiveId, contribution }) => sum + ((weights.get(objectiveId) ?? 0) / total) * contribution, 0))
    return { name, amount, alignment, mandatory, waived }
  })
}

function sharesOf({ shares, amount: whole }: Revealed, stated: readonly StatedObjective[], taken: readonly NamedOutlay[], counting: Counting, { perspectiveOf, figureOf: figure }: { readonly perspectiveOf: ReadonlyMap<string, string>; readonly figureOf: (amount: number) => Figure }): PriorityShare[] {
  const spenders = spendersOf(new Set(stated.map(({ id }) => id)), taken, counting)
  return shares.map((share) => {
    const own = spenders.get(share.id) ?? []
    return { objectiveId: share.id, statement: share.statement, perspective: share.id === null ? null : (perspectiveOf.get(share.id) ?? null), stated: share.stated, revealed: share.revealed, initiatives: own.length, why: toWire(explainShare(share, whole, own, figure)) }
  })
}

/** What an initiative serves in a unit with a strategy of its own: what was judged, and what it serves through the unit’s objectives where that was not judged. */
function throughUnit(one: NamedOutlay, { routed }: OwnStrategy): NamedOutlay {
  const judged = new Set(one.contributions.map(({ objectiveId }) => objectiveId))
  return { ...one, contributions: [...one.contributions, ...(routed.get(one.initiativeId) ?? []).filter(({ objectiveId }) => !judged.has(objectiveId))] }
}

/** Each unit by itself, the one that takes most first. */
function unitsOf({ units }: Outlays, counted: readonly NamedOutlay[], stated: StatedWeights, counting: Counting): UnitPriorities[] {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const whole = counted.reduce((sum, { amount }) => sum + amount, 0)
  const byUnit = Map.groupBy(counted.filter(({ unitId }) => unitId !== null), ({ unitId }) => unitId ?? '')
  return [...byUnit]
    .map(([unitId, own]): UnitPriorities => {
      const strategy = stated.strategies.get(unitId)
      const [weights, topIds] = [stated.own.get(unitId) ?? stated.top, new Set(stated.top.map(({ id }) => id))]
      const { distance, shares, amount } = revealedPriorities(weights, strategy ? own.map((one) => throughUnit(one, strategy)) : own, counting)
      return {
        unitId, unit: names.get(unitId) ?? '', ownWeights: stated.own.has(unitId), strategy: strategy ? { id: strategy.id, name: strategy.name } : null, waived: stated.waived.has(unitId), part: whole === 0 ? 0 : amount / whole, initiatives: own.length, distance: toWire(distance),
        shares: shares.map(({ id, statement, stated: weight, revealed }) => ({ objectiveId: id, ...(id !== null && !topIds.has(id) ? { statement } : {}), stated: weight, revealed })),
      }
    })
    .sort((a, b) => b.part - a.part || (a.unit < b.unit ? -1 : 1))
}
