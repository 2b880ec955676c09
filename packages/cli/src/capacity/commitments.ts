import { capacityRoutes as routes, type BudgetEntry, type Commitments, type Envelope, type FundingRequest, type StaffingRequest } from '@throughline/contract/capacity'
import { peopleRoutes } from '@throughline/contract/people'
import { findInitiative, readOrganisation } from '../demand/index.ts'
import { required, UsageError, wordAt, type Command, type Typed } from '../terminal/command.ts'
import type { Caller } from '../terminal/call.ts'
import { explanationLines, metricText, moneyText, readAmount } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'commitments',
  summary: 'Envelopes with what is committed and free, what was asked of envelopes and pools, and who may start all the same',
  options: { why: { about: 'Explain what is committed of each envelope' } },
  run: async (typed, { call, print }) => {
    const found = await call(routes.readCommitments, {})
    print.answer(found, () => [...lines(found), ...(typed.on('why') ? found.envelopes.flatMap(({ free }) => ['', ...explanationLines(free.why)]) : [])])
  },
}

function lines({ gate, envelopes, funding, staffing, exceptions }: Commitments): readonly string[] {
  const open = exceptions.filter(({ inForce }) => inForce)
  return [
    `Start gate: ${gate.on ? 'on' : 'off'}${gate.said ? ` (${gate.said.words}, ${gate.said.by})` : ''}.`,
    ...(envelopes.length === 0 ? ['No envelope is kept yet; `throughline commitments add-envelope` adds one.'] : tableLines<Envelope>(envelopes, [
      { head: 'Envelope', of: ({ name }) => name, widest: 40 }, { head: 'Year', of: ({ label }) => label }, { head: 'Owner', of: ({ owner }) => owner.name }, { head: 'Holds', of: ({ amount }) => metricText(amount, moneyText), right: true },
      { head: 'Committed', of: ({ committed }) => metricText(committed.metric, moneyText), right: true }, { head: 'Waiting', of: ({ waiting }) => metricText(waiting, moneyText), right: true }, { head: 'Free', of: ({ free }) => metricText(free.metric, moneyText), right: true },
    ])),
    ...(funding.length + staffing.length === 0 ? [] : ['', ...tableLines<FundingRequest | StaffingRequest>([...funding, ...staffing], [
      { head: 'Request', of: ({ id }) => id }, { head: 'Initiative', of: ({ initiative }) => initiative.name, widest: 40 }, { head: 'Of', of: (one) => ('pool' in one ? `${one.pool.name}, ${one.from} to ${one.to}` : `${one.envelope.name}, ${one.envelope.label}`), widest: 50 },
      { head: 'Asked', of: (one) => ('pool' in one ? one.quantity : metricText(one.amount, moneyText)), right: true }, { head: 'Committed', of: (one) => (one.state !== 'committed' ? '' : 'pool' in one ? (one.committed ?? '') : metricText(one.committed, moneyText)), right: true }, { head: 'State', of: ({ state }) => state },
    ])]),
    ...open.map(({ initiative, untilOn, reason, by }) => `${initiative.name} may start until ${untilOn} although it is not ready: ${reason} (${by}).`),
  ]
}

const ledger: Command = {
  name: 'commitments ledger',
  summary: 'The budget ledger: commitments, releases and transfers, newest first',
  run: async (_, { call, print }) => {
    const { entries, entriesOmitted } = await call(routes.readCommitments, {})
    print.answer(entries, () => [
      ...tableLines<BudgetEntry>(entries, [{ head: 'At', of: ({ at }) => at.slice(0, 16).replace('T', ' ') }, { head: 'Entry', of: ({ kind }) => kind }, { head: 'Initiative', of: ({ initiative }) => initiative.name, widest: 40 }, { head: 'Envelope', of: ({ envelope }) => `${envelope.name}, ${envelope.label}`, widest: 40 }, { head: 'Amount', of: ({ amount }) => metricText(amount, moneyText), right: true }, { head: 'Reason', of: ({ reason }) => reason, widest: 40 }, { head: 'By', of: ({ by }) => by }]),
      ...(entriesOmitted > 0 ? [`… and ${entriesOmitted} more`] : []),
    ])
  },
}

const workbook: Command = {
  name: 'commitments export',
  usage: '<file.xlsx>',
  summary: 'Write starts with their conditions, envelopes, the budget ledger and what was asked for to a workbook',
  run: async (typed, { call, print, writeFile }) => {
    const [path, bytes] = [wordAt(typed, 0, 'file'), await call(routes.exportCommitments, {})]
    await writeFile(path, bytes)
    print.answer({ path, bytes: bytes.length }, () => [`Wrote ${path} (${bytes.length} bytes).`])
  },
}

