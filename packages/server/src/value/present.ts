import type { Value, ValueBook, ValueEntry } from '@throughline/contract/value'
import { toWire } from '@throughline/contract/wire'
import { fiscalYearLabel, type FiscalCalendar } from '@throughline/engine/kernel'
import { byInitiative, byObjective, byUnit, closes, waterfall, type BookFacts, type ValueGroup } from '@throughline/engine/value'
import { assembleBooks, firstWithBenefits, type ValueSources } from './books.ts'
import type { EntryFacts } from './store.ts'

/** The value page: every book with its waterfall and groups, and what the reader should know. */
export function presentValue(sources: ValueSources): Value {
  const books = assembleBooks(sources)
  const ordered = [...sources.publications].sort((a, b) => (a.asOf < b.asOf ? -1 : 1))
  const [first, last] = [firstWithBenefits(sources), ordered.at(-1)]
  return { publication: refOf(last), first: refOf(first), books: books.map((book) => presentBook(book, sources)), notes: [...notesOn(books, first?.title, ordered.length), ...ledgerNotes(sources)] }
}

const refOf = (publication: ValueSources['publications'][number] | undefined) => (publication ? { id: publication.id, title: publication.title, asOf: publication.asOf } : null)

function presentBook(book: BookFacts, { strategy, ledger }: ValueSources): ValueBook {
  const steps = waterfall(book)
  const objectives = strategy.objectives.map(({ id, statement }) => ({ id, name: statement }))
  const { currency, cashClass, basis } = book.zero
  return {
    unit: { currency, cashClass, basis: basis.kind === 'nominal' ? 'nominal' : `${basis.baseYear} prices (${basis.index})` },
    steps: steps.map(({ key, label, kind, metric, why }) => ({ key, label, kind, metric: toWire(metric), why: toWire(why) })),
    closes: closes(steps),
    byObjective: byObjective(book, objectives).map(presentGroup),
    byUnit: byUnit(book).map(presentGroup),
    byInitiative: byInitiative(book).map((group) => ({ ...presentGroup(group), ...(group.id !== null && ledger.initiatives.has(group.id) ? { inLedger: true } : {}) })),
  }
}

const presentGroup = (group: ValueGroup): ValueBook['byUnit'][number] => toWire(group)

function notesOn(books: readonly BookFacts[], firstTitle: string | undefined, publications: number): string[] {
  const unmeasured = books.every(({ initiatives }) => initiatives.every(({ realised }) => realised.length === 0))
  return [
    ...(publications > 0 && firstTitle ? [`Benefits are given from “${firstTitle}” on; promises are the first figures since then.`] : []),
    ...(books.length > 0 ? ['Forecast benefits are spread evenly over the ten years that follow an initiative’s end unless years were recorded; what is due is therefore derived.'] : []),
    ...(books.length > 0 && unmeasured ? ['Nothing has been recorded as realised, so realised value is undefined. It is not zero.'] : []),
    ...(books.length > 1 ? ['Cash-releasing and other benefits are different units: they stand side by side and are never added.'] : []),
  ]
}

/** What stands beside the ledger and is not counted, so that nobody looks for it in the sums. */
function ledgerNotes({ entries, ledger }: ValueSources): string[] {
  const beside = entries.filter(({ initiativeId }) => ledger.initiatives.has(initiativeId)).length
  return [
    ...(ledger.initiatives.size > 0 ? [`${ledger.initiatives.size === 1 ? 'One initiative is' : `${ledger.initiatives.size} initiatives are`} kept in the value ledger: what they promise and realise is read from there, and what is verified and banked of it stands on the page of promise-keeping.`] : []),
    ...(beside > 0 ? [`${beside === 1 ? 'One amount that was' : `${beside} amounts that were`} recorded by hand for them before ${beside === 1 ? 'is' : 'are'} not counted any more.`] : []),
  ]
}

export function presentEntry(entry: EntryFacts, initiative: string, calendar: FiscalCalendar, inLedger = false): ValueEntry {
  const { id, initiativeId, kind, year, amount, evidence, reverses, reversedBy, by, at } = entry
  return { id, initiativeId, initiative, kind, year, label: fiscalYearLabel(calendar, year), amount: toWire(amount), evidence, reverses, reversedBy, by, at, ...(inLedger ? { superseded: true } : {}) }
}
