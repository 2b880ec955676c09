import { caseFrameworks, discountVintages, vintageOn, type CaseContent, type CaseFramework, type CaseLine, type CaseOption } from '@throughline/engine/demand'
import { fiscalYearOf, type CivilDate, type FiscalCalendar } from '@throughline/engine/kernel'
import { newId } from '../../database/index.ts'
import type { GivenYears } from '../years/store.ts'

type Beginning = { readonly name: string; readonly currency: string; readonly framework: CaseFramework | undefined; readonly today: CivilDate; readonly calendar: FiscalCalendar; readonly years: GivenYears }

/**
 * What a first draft says: doing nothing, under the Green Book doing the minimum, and the initiative itself with the years that were given of
 * its cost and benefits. What lies before the fiscal year of the draft is sunk and is left out.
 */
export function firstDraft({ name, currency, framework = currency === 'GBP' ? 'green_book' : 'commercial', today, calendar, years }: Beginning): CaseContent {
  const year = fiscalYearOf(calendar, today)
  const vintage = vintageOn(today)
  const option = (kind: CaseOption['kind'], called: string, lines: readonly CaseLine[] = []): CaseOption => ({ id: newId(), kind, name: called, about: '', lines, estimate: 'base', bias: null, overrun: null, realised: null, risks: [], unmonetised: [] })
  return {
    stage: 'light', framework: caseFrameworks.find((one) => one === framework) ?? 'commercial', doubt: { ratePoints: 1, delayYears: 1 },
    basis: { rate: framework === 'green_book' ? { kind: 'schedule', vintage: vintage.status === 'ok' ? vintage.value.id : (discountVintages[0]?.id ?? ''), schedule: 'standard' } : { kind: 'flat', perYear: 0.08, basis: 'nominal' }, timing: 'end', prices: framework === 'green_book' ? 'real' : 'nominal', priceYear: year, presentYear: year, inflation: 0.02 },
    options: [option('do_nothing', 'Do nothing'), ...(framework === 'green_book' ? [option('do_minimum', 'Do minimum')] : []), option('do_something', name.slice(0, 120), [...lineFrom(years.cost, 'Cost of the initiative', 'capital_cost', year), ...lineFrom(years.benefits, 'Benefits of the initiative', 'non_cashable', year)])],
    preferred: { optionId: null, reason: '' }, scenarios: [], words: {}, givers: {},
  }
}

/** The years from one on as a line, with where they are from; of what is below 0, which is neither a cost nor a benefit, nothing is taken. */
function lineFrom(known: GivenYears['cost'], name: string, kind: CaseLine['kind'], from: number): readonly CaseLine[] {
  const own = known.filter(({ year, amount }) => year >= from && amount.minor > 0n)
  if (own.length === 0) return []
  return [{ id: newId(), name, kind, amounts: own.map(({ year, amount }) => ({ year, minor: Number(amount.minor) })), range: null, source: [...new Set(own.map(({ source }) => source))].slice(0, 2).join('; ').slice(0, 500), given: null }]
}