const envelopeAt = async (call: Caller, typed: Typed, index: number): Promise<Envelope> => oneOf('envelope', (await call(routes.readCommitments, {})).envelopes, wordAt(typed, index, 'envelope'), ({ name, label }) => [`${name} ${label}`, name])
const amountAt = async (call: Caller, typed: Typed, index: number): Promise<string> => String(readAmount(wordAt(typed, index, 'amount'), (await readOrganisation(call)).currency))

const addEnvelope: Command = {
  name: 'commitments add-envelope',
  usage: '<name> <fiscal year> <amount>',
  summary: 'Add an envelope, the money of a fiscal year that may be committed; you are its owner',
  run: async (typed, { call, print }) => {
    const { account } = await call(peopleRoutes.readSession, {})
    const year = Number(wordAt(typed, 1, 'fiscal year').slice(0, 4))
    if (!Number.isInteger(year)) throw new UsageError(`Found fiscal year ${wordAt(typed, 1, 'fiscal year')}; expected one such as 2027.`)
    const after = await call(routes.addEnvelope, { body: { name: wordAt(typed, 0, 'name'), year, amountMinor: await amountAt(call, typed, 2), ownerId: account.id } })
    print.answer(after, () => lines(after))
  },
}

const askFunds: Command = {
  name: 'commitments ask-funds',
  usage: '<initiative> <envelope> <amount>',
  summary: 'Ask for funds of an envelope for an initiative of the plan of record',
  options: { words: { about: 'What for', takes: 'text' } },
  run: async (typed, { call, print }) => {
    const body = { initiativeId: (await findInitiative(call, wordAt(typed, 0, 'initiative'))).id, envelopeId: (await envelopeAt(call, typed, 1)).id, amountMinor: await amountAt(call, typed, 2), words: typed.one('words') ?? '' }
    const after = await call(routes.askForFunds, { body })
    print.answer(after, () => lines(after))
  },
}

const askPeople: Command = {
  name: 'commitments ask-people',
  usage: '<initiative> <pool> <quantity>',
  summary: 'Ask for people of a pool for an initiative of the plan of record',
  options: { from: { about: 'The first day', takes: 'date' }, to: { about: 'The first day after it', takes: 'date' }, skill: { about: 'A skill of the pool', takes: 'skill' }, words: { about: 'What for', takes: 'text' } },
  run: async (typed, { call, print }) => {
    const skill = typed.one('skill')
    const body = { initiativeId: (await findInitiative(call, wordAt(typed, 0, 'initiative'))).id, poolId: await poolId(call, wordAt(typed, 1, 'pool')), quantity: wordAt(typed, 2, 'quantity'), from: required(typed, 'from'), to: required(typed, 'to'), words: typed.one('words') ?? '', ...(skill === undefined ? {} : { skill }) }
    const after = await call(routes.askForPeople, { body })
    print.answer(after, () => lines(after))
  },
}

const poolId = async (call: Caller, word: string): Promise<string> => oneOf('pool', (await call(routes.readCapacity, {})).pools.map(({ pool }) => pool), word, ({ name }) => [name]).id

const answer: Command = {
  name: 'commitments answer',
  usage: '<request>',
  summary: 'Commit what was asked for, all of it or with --part less, or decline it with the reason',
  options: { part: { about: 'How much of it', takes: 'amount or quantity' }, decline: { about: 'Decline, and why', takes: 'reason' }, words: { about: 'What there is to say', takes: 'text' } },
  run: async (typed, { call, print }) => {
    const { funding, staffing } = await call(routes.readCommitments, {})
    const request = oneOf<FundingRequest | StaffingRequest>('request', [...funding, ...staffing], wordAt(typed, 0, 'request'), ({ id }) => [id])
    const [decline, part, reason] = [typed.one('decline'), typed.one('part'), typed.one('words') ?? '']
    const { id, version } = request
    const after = 'pool' in request
      ? await call(routes.answerStaffing, { params: { id }, body: { version, answer: decline === undefined ? { kind: 'commit', quantity: part ?? request.quantity, reason } : { kind: 'decline', reason: decline } } })
      : await call(routes.answerFunding, { params: { id }, body: { version, answer: decline === undefined ? { kind: 'commit', amountMinor: await askedMinor(call, request, part), reason } : { kind: 'decline', reason: decline } } })
    print.answer(after, () => lines(after))
  },
}

async function askedMinor(call: Caller, { amount }: FundingRequest, part: string | undefined): Promise<string> {
  if (part !== undefined) return String(readAmount(part, (await readOrganisation(call)).currency))
  if (amount.status !== 'ok') throw new UsageError('Found no amount, for amounts are withheld; expected --part.')
  return amount.value.minor
}

export const commitmentCommands: readonly Command[] = [show, ledger, workbook, addEnvelope, askFunds, askPeople, answer]
