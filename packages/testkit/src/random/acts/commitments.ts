import { capacityRoutes, type Commitments } from '@throughline/contract/capacity'
import { demandRoutes } from '@throughline/contract/demand'
import type { DrawnAct, Writers } from './kinds.ts'

/** Commitments: an envelope, what the editor asks of it and the owner commits, moves and releases, people of a pool in the same way, a crew, and the start gate switched on and off again. */
export const commitmentActs = ({ owner, editor }: Writers, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const all = () => owner.read(capacityRoutes.readCommitments, {})
  const rows = async () => (await owner.read(demandRoutes.readWindow, { query: { ask: JSON.stringify({ limit: 200, current: true }) } })).rows.filter(({ state }) => ['approved', 'active', 'on_hold', 'closing'].includes(state))
  const held = async () => {
    const envelope = (await all()).envelopes.find(({ holders }) => holders.length > 0)
    const [holder] = envelope?.holders ?? []
    return envelope && holder && { envelope, holder }
  }
  const funding = async (state: string) => (await all()).funding.findLast((one) => one.state === state && one.initiative.inPlan)
  const askFunds = async () => {
    const [[envelope], [initiative]] = [(await all()).envelopes, await rows()]
    return envelope && initiative && editor.call(capacityRoutes.askForFunds, { body: { envelopeId: envelope.id, initiativeId: initiative.id, amountMinor: '100', words: word() } })
  }
  return {
    'add an envelope': () => owner.call(capacityRoutes.addEnvelope, { body: { name: crypto.randomUUID(), year: 2127, amountMinor: '100000', ownerId: owner.actor.accountId } }),
    'change an envelope': async () => {
      const [envelope] = (await all()).envelopes
      return envelope && owner.call(capacityRoutes.changeEnvelope, { params: { id: envelope.id }, body: { version: envelope.version, amountMinor: '200000', reason: word() } })
    },
    'ask for funds': askFunds,
    'commit funds': async () => {
      const one = await funding('waiting')
      return one && owner.call(capacityRoutes.answerFunding, { params: { id: one.id }, body: { version: one.version, answer: { kind: 'commit', amountMinor: '50', reason: '' } } })
    },
    'transfer funds': async () => {
      const found = await held()
      if (!found) return undefined
      await owner.call(capacityRoutes.addEnvelope, { body: { name: crypto.randomUUID(), year: found.envelope.year, amountMinor: '1000', ownerId: owner.actor.accountId } })
      const other = (await all()).envelopes.find(({ id, year }) => id !== found.envelope.id && year === found.envelope.year)
      const initiativeId = found.holder.initiative.id
      return other && owner.call(capacityRoutes.transferFunds, { params: { id: found.envelope.id }, body: { version: found.envelope.version, initiativeId, toEnvelopeId: other.id, toInitiativeId: initiativeId, amountMinor: '10', reason: word() } })
    },
    'release funds': async () => {
      const found = await held()
      return found && owner.call(capacityRoutes.releaseFunds, { params: { id: found.envelope.id }, body: { version: found.envelope.version, initiativeId: found.holder.initiative.id, amountMinor: '1', reason: word() } })
    },
    'ask for more funds': askFunds,
    'withdraw a request for funds': async () => {
      const one = await funding('waiting')
      return one && editor.call(capacityRoutes.withdrawFunding, { params: { id: one.id }, body: { version: one.version, reason: word() } })
    },
    'remove an envelope': async () => {
      await owner.call(capacityRoutes.addEnvelope, { body: { name: crypto.randomUUID(), year: 2128, amountMinor: '1', ownerId: owner.actor.accountId } })
      const envelope = (await all()).envelopes.find(({ year }) => year === 2128)
      return envelope && owner.call(capacityRoutes.removeEnvelope, { params: { id: envelope.id }, query: { version: envelope.version } })
    },
    ...peopleActs({ owner, editor }, { all, rows, word }),
  }
}

type World = { readonly all: () => Promise<Commitments>; readonly rows: () => Promise<readonly { readonly id: string }[]>; readonly word: () => string }

/** People of a pool, minimum crews, and starts. */
function peopleActs({ owner, editor }: Writers, { all, rows, word }: World): Readonly<Record<string, DrawnAct>> {
  const staffing = async (state: string) => (await all()).staffing.findLast((one) => one.state === state && one.initiative.inPlan)
  const askPeople = async () => {
    const [pool, [initiative]] = [(await owner.read(capacityRoutes.readCapacity, {})).pools.find((one) => one.pool.name.startsWith('Crew ')), await rows()]
    return pool && initiative && editor.call(capacityRoutes.askForPeople, { body: { initiativeId: initiative.id, poolId: pool.pool.id, from: '2127-01-01', to: '2127-02-01', quantity: '1', words: word() } })
  }
  const gate = async (on: boolean) => owner.call(capacityRoutes.setStartGate, { body: { version: (await all()).gate.version, on, reason: word() } })
  return {
    'ask for people': async () => {
      const pool = await editor.read(capacityRoutes.createPool, { body: { name: `Crew ${crypto.randomUUID()}`, unit: 'fte' } })
      const { grain } = (await owner.read(capacityRoutes.readCapacity, {})).settings
      await editor.call(capacityRoutes.setCapacities, { body: { pools: [{ id: pool.id, version: pool.version, lines: [{ on: (await owner.read(capacityRoutes.readCapacity, { query: { from: grain === 'year' ? '2127-06-01' : '2127-01-01' } })).periods[0]?.from ?? '', amount: '1000' }] }] } })
      return askPeople()
    },
    'commit people': async () => {
      const one = await staffing('waiting')
      return one && owner.call(capacityRoutes.answerStaffing, { params: { id: one.id }, body: { version: one.version, answer: { kind: 'decline', reason: word() } } })
    },
    'ask for people again': askPeople,
    'withdraw a request for people': async () => {
      const one = await staffing('waiting')
      return one && editor.call(capacityRoutes.endStaffing, { params: { id: one.id }, body: { version: one.version, reason: word() } })
    },
    'give a minimum crew': async () => {
      const [pool, [initiative]] = [(await owner.read(capacityRoutes.readCapacity, {})).pools.find((one) => one.pool.name.startsWith('Crew ')), await rows()]
      if (!pool || !initiative) return undefined
      const { version } = await owner.read(capacityRoutes.readStart, { params: { id: initiative.id } })
      return editor.call(capacityRoutes.setCrew, { params: { id: initiative.id }, body: { version, lines: [{ poolId: pool.pool.id, quantity: '1', months: 3 }] } })
    },
    'let one start all the same': async () => {
      const [initiative] = await rows()
      return initiative && owner.call(capacityRoutes.allowStart, { body: { initiativeId: initiative.id, untilOn: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10), reason: word() } })
    },
    'end an exception from the start gate': async () => {
      const one = (await all()).exceptions.find(({ inForce }) => inForce)
      return one && owner.call(capacityRoutes.endStartException, { params: { id: one.id }, body: { version: one.version, reason: word() } })
    },
    'switch the start gate on and off': async () => {
      await gate(true)
      return gate(false)
    },
  }
}
