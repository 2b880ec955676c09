import { strategyRoutes, type Assumption, type ChangeSignal, type HorizonScan, type WatchItem } from '@throughline/contract/strategy'
import { signalEffects, signalImpacts, signalLikelihoods, signalTimes } from '@throughline/engine/strategy'
import { required, UsageError, wordAt, type Command, type Typed } from '../terminal/command.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'strategy horizon',
  summary: 'Signals of change with what they ask for, assumptions with what tripped them, and the watch list',
  run: async (_, { call, print }) => {
    const horizon = await call(strategyRoutes.readHorizon, {})
    print.answer(horizon, () => lines(horizon))
  },
}

const note: Command = {
  name: 'strategy note-signal',
  usage: '<what was seen>',
  summary: 'Note a signal of change',
  options: { source: { about: 'Where it was seen', takes: 'text' }, on: { about: 'The day on which it was seen', takes: 'date' }, theme: { about: 'What it is about', takes: 'text' }, words: { about: 'More of it', takes: 'text' }, link: { about: 'Where it can be read', takes: 'address' } },
  run: async (typed, { call, print }) => {
    const [title, words, link] = [wordAt(typed, 0, 'signal'), typed.one('words'), typed.one('link')]
    const horizon = await call(strategyRoutes.addChangeSignal, { body: { title, source: required(typed, 'source'), seenOn: required(typed, 'on'), theme: required(typed, 'theme'), ...(words === undefined ? {} : { words }), ...(link === undefined ? {} : { link }) } })
    print.answer(horizon, () => [`${title} is noted; it waits to be judged.`])
  },
}

const judge: Command = {
  name: 'strategy judge-signal',
  usage: '<signal>',
  summary: 'Judge a signal of change; its term begins anew',
  options: { impact: { about: signalImpacts.join(', '), takes: 'word' }, likelihood: { about: signalLikelihoods.join(', '), takes: 'word' }, time: { about: `${signalTimes.join(', ')} (within a year, within three years, later)`, takes: 'word' }, because: { about: 'Why', takes: 'text' } },
  run: async (typed, { call, print }) => {
    const { id, version, title } = find(await call(strategyRoutes.readHorizon, {}), typed)
    const horizon = await call(strategyRoutes.triageChangeSignal, { params: { id }, body: { version, impact: choice(typed, 'impact', signalImpacts), likelihood: choice(typed, 'likelihood', signalLikelihoods), time: choice(typed, 'time', signalTimes), reason: required(typed, 'because') } })
    print.answer(horizon, () => [`${title}: ${horizon.signals.find((one) => one.id === id)?.attention ?? 'judged'}.`])
  },
}

const link: Command = {
  name: 'strategy link-signal',
  usage: '<signal> <assumption>',
  summary: 'Say what a signal of change says of an assumption; one that trips it asks for a review',
  options: { effect: { about: `${signalEffects.join(', ')}, or none`, takes: 'word' }, because: { about: 'What shows it', takes: 'text' } },
  run: async (typed, { call, print }) => {
    const before = await call(strategyRoutes.readHorizon, {})
    const { id, version, title } = find(before, typed)
    const assumption = oneOf('assumption', before.assumptions, wordAt(typed, 1, 'assumption'), ({ statement }) => [statement])
    const effect = typed.one('effect') === 'none' ? null : choice(typed, 'effect', signalEffects)
    const horizon = await call(strategyRoutes.linkChangeSignal, { params: { id }, body: { version, assumptionId: assumption.id, effect, words: typed.one('because') ?? '' } })
    print.answer(horizon, () => [effect === null ? `${title} says nothing of it.` : `${title} ${effect} the assumption: ${assumption.statement}.`])
  },
}

/** The signal that the first word names. */
const find = ({ signals }: HorizonScan, typed: Typed): ChangeSignal => oneOf('signal of change', signals, wordAt(typed, 0, 'signal'), ({ title }) => [title])

function choice<T extends string>(typed: Typed, option: string, among: readonly T[]): T {
  const text = required(typed, option)
  const found = among.find((one) => one === text.toLowerCase())
  if (!found) throw new UsageError(`Found --${option} ${text}; expected ${among.join(', ')}.`)
  return found
}

function lines({ signals, assumptions, watch }: HorizonScan): readonly string[] {
  return [
    ...(signals.length === 0 ? ['No signal of change has been noted yet; `throughline strategy note-signal` notes one.'] : tableLines<ChangeSignal>(signals, [
      { head: 'Signal', of: ({ title }) => title, widest: 50 }, { head: 'Theme', of: ({ theme }) => theme, widest: 20 }, { head: 'Seen', of: ({ seenOn }) => seenOn }, { head: 'Asks for', of: ({ attention, standing }) => (standing === 'archived' ? 'archived' : (attention ?? 'to be judged')) },
      { head: 'Bears on', of: (one) => one.assumptions.map(({ effect, statement }) => `${effect} ${statement}`).join('; '), widest: 60 },
    ])),
    ...(assumptions.length === 0 ? [] : ['', ...tableLines<Assumption>(assumptions, [{ head: 'Assumption', of: ({ statement }) => statement, widest: 50 }, { head: 'Standing', of: ({ standing }) => standing.replaceAll('_', ' ') }, { head: 'Tripped by', of: ({ tripped, wire, standing }) => tripped?.signal ?? (standing === 'tripped' && wire ? wire.measure : '–'), widest: 40 }, { head: 'Review', of: ({ reviewOn }) => reviewOn }])]),
    ...(watch.length === 0 ? [] : ['', ...tableLines<WatchItem>(watch, [{ head: 'Watched', of: ({ theme }) => theme, widest: 40 }, { head: 'Who', of: ({ owner }) => owner, widest: 30 }, { head: 'Look again', of: ({ againOn, overdue }) => `${againOn}${overdue ? ', overdue' : ''}` }, { head: 'Signals', of: ({ signals: count }) => String(count), right: true }])]),
  ]
}

/** Horizon scanning. */
export const horizonCommands: readonly Command[] = [show, note, judge, link]
