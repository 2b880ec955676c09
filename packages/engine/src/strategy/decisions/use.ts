import { fiscalYear, fiscalYearLabel, fiscalYearOf, known, mapMetric, numberFigure, undefinedBecause, type CivilDate, type Explained, type FiscalCalendar, type Metric } from '../../kernel/index.ts'

/** Decisions of which a share is told. */
export const fewestDecisions = 5
/** The share of decisions that cite an objective below which a unit is offered coaching. */
export const leastCiting = 0.5

/** A decision with the units whose initiatives it moved (none: it is of the whole organisation) and the keys of the objectives that were a reason for it. */
export type DecisionFacts = { readonly on: CivilDate; readonly unitIds: readonly string[]; readonly keys: readonly string[] }

/** How many of some decisions cite an objective; the share is undefined of fewer than five. */
export type CitedShare = { readonly decisions: number; readonly citing: number; readonly share: Explained<number> }
export type ObjectiveUse = {
  readonly all: CitedShare
  /** Quarters of the fiscal year in which anything was decided, in order. */
  readonly periods: readonly ({ readonly label: string } & CitedShare)[]
  /** Null is the whole organisation. A decision counts in every unit whose initiatives it moved. `coaching` where the share is known and below half. */
  readonly units: readonly ({ readonly unitId: string | null; readonly coaching: boolean } & CitedShare)[]
  /** How many decisions cite each objective, by key, the most first. */
  readonly objectives: readonly { readonly key: string; readonly decisions: number }[]
}

/** How often objectives are a reason of decisions (objective-use): a count audit of what was said of decisions on record. */
export function objectiveUse(decisions: readonly DecisionFacts[], calendar: FiscalCalendar): ObjectiveUse {
  const periods = [...Map.groupBy(decisions, ({ on }) => quarterOf(calendar, on))].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const units = [...Map.groupBy(decisions.flatMap((one) => (one.unitIds.length === 0 ? [null] : [...new Set(one.unitIds)]).map((unitId) => ({ unitId, one }))), ({ unitId }) => unitId)]
  const cited = Map.groupBy(decisions.flatMap(({ keys }) => [...new Set(keys)]), (key) => key)
  return {
    all: shareOf('Decisions that cite an objective', decisions),
    periods: periods.map(([quarter, own]) => ({ label: labelOf(calendar, quarter), ...shareOf(`Decisions of ${labelOf(calendar, quarter)} that cite an objective`, own) })),
    units: units.map(([unitId, own]) => {
      const share = shareOf('Decisions of the unit that cite an objective', own.map(({ one }) => one))
      return { unitId, coaching: share.share.metric.status === 'ok' && share.share.metric.value < leastCiting, ...share }
    }).toSorted((a, b) => b.decisions - a.decisions || ((a.unitId ?? '') < (b.unitId ?? '') ? -1 : 1)),
    objectives: [...cited].map(([key, all]) => ({ key, decisions: all.length })).toSorted((a, b) => b.decisions - a.decisions || (a.key < b.key ? -1 : 1)),
  }
}

function shareOf(term: string, decisions: readonly DecisionFacts[]): CitedShare {
  const citing = decisions.filter(({ keys }) => keys.length > 0).length
  const metric: Metric<number> = decisions.length < fewestDecisions ? undefinedBecause('INSUFFICIENT_POINTS') : known(citing / decisions.length)
  return {
    decisions: decisions.length, citing,
    share: { metric, why: { term, figure: mapMetric(metric, (share) => numberFigure(share, 'ratio')), formula: 'objective-use', note: `Told of ${fewestDecisions} decisions or more.`, terms: [{ term: 'Decisions that cite one', figure: known(numberFigure(citing)) }, { term: 'Decisions', figure: known(numberFigure(decisions.length)) }] } },
  }
}

/** Fiscal year and quarter as one number: four for each year. */
function quarterOf(calendar: FiscalCalendar, on: CivilDate): number {
  const year = fiscalYearOf(calendar, on)
  const { from } = fiscalYear(calendar, year)
  const [startYear, startMonth, startDay] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)), Number(from.slice(8))]
  const months = (Number(on.slice(0, 4)) - startYear) * 12 + Number(on.slice(5, 7)) - startMonth - (Number(on.slice(8)) < startDay ? 1 : 0)
  return year * 4 + Math.floor(months / 3)
}

const labelOf = (calendar: FiscalCalendar, quarter: number): string => `Q${(quarter % 4) + 1} ${fiscalYearLabel(calendar, Math.floor(quarter / 4))}`
