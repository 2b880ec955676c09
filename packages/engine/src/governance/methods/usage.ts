import { periodAt, periodLabel } from '../../capacity/index.ts'
import { addDays, contains, dateFigure, daysBetween, known, numberFigure, type CivilDate, type Explained, type FiscalCalendar, type Period } from '../../kernel/index.ts'

/** What whoever used an item says in the end: whether it was good for what it was taken for. */
export const useVerdicts = ['helped', 'helped_partly', 'did_not_help'] as const
export type UseVerdict = (typeof useVerdicts)[number]

/** An initiative used an item from a day on, until `endedOn` where that is over. */
export type MethodUseFacts = { readonly itemId: string; readonly initiativeId: string; readonly begunOn: CivilDate; readonly endedOn: CivilDate | null; readonly verdict: UseVerdict | null }
/** How much an item is used: how often it was begun, by how many initiatives, how many use it still, when it was used last, and what it was good for. */
export type MethodUsage = { readonly uses: Explained<number>; readonly initiatives: number; readonly running: number; /** The day itself where a use runs still. */ readonly lastOn: CivilDate | null; readonly verdicts: readonly { readonly verdict: UseVerdict; readonly count: number }[] }
export type QuarterUse = { readonly label: string; readonly period: Period; readonly begun: number; readonly initiatives: number }
/** A published item, from which day it is offered. */
export type OfferedItem = { readonly id: string; readonly publishedOn: CivilDate }

/** Quarters that one answer shows. */
const mostQuarters = 8

/** How much one item is used by a day (method-usage). */
export function usageOf(uses: readonly MethodUseFacts[], today: CivilDate): MethodUsage {
  const initiatives = new Set(uses.map(({ initiativeId }) => initiativeId)).size
  const running = uses.filter(({ endedOn }) => endedOn === null).length
  const lastOn = uses.reduce<CivilDate | null>((last, { endedOn }) => later(last, endedOn ?? today), null)
  return {
    initiatives, running, lastOn, verdicts: useVerdicts.map((verdict) => ({ verdict, count: uses.filter((one) => one.verdict === verdict).length })),
    uses: {
      metric: known(uses.length),
      why: {
        term: 'Uses', figure: known(numberFigure(uses.length)), formula: 'method-usage', note: 'Each time that an initiative began to use it; initiatives that were removed are not counted',
        terms: [{ term: 'Initiatives', figure: known(numberFigure(initiatives)) }, { term: 'Running now', figure: known(numberFigure(running)) }, ...(lastOn === null ? [] : [{ term: 'Used last', figure: known(dateFigure(lastOn)) }])],
      },
    },
  }
}

const later = (one: CivilDate | null, other: CivilDate): CivilDate => (one === null || other > one ? other : one)

/** Uses that were begun in the last eight quarters of the fiscal calendar, that of the day among them, the oldest first. */
export function usesByQuarter(uses: readonly MethodUseFacts[], calendar: FiscalCalendar, today: CivilDate): readonly QuarterUse[] {
  const quarters: Period[] = []
  for (let at = periodAt(calendar, 'quarter', today); quarters.length < mostQuarters; at = periodAt(calendar, 'quarter', addDays(at.from, -1))) quarters.unshift(at)
  return quarters.map((period) => {
    const begun = uses.filter(({ begunOn }) => contains(period, begunOn))
    return { label: periodLabel(calendar, 'quarter', period), period, begun: begun.length, initiatives: new Set(begun.map(({ initiativeId }) => initiativeId)).size }
  })
}

/** Items that have been offered for so many days or more and that nobody ever used, those that wait longest first. */
export function unusedItems<Item extends OfferedItem>(items: readonly Item[], used: ReadonlySet<string>, { today, days }: { readonly today: CivilDate; readonly days: number }): readonly Item[] {
  return items.filter(({ id, publishedOn }) => !used.has(id) && daysBetween(publishedOn, today) >= days).sort((a, b) => (a.publishedOn < b.publishedOn ? -1 : a.publishedOn > b.publishedOn ? 1 : 0))
}
