import { strategyRoutes, type GoalCheck } from '@throughline/contract/strategy'
import { UsageError, wordAt, type Command } from '../terminal/command.ts'
import { explanationLines, metricText } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'
import { findMeasure } from './find.ts'

const goals: Command = {
  name: 'strategy goals',
  usage: '[objective]',
  summary: 'Whether objectives are specific, measurable, attainable, relevant and timed, and their grades by key results',
  run: async (typed, { call, print }) => {
    const list = await call(strategyRoutes.listGoals, {})
    const [word] = typed.words
    if (word !== undefined) {
      const goal = oneOf('objective', list.goals.map((one) => ({ id: one.objectiveId, ...one })), word, ({ statement }) => [statement])
      return print.answer(goal, () => goalLines(goal))
    }
    print.answer(list, () => tableLines(list.goals, [
      { head: 'SMART', of: lettersOf }, { head: 'Objective', of: ({ statement }) => statement, widest: 60 }, { head: 'By', of: ({ by }) => by?.name ?? '', widest: 40 },
      { head: 'Grade', of: ({ grade }) => (grade ? metricText(grade.metric, (value) => value.toFixed(2)) : ''), right: true, widest: 30 },
      { head: 'To mend', of: ({ objectiveId, smart }) => [...smart.flatMap(({ reasons }) => reasons), ...(list.mixes.find((mix) => mix.objectiveId === objectiveId)?.warnings ?? []).map(({ words }) => words)].join(' '), widest: 140 },
    ]))
  },
}

const lettersOf = ({ smart }: GoalCheck): string => smart.map(({ letter, passed }) => (passed ? letter.slice(0, 1).toUpperCase() : '-')).join('')

const goalLines = (goal: GoalCheck): readonly string[] => [
  `${lettersOf(goal)}  ${goal.statement}${goal.by ? `, by ${goal.by.name}` : ''}`,
  ...goal.smart.flatMap(({ letter, reasons }) => reasons.map((reason) => `  ${letter}: ${reason}`)),
  ...goal.keyResults.map(({ name, kind, weight, grade, expected }) => `  ${name}: ${metricText(grade, (value) => value.toFixed(2))} (${kind}, ${expected} is expected, weight ${weight})`),
  ...(goal.grade ? explanationLines(goal.grade.why) : []),
]

const keyResult: Command = {
  name: 'strategy key-result',
  usage: '<measure>',
  summary: 'Make a measure a key result of its objective, or none, and say why its target can be reached',
  options: { kind: { about: 'committed, aspirational or none', takes: 'kind' }, weight: { about: 'Among the key results of its objective; 1 unless said', takes: 'number' }, reason: { about: 'Why the target can be reached', takes: 'text' } },
  run: async (typed, { call, print }) => {
    const { id, name, version, settings } = await findMeasure(call, wordAt(typed, 0, 'measure'))
    const [kind, weight, reason] = [typed.one('kind') ?? settings.keyResult?.kind ?? 'none', Number(typed.one('weight') ?? settings.keyResult?.weight ?? 1), typed.one('reason')]
    if (kind !== 'committed' && kind !== 'aspirational' && kind !== 'none') throw new UsageError(`Found --kind ${kind}; expected committed, aspirational or none.`)
    if (!(weight > 0)) throw new UsageError(`Found --weight ${typed.one('weight') ?? ''}; expected a number above 0.`)
    const changed = await call(strategyRoutes.changeMeasure, { params: { id }, body: { version, settings: { keyResult: kind === 'none' ? null : { kind, weight }, ...(reason === undefined ? {} : { targetReason: reason }) } } })
    print.answer(changed.measures.find((one) => one.id === id), () => [kind === 'none' ? `${name} is no key result.` : `${name} is a key result: ${kind}, weight ${weight}.`])
  },
}

const target: Command = {
  name: 'strategy target',
  usage: '<measure> [value]',
  summary: 'Move the target of a measure, say why, or how far it may move without a reason',
  options: { kind: { about: 'environment, strategy, error or scope', takes: 'kind' }, reason: { about: 'Why it moves', takes: 'text' }, leeway: { about: 'Percent by which it may move without a reason, or none', takes: 'percent' } },
  run: async (typed, { call, print }) => {
    const measure = await findMeasure(call, wordAt(typed, 0, 'measure'))
    const [value, words, kind, leeway] = [typed.words[1], typed.one('reason'), typed.one('kind') ?? 'environment', typed.one('leeway')]
    if (value === undefined && leeway === undefined) throw new UsageError('Found neither a value nor --leeway; expected one of them.')
    if (!isKind(kind)) throw new UsageError(`Found --kind ${kind}; expected environment, strategy, error or scope.`)
    if (leeway !== undefined && leeway !== 'none' && !(Number(leeway) >= 0)) throw new UsageError(`Found --leeway ${leeway}; expected a number of percent from 0, or none.`)
    const moved = value === undefined ? {} : { target: { ...measure.target, target: value }, ...(words === undefined ? {} : { because: { kind, words } }) }
    const kept = leeway === undefined ? {} : { settings: { leeway: leeway === 'none' ? null : Number(leeway) / 100 } }
    await call(strategyRoutes.changeMeasure, { params: { id: measure.id }, body: { version: measure.version, ...moved, ...kept } })
    const drifted = (await call(strategyRoutes.listGoals, {})).moved.find(({ measureId }) => measureId === measure.id)
    print.answer(drifted ?? null, () => [
      ...(value === undefined ? [] : [`The target of ${measure.name} is ${value}.`]), ...(leeway === undefined ? [] : [leeway === 'none' ? 'It may move by any amount.' : `It may move by ${leeway}% without a reason.`]),
      ...(drifted ? [`Drift from ${drifted.first}: ${metricText(drifted.drift.metric, (share) => `${(share * 100).toFixed(1)}%`)}${drifted.beyond ? ', beyond its leeway' : ''}.`] : []),
    ])
  },
}

const kinds = ['environment', 'strategy', 'error', 'scope'] as const
const isKind = (word: string): word is (typeof kinds)[number] => kinds.some((one) => one === word)

export const goalCommands: readonly Command[] = [goals, keyResult, target]
