import { valueRoutes, type Value, type ValueEntry } from '@throughline/contract/value'
import { amount, checkSame, checkTable, number, truth, words } from '../check.ts'
import type { Person } from '../pattern.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, type World } from '../world.ts'
import { findInitiative, nobodysId } from './find.ts'

/** Sentences about promised, forecast and realised value. */
export const valueSentences: readonly Sentence[] = [
  does('{person} records {amount} as {word} for {text} in {year}', ({ world }, person, minor, kind, name, year) => record(world, person, { minor, kind, name, year, cashClass: 'na' })),
  does('{person} records {amount} of cash-releasing benefits as {word} for {text} in {year}', ({ world }, person, minor, kind, name, year) => record(world, person, { minor, kind, name, year, cashClass: 'cash_releasing' })),
  does('{person} records {amount} as realised for an initiative that is not there', ({ world }, person, minor) =>
    act(world, person, valueRoutes.recordEntry, { body: { initiativeId: nobodysId, kind: 'realised', year: 2025, amountMinor: minor.toString(), cashClass: 'na', evidence: 'Finance report' } })),
  does('{person} reverses the {amount} of {text} because {text}', async ({ world }, person, minor, name, reason) => {
    const entry = (await entriesOf(world, name)).find((one) => one.amount?.minor === minor.toString() && one.reverses === null)
    if (!entry) throw new Error(`found no entry of ${minor} cents for "${name}"`)
    await act(world, person, valueRoutes.reverseEntry, { params: { id: entry.id }, body: { reason } })
  }),

  checks('the waterfall reads', async ({ world, table }) => checkTable('waterfall', table, stepsOf(await readValue(world), 'na'), stepColumns)),
  checks('the waterfall of cash-releasing benefits reads', async ({ world, table }) => checkTable('waterfall', table, stepsOf(await readValue(world), 'cash_releasing'), stepColumns)),
  checks('every book closes', async ({ world }) => {
    const { books } = await readValue(world)
    checkSame('books that close', [books.length > 0, books.every(({ closes }) => closes)], [true, true])
  }),
  checks('there are {count} books', async ({ world }, count) => checkSame('number of books', (await readValue(world)).books.length, count)),
  checks('the value by initiative reads', async ({ world, table }) => checkTable('value by initiative', table, (await readValue(world)).books[0]?.byInitiative ?? [], groupColumns)),
  checks('the value by objective reads', async ({ world, table }) => checkTable('value by objective', table, (await readValue(world)).books[0]?.byObjective ?? [], groupColumns)),
  checks('the entries of {text} read', async ({ world, table }, name) => checkTable('entries', table, await entriesOf(world, name), entryColumns)),
  checks('the value page says {text}', async ({ world }, words) => {
    const { notes } = await readValue(world)
    if (!notes.some((note) => note.includes(words))) throw new Error(`found the notes ${JSON.stringify(notes)}; expected one that says "${words}"`)
  }),
]

type Step = Value['books'][number]['steps'][number]
type Group = Value['books'][number]['byUnit'][number]

const stepColumns = { step: words<Step>((one) => one.key.replaceAll('_', ' ')), amount: amount<Step>((one) => one.metric) }
const groupColumns = {
  name: words<Group>((one) => one.name), promised: amount<Group>((one) => one.promised.metric), forecast: amount<Group>((one) => one.forecast.metric), realised: amount<Group>((one) => one.realised.metric), 'realisation rate': number<Group>((one) => one.realisation.metric),
}
const entryColumns = {
  amount: amount<ValueEntry>((one) => one.amount === null ? { status: 'undefined', reason: 'WITHHELD' } : { status: 'ok', value: one.amount }), kind: words<ValueEntry>((one) => one.kind), year: words<ValueEntry>((one) => one.year), evidence: words<ValueEntry>((one) => one.evidence),
  'is a reversal': truth<ValueEntry>((one) => one.reverses !== null), 'is reversed': truth<ValueEntry>((one) => one.reversedBy !== null),
}

const readValue = ({ home }: World): Promise<Value> => home.viewer.read(valueRoutes.readValue, {})
const entriesOf = async (world: World, name: string): Promise<readonly ValueEntry[]> => world.home.viewer.read(valueRoutes.listEntries, { query: { initiativeId: (await findInitiative(world, name)).id } })

/** Steps of a book that move anything: those that are zero because nothing belongs to them are left out, as is a scenario's silence about them. */
function stepsOf({ books }: Value, cashClass: NonNullable<ValueEntry['amount']>['cashClass']): readonly Step[] {
  const steps = books.find(({ unit }) => unit.cashClass === cashClass)?.steps ?? []
  return steps.filter(({ kind, metric }) => kind === 'total' || (metric.status === 'ok' && metric.value.minor !== '0'))
}

type Given = { readonly minor: bigint; readonly kind: string; readonly name: string; readonly year: number; readonly cashClass: NonNullable<ValueEntry['amount']>['cashClass'] }

async function record(world: World, person: Person, { minor, kind, name, year, cashClass }: Given): Promise<void> {
  const { id } = await findInitiative(world, name)
  await act(world, person, valueRoutes.recordEntry, { body: { initiativeId: id, kind: kind as ValueEntry['kind'], year, amountMinor: minor.toString(), cashClass, evidence: 'Finance report' } })
}
