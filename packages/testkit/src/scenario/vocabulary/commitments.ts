import { capacityRoutes, type BudgetEntry, type Commitments, type Envelope, type Start } from '@throughline/contract/capacity'
import { amount, checkTable, theOne, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findInitiative } from './find.ts'

/** Sentences about funds and people that are committed, and about starts that wait for them. */
export const commitmentSentences: readonly Sentence[] = [
  does('{person} adds the envelope {text} of {amount} for {year}', ({ world }, person, name, minor, year) => act(world, person, capacityRoutes.addEnvelope, { body: { name, year, amountMinor: String(minor), ownerId: world.home.owner.actor.accountId } })),
  does('{person} lowers the envelope {text} to {amount}', async ({ world }, person, name, minor) => {
    const { id, version } = await findEnvelope(world, name)
    await act(world, person, capacityRoutes.changeEnvelope, { params: { id }, body: { version, amountMinor: String(minor), reason: 'Less is left' } })
  }),
  does('{person} asks for {amount} of the envelope {text} for {text}', async ({ world }, person, minor, name, initiative) =>
    act(world, person, capacityRoutes.askForFunds, { body: { envelopeId: (await findEnvelope(world, name)).id, initiativeId: (await findInitiative(world, initiative)).id, amountMinor: String(minor), words: '' } })),
  does('{person} commits {amount} to {text}', async ({ world }, person, minor, initiative) => {
    const { id, version } = newest((await read(world)).funding, initiative)
    await act(world, person, capacityRoutes.answerFunding, { params: { id }, body: { version, answer: { kind: 'commit', amountMinor: String(minor), reason: '' } } })
  }),
  does('{person} transfers {amount} of the envelope {text} from {text} to {text}', async ({ world }, person, minor, name, from, to) => {
    const { id, version } = await findEnvelope(world, name)
    const [initiativeId, toInitiativeId] = [(await findInitiative(world, from)).id, (await findInitiative(world, to)).id]
    await act(world, person, capacityRoutes.transferFunds, { params: { id }, body: { version, initiativeId, toEnvelopeId: id, toInitiativeId, amountMinor: String(minor), reason: 'It goes first' } })
  }),
  does('{person} releases {amount} of the envelope {text} from {text}', async ({ world }, person, minor, name, from) => {
    const { id, version } = await findEnvelope(world, name)
    await act(world, person, capacityRoutes.releaseFunds, { params: { id }, body: { version, initiativeId: (await findInitiative(world, from)).id, amountMinor: String(minor), reason: 'It is not needed' } })
  }),
  does('{person} asks for {number} of {text} for {text} from {date} to {date}', async ({ world }, person, quantity, pool, initiative, from, to) =>
    act(world, person, capacityRoutes.askForPeople, { body: { initiativeId: (await findInitiative(world, initiative)).id, poolId: await findPool(world, pool), from, to, quantity: String(quantity), words: '' } })),
  does('{person} commits {number} of {text} to {text}', async ({ world }, person, quantity, pool, initiative) => {
    const { id, version } = newest((await read(world)).staffing.filter((one) => one.pool.name === pool), initiative)
    await act(world, person, capacityRoutes.answerStaffing, { params: { id }, body: { version, answer: { kind: 'commit', quantity: String(quantity), reason: '' } } })
  }),
  does('{person} ends what {text} was asked for of {text}', async ({ world }, person, initiative, pool) => {
    const { id, version } = newest((await read(world)).staffing.filter((one) => one.pool.name === pool), initiative)
    await act(world, person, capacityRoutes.endStaffing, { params: { id }, body: { version, reason: 'It is not needed' } })
  }),
  does('{person} gives {text} a minimum crew of {number} of {text} for {count} months', async ({ world }, person, initiative, quantity, pool, months) => {
    const { id } = await findInitiative(world, initiative)
    const { version } = await world.home.viewer.read(capacityRoutes.readStart, { params: { id } })
    await act(world, person, capacityRoutes.setCrew, { params: { id }, body: { version, lines: [{ poolId: await findPool(world, pool), quantity: String(quantity), months }] } })
  }),
  does('{person} switches the start gate on because {text}', async ({ world }, person, reason) => act(world, person, capacityRoutes.setStartGate, { body: { version: (await read(world)).gate.version, on: true, reason } })),
  does('{person} lets {text} start for {count} days because {text}', async ({ world }, person, initiative, days, reason) =>
    act(world, person, capacityRoutes.allowStart, { body: { initiativeId: (await findInitiative(world, initiative)).id, untilOn: new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10), reason } })),

  checks('the envelopes read', async ({ world, table }) => checkTable('envelopes', table, (await read(world)).envelopes, envelopeColumns)),
  checks('the budget ledger reads', async ({ world, table }) => checkTable('entries', table, (await read(world)).entries.toReversed().toSorted((a, b) => (a.at === b.at ? minorOf(a) - minorOf(b) : a.at < b.at ? -1 : 1)), entryColumns)),
  checks('the starts read', async ({ world, table }) => checkTable('starts', table, (await world.home.viewer.read(capacityRoutes.readStarts, { query: {} })).items, startColumns)),
]

const minorOf = ({ amount: minor }: BudgetEntry): number => (minor.status === 'ok' ? Number(minor.value.minor) : 0)
const envelopeColumns = { envelope: words<Envelope>(({ name }) => name), committed: amount<Envelope>(({ committed }) => committed.metric), free: amount<Envelope>(({ free }) => free.metric), holders: words<Envelope>(({ holders }) => holders.map(({ initiative }) => initiative.name).join(', ')) }
const entryColumns = { entry: words<BudgetEntry>(({ kind }) => kind), initiative: words<BudgetEntry>(({ initiative }) => initiative.name), amount: amount<BudgetEntry>((one) => one.amount) }
const startColumns = { initiative: words<Start>(({ initiative }) => initiative.name), ready: words<Start>(({ state }) => state), lacks: words<Start>(({ conditions }) => conditions.filter(({ state }) => state !== 'met').map(({ thing }) => thing).join(', ') || 'nothing') }

const read = ({ home }: World): Promise<Commitments> => home.owner.read(capacityRoutes.readCommitments, { query: {} })
const findEnvelope = async (world: World, name: string): Promise<Envelope> => theOne('envelope', (await read(world)).envelopes, (one) => one.name, name)
const findPool = async ({ home }: World, name: string): Promise<string> => theOne('pool', (await home.viewer.read(capacityRoutes.readCapacity, {})).pools.map(({ pool }) => pool), (one) => one.name, name).id
const newest = <Asked extends { readonly initiative: { readonly name: string }; readonly askedAt: string }>(asked: readonly Asked[], initiative: string): Asked =>
  present(asked.filter((one) => one.initiative.name === initiative).toSorted((a, b) => (a.askedAt < b.askedAt ? -1 : 1)).at(-1), `request for ${initiative}`)
