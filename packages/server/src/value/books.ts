import { spreadBenefits, sourceOf, type InitiativeFacts, type PublicationFacts, type ReportFacts } from '@throughline/engine/demand'
import { addMoney, known, money, undefinedBecause, unitKey, type CivilDate, type FiscalCalendar, type Metric, type Money, type Source } from '@throughline/engine/kernel'
import type { StrategyFacts } from '@throughline/engine/strategy'
import type { BenefitFacts, BookFacts, YearAmount } from '@throughline/engine/value'
import type { EntryFacts } from './store.ts'

/** Everything the value books are made from. */
export type ValueSources = {
  readonly initiatives: readonly InitiativeFacts[]
  readonly reports: readonly ReportFacts[]
  readonly publications: readonly PublicationFacts[]
  readonly entries: readonly EntryFacts[]
  /** Initiatives kept in the value ledger, and what it says of them by fiscal year: neither publications nor recorded amounts speak of these. */
  readonly ledger: { readonly initiatives: ReadonlySet<string>; readonly amounts: readonly EntryFacts[] }
  readonly strategy: StrategyFacts
  readonly currency: string
  readonly calendar: FiscalCalendar
  readonly today: CivilDate
}

/** One book for each unit of account in use; the unit of the publications comes first. */
export function assembleBooks(sources: ValueSources): readonly BookFacts[] {
  const published = money(0n, sources.currency)
  const units = new Map([[unitKey(published), published]])
  for (const { amount } of entriesIn(sources)) units.set(unitKey(amount), { ...amount, minor: 0n })
  return [...units.values()].map((zero) => bookOf(zero, sources)).filter(({ initiatives }) => initiatives.length > 0)
}

/** Recorded amounts of initiatives outside the ledger, and what the ledger says of those in it. */
const entriesIn = ({ entries, ledger }: ValueSources): readonly EntryFacts[] => [...entries.filter(({ initiativeId }) => !ledger.initiatives.has(initiativeId)), ...ledger.amounts]

/** The earliest publication that gives benefits at all. */
export function firstWithBenefits({ publications, reports }: Pick<ValueSources, 'publications' | 'reports'>): PublicationFacts | undefined {
  const giving = new Set(reports.filter(({ benefits }) => benefits.metric.status === 'ok').map(({ publicationId }) => publicationId))
  return [...publications].sort((a, b) => (a.asOf < b.asOf ? -1 : 1)).find(({ id }) => giving.has(id))
}

function bookOf(zero: Money, sources: ValueSources): BookFacts {
  const asOf = sources.publications.map((publication) => publication.asOf).sort().at(-1) ?? sources.today
  const first = firstWithBenefits(sources)
  const reportsOf = Map.groupBy(sources.reports, ({ initiativeId }) => initiativeId)
  const entriesOf = Map.groupBy(entriesIn(sources).filter(({ amount }) => unitKey(amount) === unitKey(zero)), ({ initiativeId }) => initiativeId)
  const initiatives = sources.initiatives.flatMap((facts) => {
    const benefit = benefitOf(facts, { zero, sources, first, reports: sources.ledger.initiatives.has(facts.id) ? [] : (reportsOf.get(facts.id) ?? []), entries: entriesOf.get(facts.id) ?? [] })
    return benefit ? [benefit] : []
  })
  return { zero, asOf, calendar: sources.calendar, initiatives }
}

type Setting = { readonly zero: Money; readonly sources: ValueSources; readonly first: PublicationFacts | undefined; readonly reports: readonly ReportFacts[]; readonly entries: readonly EntryFacts[] }

