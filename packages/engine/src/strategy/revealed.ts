import { known, numberFigure, undefinedBecause, type Explained, type Metric } from '../kernel/index.ts'
import { countedOutlays, dividedOutlay } from './outlay-parts.ts'

/** What an initiative takes (money to go in minor units, or hours) and which objectives it serves. */
export type Outlay = {
  readonly initiativeId: string
  readonly unitId: string | null
  readonly amount: number
  /** Positive contributions count; the rest of the money serves nothing. */
  readonly contributions: readonly { readonly objectiveId: string; readonly contribution: number }[]
  readonly mandatory: boolean
  /** Its unit has leave to go its own way. */
  readonly waived: boolean
}

export type StatedObjective = { readonly id: string; readonly statement: string; readonly weight: number }
/** Which outlays a distance counts. */
export type Counting = { readonly mandatory: boolean; readonly waived: boolean }

/** Stated against revealed priorities by objective; `id` null is what serves no objective. Shares of 1. */
export type RevealedShare = { readonly id: string | null; readonly statement: string; readonly stated: number; readonly revealed: number; readonly amount: number }
export type Revealed = { readonly distance: Explained<number>; readonly shares: readonly RevealedShare[]; readonly amount: number }

/**
 * How far money goes from where priorities say (F-ALN-3): ½ Σ |stated − revealed|, 0 to 1. Money of an initiative is divided in
 * proportion to its positive contributions. Undefined where nothing is spent, or nothing weighs.
 */
export function revealedPriorities(objectives: readonly StatedObjective[], outlays: readonly Outlay[], counting: Counting): Revealed {
  const counted = countedOutlays(outlays, counting)
  const spent = new Map<string | null, number>()
  const ids = new Set(objectives.map(({ id }) => id))
  for (const outlay of counted) for (const { objectiveId, amount } of dividedOutlay(outlay, ids)) spent.set(objectiveId, (spent.get(objectiveId) ?? 0) + amount)
  const amount = counted.reduce((sum, each) => sum + each.amount, 0)
  const weight = objectives.reduce((sum, each) => sum + each.weight, 0)
  const share = (id: string | null): number => (amount === 0 ? 0 : (spent.get(id) ?? 0) / amount)
  const shares: RevealedShare[] = objectives.map(({ id, statement, weight: own }) => ({ id, statement, stated: weight === 0 ? 0 : own / weight, revealed: share(id), amount: spent.get(id) ?? 0 }))
  if (spent.has(null)) shares.push({ id: null, statement: 'Serves no objective', stated: 0, revealed: share(null), amount: spent.get(null) ?? 0 })
  shares.sort((a, b) => Math.abs(b.revealed - b.stated) - Math.abs(a.revealed - a.stated))
  const metric: Metric<number> = amount === 0 || weight === 0 ? undefinedBecause('DIV_BY_ZERO') : known(shares.reduce((sum, each) => sum + Math.abs(each.stated - each.revealed), 0) / 2)
  return { distance: { metric, why: explained(metric, shares, counting) }, shares, amount }
}

function explained(metric: Metric<number>, shares: readonly RevealedShare[], counting: Counting): Explained<number>['why'] {
  const left = [...(counting.mandatory ? [] : ['mandatory work']), ...(counting.waived ? [] : ['units with a waiver'])]
  return {
    term: 'Distance of money from priorities',
    figure: metric.status === 'ok' ? known(numberFigure(metric.value, 'ratio')) : metric,
    formula: 'stated-and-revealed',
    ...(left.length > 0 ? { note: `Without ${left.join(' and ')}` } : {}),
    terms: shares.map(({ statement, stated, revealed }) => ({
      term: statement,
      figure: known(numberFigure(Math.abs(stated - revealed) / 2, 'ratio')),
      terms: [{ term: 'Stated share', figure: known(numberFigure(stated, 'ratio')) }, { term: 'Revealed share', figure: known(numberFigure(revealed, 'ratio')) }],
    })),
  }
}

/** The distance of each unit, with the weights that hold there, the furthest first; units without outlays are left out. */
export function revealedByUnit(weightsOf: (unitId: string) => readonly StatedObjective[], outlays: readonly Outlay[], counting: Counting): readonly { readonly unitId: string; readonly revealed: Revealed }[] {
  const far = ({ revealed: { distance: { metric } } }: { readonly revealed: Revealed }): number => (metric.status === 'ok' ? metric.value : -1)
  const units = Map.groupBy(outlays.filter(({ unitId }) => unitId !== null), ({ unitId }) => unitId ?? '')
  return [...units]
    .map(([unitId, each]) => ({ unitId, revealed: revealedPriorities(weightsOf(unitId), each, counting) }))
    .sort((a, b) => far(b) - far(a) || (a.unitId < b.unitId ? -1 : 1))
}
