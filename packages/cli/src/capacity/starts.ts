import { capacityRoutes as routes, type Start } from '@throughline/contract/capacity'
import { startStates } from '@throughline/engine/capacity'
import { findInitiative } from '../demand/index.ts'
import { required, UsageError, wordAt, type Command } from '../terminal/command.ts'
import { explanationLines } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'starts',
  summary: 'Which initiatives of the plan are ready to start, which are blocked and by what',
  options: { state: { about: startStates.join(', '), takes: 'state' } },
  run: async (typed, { call, print }) => {
    const asked = typed.one('state')
    const state = startStates.find((one) => one === asked)
    if (asked !== undefined && !state) throw new UsageError(`Found --state ${asked}; expected ${startStates.join(', ')}.`)
    const found = await call(routes.readStarts, { query: { limit: 200, ...(state ? { state } : {}) } })
    print.answer(found, () => [
      ...tableLines<Start>(found.items, [
        { head: 'Initiative', of: ({ initiative }) => `${initiative.key} ${initiative.name}`, widest: 50 }, { head: 'Starts', of: ({ startsOn }) => startsOn ?? 'no day' }, { head: 'Ready', of: ({ state: of }) => of },
        { head: 'Not met', of: ({ conditions }) => conditions.filter((one) => one.state !== 'met').map(({ thing, when }) => (when ? `${thing} (${when})` : thing)).join('; '), widest: 60 }, { head: 'Exception until', of: ({ exception }) => exception?.untilOn ?? '' },
      ]),
      ...(found.total > found.items.length ? [`… and ${found.total - found.items.length} more`] : []),
      `Ready: ${found.counts.ready}, blocked: ${found.counts.blocked}, not known: ${found.counts.unknown}; running already: ${found.counts.running}. The start gate is ${found.gateOn ? 'on' : 'off'}.`,
    ])
  },
}

const told = ({ why, crew, exception }: Start): readonly string[] => [
  ...explanationLines(why), ...crew.map(({ pool, quantity, months }) => `Minimum crew: ${quantity} of ${pool.name} for ${months} months.`), ...(exception ? [`May start until ${exception.untilOn}: ${exception.reason} (${exception.by}).`] : []),
]

const one: Command = {
  name: 'starts show',
  usage: '<initiative>',
  summary: 'Why an initiative is ready to start or is not, condition by condition',
  run: async (typed, { call, print }) => {
    const found = await call(routes.readStart, { params: { id: (await findInitiative(call, wordAt(typed, 0, 'initiative'))).id } })
    print.answer(found, () => told(found))
  },
}

const crew: Command = {
  name: 'starts crew',
  usage: '<initiative>',
  summary: 'Give the minimum crew of an initiative, as a whole; without --least it has none',
  options: { least: { about: 'So many of a pool from the start, for so many months: Divers=2x3', takes: 'pool=quantity x months', many: true } },
  run: async (typed, { call, print }) => {
    const { id } = await findInitiative(call, wordAt(typed, 0, 'initiative'))
    const pools = (await call(routes.readCapacity, {})).pools.map(({ pool }) => pool)
    const lines = typed.many('least').map((text) => {
      const [, name, quantity, months] = /^(.+)=([0-9.]+)x([0-9]+)$/.exec(text) ?? []
      if (name === undefined || quantity === undefined || months === undefined) throw new UsageError(`Found --least ${text}; expected one such as Divers=2x3.`)
      return { poolId: oneOf('pool', pools, name, (pool) => [pool.name]).id, quantity, months: Number(months) }
    })
    const { version } = await call(routes.readStart, { params: { id } })
    const after = await call(routes.setCrew, { params: { id }, body: { version, lines } })
    print.answer(after, () => told(after))
  },
}

const gate: Command = {
  name: 'starts gate',
  usage: '<on|off>',
  summary: 'Say whether a start that is not ready is refused, with the reason',
  options: { reason: { about: 'Why', takes: 'text' } },
  run: async (typed, { call, print }) => {
    const word = wordAt(typed, 0, 'on or off')
    if (word !== 'on' && word !== 'off') throw new UsageError(`Found ${word}; expected on or off.`)
    const { gate: { version } } = await call(routes.readCommitments, {})
    const after = await call(routes.setStartGate, { body: { version, on: word === 'on', reason: required(typed, 'reason') } })
    print.answer(after.gate, () => [`The start gate is ${after.gate.on ? 'on' : 'off'}.`])
  },
}

const allow: Command = {
  name: 'starts allow',
  usage: '<initiative>',
  summary: 'Let an initiative start although it is not ready, until a day and with the reason',
  options: { until: { about: 'The last day of the exception', takes: 'date' }, reason: { about: 'Why', takes: 'text' } },
  run: async (typed, { call, print }) => {
    const { id, name } = await findInitiative(call, wordAt(typed, 0, 'initiative'))
    const after = await call(routes.allowStart, { body: { initiativeId: id, untilOn: required(typed, 'until'), reason: required(typed, 'reason') } })
    print.answer(after.exceptions, () => [`${name} may start until ${required(typed, 'until')}.`])
  },
}

export const startCommands: readonly Command[] = [show, one, crew, gate, allow]
