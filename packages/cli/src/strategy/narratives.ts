import { strategyRoutes, type Narrative } from '@throughline/contract/strategy'
import { UsageError, wordAt, type Command } from '../terminal/command.ts'
import { findMeasure } from './find.ts'

const list: Command = {
  name: 'strategy narratives',
  usage: '<measure>',
  summary: 'What people say of a measure, with the figures that it explains and whether they are still so',
  run: async (typed, { call, print }) => {
    const { id } = await findMeasure(call, wordAt(typed, 0, 'measure'))
    const all = await call(strategyRoutes.listNarratives, { params: { id } })
    print.answer(all, () => linesOf(all))
  },
}

const narrate: Command = {
  name: 'strategy narrate',
  usage: '<measure>',
  summary: 'Say what figures of a measure mean; no figure is worked out from it',
  options: {
    fact: { about: 'What happened', takes: 'text' }, judgement: { about: 'What it means', takes: 'text' }, forecast: { about: 'What is to come', takes: 'text' },
    confidence: { about: 'low, medium or high', takes: 'word' }, of: { about: 'The days whose figures it explains, with commas', takes: 'dates' },
  },
  run: async (typed, { call, print }) => {
    const { id, name } = await findMeasure(call, wordAt(typed, 0, 'measure'))
    const confidence = typed.one('confidence') ?? 'medium'
    if (confidence !== 'low' && confidence !== 'medium' && confidence !== 'high') throw new UsageError(`Found --confidence ${confidence}; expected low, medium or high.`)
    const days = (typed.one('of') ?? '').split(',').map((day) => day.trim()).filter((day) => day !== '')
    const all = await call(strategyRoutes.addNarrative, { params: { id }, body: { fact: typed.one('fact') ?? '', judgement: typed.one('judgement') ?? '', forecast: typed.one('forecast') ?? '', confidence, days } })
    print.answer(all, () => [`Said of ${name}.`])
  },
}

const linesOf = (all: readonly Narrative[]): readonly string[] =>
  all.length === 0 ? ['Nobody has said anything of it.'] : all.flatMap(({ by, at, standing, fact, judgement, forecast, confidence, anchors, moved }) => [
    `${by}, ${at.slice(0, 10)}, confidence ${confidence}, ${standing}`,
    ...[['What happened', fact], ['What it means', judgement], ['What is to come', forecast]].flatMap(([part, text]) => (text ? [`  ${part}: ${text}`] : [])),
    ...(anchors.length > 0 ? [`  Of ${anchors.map(({ on, value }) => `${on}: ${value}`).join(', ')}`] : []),
    ...(moved.length > 0 ? [`  Now ${moved.map(({ on, now }) => `${on}: ${now ?? 'nothing recorded'}`).join(', ')}`] : []),
  ])

export const narrativeCommands: readonly Command[] = [list, narrate]