/** One initiative in one book; undefined where it has nothing to do with the book. Entries of a kind stand before published figures. */
function benefitOf(facts: InitiativeFacts, { zero, sources, first, reports, entries }: Setting): BenefitFacts | undefined {
  const inUnit = (metric: Metric<Money>): Metric<Money> => (metric.status === 'ok' && unitKey(metric.value) !== unitKey(zero) ? undefinedBecause('MIXED_UNITS') : metric)
  const given = reports.filter(({ benefits }) => inUnit(benefits.metric).status === 'ok').sort((a, b) => (a.asOf < b.asOf ? -1 : 1))
  const entered = (kind: EntryFacts['kind']): readonly YearAmount[] => byYear(entries.filter((entry) => entry.kind === kind))
  const [promisedEntries, forecastEntries, realised] = [entered('promised'), entered('forecast'), entered('realised')]
  const inLedger = sources.ledger.initiatives.has(facts.id)
  if (inLedger && entries.length === 0) return undefined
  const standing = facts.current && !inLedger ? inUnit(facts.benefits) : undefinedBecause('NOT_PUBLISHED')
  const figure = totalOf(forecastEntries, zero) ?? (standing.status === 'ok' ? standing : undefined)
  const promised = totalOf(promisedEntries, zero) ?? given[0]?.benefits.metric ?? figure ?? standing
  const forecast = facts.current ? (figure ?? totalOf(promisedEntries, zero) ?? standing) : standing
  const last = forecast.status === 'ok' ? forecast : promised.status === 'ok' ? (given.at(-1)?.benefits.metric ?? promised) : promised
  if (entries.length === 0 && unitKey(zero) !== unitKey(money(0n, sources.currency))) return undefined
  if (promised.status !== 'ok' && realised.length === 0 && !facts.current) return undefined
  const recorded = forecastEntries.length > 0 ? forecastEntries : figure === undefined ? promisedEntries : []
  const firstReport = given[0]
  const promisedSource: Source | undefined = promisedEntries.length > 0 ? { kind: 'derived', rule: inLedger ? 'Promised in the value ledger' : 'Sum of recorded promises' } : firstReport ? { kind: 'published', publication: firstReport.publication, cell: firstReport.benefits.cell, asPublished: firstReport.benefits.asPublished } : undefined
  const forecastSource: Source | undefined = forecastEntries.length > 0 ? { kind: 'derived', rule: inLedger ? 'Realised and expected in the value ledger' : 'Sum of recorded forecasts' } : sourceOf(facts.sources.benefits).source
  return {
    id: facts.id, name: facts.name, unitId: facts.unitId, unitName: facts.unitName ?? '', serves: servesOf(facts.id, sources.strategy), current: facts.current,
    promisedAtFirst: promisedEntries.length > 0 || !firstReport || firstReport.publicationId === first?.id,
    promised, ...(promisedSource ? { promisedSource } : {}), last, forecast, ...(forecastSource ? { forecastSource } : {}),
    forecastByYear: forecast.status !== 'ok' ? [] : recorded.length > 0 ? recorded : spreadBenefits({ total: forecast.value, endOn: facts.endOn }, sources.calendar).lines,
    realised,
  }
}

const servesOf = (initiativeId: string, { contributions }: StrategyFacts): BenefitFacts['serves'] =>
  contributions.filter((link) => link.initiativeId === initiativeId && link.contribution > 0).map(({ objectiveId, contribution }) => ({ objectiveId, contribution }))

/** Net amounts by year; years whose entries were all reversed are gone. */
function byYear(entries: readonly EntryFacts[]): readonly YearAmount[] {
  const standing = entries.filter(({ reverses, reversedBy }) => reverses === null && reversedBy === null)
  const sums = new Map<number, Money>()
  for (const { year, amount } of standing) sums.set(year, sums.has(year) ? addMoney(sums.get(year) ?? amount, amount) : amount)
  return [...sums].map(([year, amount]) => ({ year, amount })).sort((a, b) => a.year - b.year)
}

const totalOf = (years: readonly YearAmount[], zero: Money): Metric<Money> | undefined => (years.length === 0 ? undefined : known(years.reduce((sum, { amount }) => addMoney(sum, amount), zero)))
