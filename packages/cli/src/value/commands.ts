import { valueRoutes, type Value, type ValueBook, type ValueEntry } from '@throughline/contract/value'
import { findInitiative, readOrganisation } from '../demand/index.ts'
import { required, UsageError, wordAt, type Command } from '../terminal/command.ts'
import { explanationLines, metricText, moneyText, percent, readAmount } from '../terminal/figures.ts'
import { tableLines } from '../terminal/print.ts'
import { evidenceCommands } from './evidence-commands.ts'
import { ledgerCommands } from './ledger-commands.ts'
import { networkCommands } from './network-commands.ts'
import { oversightCommands } from './oversight-commands.ts'
import { planCommands } from './business-plan-commands.ts'
import { stakeholderCommands } from './stakeholder-commands.ts'
import { storyCommands } from './story-commands.ts'

type Group = ValueBook['byUnit'][number]
const groupings = { objective: 'byObjective', department: 'byUnit', initiative: 'byInitiative' } as const

const show: Command = {
  name: 'value',
  summary: 'Promised, forecast and realised value as a waterfall that closes',
  options: { by: { about: 'Also by objective, department or initiative', takes: 'grouping' }, why: { about: 'Explain every step' } },
  run: async (typed, { call, print }) => {
    const by = typed.one('by')
    if (by !== undefined && !(by in groupings)) throw new UsageError(`Found --by ${by}; expected ${Object.keys(groupings).join(', ')}.`)
    const value = await call(valueRoutes.readValue, {})
    print.answer(value, () => valueLines(value, by as keyof typeof groupings | undefined, typed.on('why')))
  },
}

function valueLines({ publication, first, books, notes }: Value, by: keyof typeof groupings | undefined, why: boolean): readonly string[] {
  const span = publication ? [`From ${first?.asOf ?? publication.asOf} to ${publication.asOf}`] : []
  return [...span, ...books.flatMap((book) => [...bookLines(book), ...(by ? ['', ...tableLines(book[groupings[by]], groupColumns)] : []), ...(why ? ['', ...book.steps.flatMap((step) => explanationLines(step.why))] : [])]), '', ...notes.map((note) => `note: ${note}`)]
}

const bookLines = ({ unit, steps, closes }: ValueBook): readonly string[] => [
  '',
  `${unit.currency}, ${unit.cashClass.replaceAll('_', ' ')}, ${unit.basis}`,
  ...tableLines(steps, [{ head: 'Step', of: ({ label }) => label }, { head: '', of: ({ kind }) => (kind === 'total' ? '=' : '') }, { head: 'Amount', of: ({ metric }) => metricText(metric, moneyText), right: true, widest: 80 }]),
  closes ? 'Closes to the minor unit.' : 'Does not close: please report this.',
]

const groupColumns = [
  { head: 'Name', of: ({ name }: Group) => name, widest: 56 },
  { head: 'Initiatives', of: ({ initiatives }: Group) => String(initiatives), right: true },
  { head: 'Promised', of: ({ promised }: Group) => metricText(promised.metric, moneyText), right: true, widest: 24 },
  { head: 'Forecast', of: ({ forecast }: Group) => metricText(forecast.metric, moneyText), right: true, widest: 24 },
  { head: 'Realised', of: ({ realised }: Group) => metricText(realised.metric, moneyText), right: true, widest: 24 },
  { head: 'Rate', of: ({ realisation }: Group) => (realisation.metric.status === 'ok' ? percent(realisation.metric.value) : '–'), right: true },
]

const kinds = ['promised', 'forecast', 'realised'] as const
const cashClasses = { cash: 'cash_releasing', 'non-cash': 'non_cash_releasing', na: 'na' } as const

const record: Command = {
  name: 'value record',
  usage: '<initiative> <promised|forecast|realised> <year> <amount>',
  summary: 'Record a benefit of a fiscal year, with its evidence',
  options: { evidence: { about: 'What shows it', takes: 'text' }, class: { about: 'cash, non-cash or na (unless said)', takes: 'class' } },
  run: async (typed, { call, print }) => {
    const initiative = await findInitiative(call, wordAt(typed, 0, 'initiative'))
    const word = wordAt(typed, 1, 'kind')
    const kind = kinds.find((candidate) => candidate === word)
    if (!kind) throw new UsageError(`Found kind ${word}; expected ${kinds.join(', ')}.`)
    const cashClass = cashClasses[(typed.one('class') ?? 'na') as keyof typeof cashClasses]
    if (!cashClass) throw new UsageError(`Found --class ${typed.one('class')}; expected ${Object.keys(cashClasses).join(', ')}.`)
    const amountMinor = readAmount(wordAt(typed, 3, 'amount'), (await readOrganisation(call)).currency).toString()
    const entry = await call(valueRoutes.recordEntry, { body: { initiativeId: initiative.id, kind, year: readYear(wordAt(typed, 2, 'year')), amountMinor, cashClass, evidence: required(typed, 'evidence') } })
    print.answer(entry, () => [`Recorded ${amountText(entry.amount)} ${entry.kind} for ${entry.initiative} in ${entry.label} (entry ${entry.id}).`])
  },
}

/** An amount, or that the token’s rights do not include it. */
const amountText = (amount: ValueEntry['amount']): string => (amount === null ? 'withheld' : moneyText(amount))

/** A fiscal year by the calendar year in which it begins: 2025, 2025-26. */
function readYear(word: string): number {
  const match = /^(\d{4})(?:-\d{2})?$/.exec(word)
  if (!match) throw new UsageError(`Found year ${word}; expected four digits, or 2025-26.`)
  return Number(match[1])
}

const entries: Command = {
  name: 'value entries',
  summary: 'Recorded benefit amounts',
  run: async (_, { call, print }) => {
    const found = await call(valueRoutes.listEntries, {})
    print.answer(found, () => tableLines(found, [{ head: 'Entry', of: ({ id }) => id }, { head: 'Initiative', of: ({ initiative }) => initiative }, { head: 'Kind', of: ({ kind }) => kind }, { head: 'Year', of: ({ label }) => label }, { head: 'Amount', of: ({ amount }) => amountText(amount), right: true }, { head: 'Evidence', of: ({ evidence, reverses }) => (reverses ? `reverses ${reverses}: ${evidence}` : evidence), widest: 60 }]))
  },
}

const reverse: Command = {
  name: 'value reverse',
  usage: '<entry>',
  summary: 'Reverse a recorded amount; the entry itself stays',
  options: { because: { about: 'Why', takes: 'text' } },
  run: async (typed, { call, print }) => {
    const entry = await call(valueRoutes.reverseEntry, { params: { id: wordAt(typed, 0, 'entry') }, body: { reason: required(typed, 'because') } })
    print.answer(entry, () => [`Reversed: ${amountText(entry.amount)} (entry ${entry.id}).`])
  },
}

export const valueCommands: readonly Command[] = [show, record, entries, reverse, ...ledgerCommands, ...evidenceCommands, ...networkCommands, ...oversightCommands, ...stakeholderCommands, ...planCommands, ...storyCommands]
