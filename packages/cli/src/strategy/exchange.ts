import { strategyRoutes, type ExchangeUnit, type Signal, type StrategyExchange } from '@throughline/contract/strategy'
import { required, UsageError, wordAt, type Command, type Context } from '../terminal/command.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const kinds = ['constraint', 'opportunity', 'evidence', 'question'] as const
const answers = { 'taken-up': 'taken_up', declined: 'declined', noted: 'noted' } as const

const show: Command = {
  name: 'strategy exchange',
  summary: 'What goes between the strategy and those of units: versions read, signals raised and answered',
  run: async (_, { call, print }) => {
    const exchange = await call(strategyRoutes.readExchange, {})
    print.answer(exchange, () => lines(exchange))
  },
}

const acknowledge: Command = {
  name: 'strategy acknowledge',
  usage: '<unit>',
  summary: 'Say that the version in force was read in a unit',
  options: { remark: { about: 'What it means there', takes: 'text' } },
  run: async (typed, context) => {
    const { units, inForce } = await context.call(strategyRoutes.readExchange, {})
    const unit = findUnit(units, wordAt(typed, 0, 'unit'))
    const words = typed.one('remark')
    done(context, await context.call(strategyRoutes.acknowledgeStrategy, { body: { unitId: unit.id, versionId: inForce.id, ...(words === undefined ? {} : { words }) } }), `${unit.name} has read version ${inForce.no}.`)
  },
}

const signal: Command = {
  name: 'strategy signal',
  usage: '<unit> <words>',
  summary: 'Tell those who own the strategy what a unit meets',
  options: { kind: { about: kinds.join(', '), takes: 'kind' }, about: { about: 'The objective that it is about', takes: 'objective' } },
  run: async (typed, context) => {
    const { units } = await context.call(strategyRoutes.readExchange, {})
    const [unit, words, kind, about] = [findUnit(units, wordAt(typed, 0, 'unit')), wordAt(typed, 1, 'words'), typed.one('kind') ?? 'constraint', typed.one('about')]
    const known = kinds.find((one) => one === kind)
    if (known === undefined) throw new UsageError(`Found --kind ${kind}; expected ${kinds.join(', ')}.`)
    const key = about === undefined ? undefined : oneOf('objective', unit.objectives.map((one) => ({ id: one.key, ...one })), about, ({ statement }) => [statement]).key
    done(context, await context.call(strategyRoutes.raiseSignal, { body: { unitId: unit.id, kind: known, words, ...(key === undefined ? {} : { about: key }) } }), 'Told. Owners of the strategy answer it.')
  },
}

const answer: Command = {
  name: 'strategy answer',
  usage: '<signal>',
  summary: 'Say what comes of a signal; the words of the signal, or their beginning, name it',
  options: { as: { about: Object.keys(answers).join(', '), takes: 'kind' }, words: { about: 'Why, or what follows', takes: 'text' } },
  run: async (typed, context) => {
    const { signals } = await context.call(strategyRoutes.readExchange, {})
    const { id, version } = oneOf('signal', signals.filter((one) => one.answer === null), wordAt(typed, 0, 'signal'), (one) => [one.words])
    const as = typed.one('as') ?? 'noted'
    if (!(as in answers)) throw new UsageError(`Found --as ${as}; expected ${Object.keys(answers).join(', ')}.`)
    done(context, await context.call(strategyRoutes.answerSignal, { params: { id }, body: { version, kind: answers[as as keyof typeof answers], words: required(typed, 'words') } }), 'Answered.')
  },
}

const findUnit = (units: readonly ExchangeUnit[], word: string): ExchangeUnit => oneOf('strategy of a unit', units, word, ({ name }) => [name])
const done = ({ print }: Context, exchange: StrategyExchange, words: string): void => print.answer(exchange, () => [words])

const lines = ({ units, signals, counts: { down, up }, inForce }: StrategyExchange): readonly string[] => [
  ...tableLines(units, [
    { head: 'Unit', of: ({ name }: ExchangeUnit) => name, widest: 40 }, { head: `Version ${inForce.no}`, of: ({ acknowledged }: ExchangeUnit) => (acknowledged ? `read, ${acknowledged.by}` : 'not acknowledged') },
    { head: 'Read', of: ({ counts }: ExchangeUnit) => `${counts.down.acknowledged} of ${counts.down.sent}`, right: true }, { head: 'Answered', of: ({ counts }: ExchangeUnit) => `${counts.up.answered} of ${counts.up.sent}`, right: true },
  ]),
  ...(signals.length === 0 ? [] : ['', ...tableLines(signals, [
    { head: 'Signal', of: ({ words }: Signal) => words, widest: 60 }, { head: 'From', of: ({ unit }: Signal) => unit, widest: 30 }, { head: 'Standing', of: ({ standing, dueOn }: Signal) => (standing === 'answered' ? standing : `${standing}, due ${dueOn}`) }, { head: 'Answer', of: (one: Signal) => (one.answer ? one.answer.words : ''), widest: 50 },
  ])]),
  `Down: ${down.acknowledged} of ${down.sent} acknowledged. Up: ${up.answered} of ${up.sent} answered, ${up.overdue} overdue.`,
]

export const exchangeCommands: readonly Command[] = [show, acknowledge, signal, answer]
