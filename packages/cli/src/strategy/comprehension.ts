import { roleNames } from '@throughline/contract/people'
import { strategyRoutes, type Brief, type BriefGroup, type BriefQuestion, type ComprehensionReport } from '@throughline/contract/strategy'
import { describeMetric, type Metric } from '@throughline/engine/kernel'
import { UsageError, wordAt, type Command } from '../terminal/command.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const brief: Command = {
  name: 'strategy brief',
  summary: 'The strategy in brief, with your own questions on it and how you answered',
  run: async (_, { call, print }) => {
    const own = await call(strategyRoutes.readBrief, {})
    print.answer(own, () => briefLines(own))
  },
}

const open: Command = {
  name: 'strategy open-brief',
  summary: 'Open the brief that was delivered to you; one to three questions are drawn for you',
  run: async (_, { call, print }) => {
    const { edition } = await call(strategyRoutes.readBrief, {})
    const own = await call(strategyRoutes.openBrief, { body: { edition } })
    print.answer(own, () => briefLines(own))
  },
}

const answer: Command = {
  name: 'strategy answer-brief',
  usage: '<question> <choice>',
  summary: 'Answer one of your questions by its number, once; then what is right is told, to you alone',
  run: async (typed, { call, print }) => {
    const { edition, questions } = await call(strategyRoutes.readBrief, {})
    const no = Number(wordAt(typed, 0, 'question'))
    const question = questions.find((one) => one.no === no)
    if (!question) throw new UsageError(`Found question ${wordAt(typed, 0, 'question')}; expected ${questions.length === 0 ? 'the brief to be open first' : questions.map((one) => one.no).join(', ')}.`)
    const choice = oneOf('choice', question.choices, wordAt(typed, 1, 'choice'), ({ name }) => [name])
    const own = await call(strategyRoutes.answerBrief, { body: { edition, no, choice: choice.id } })
    print.answer(own, () => own.questions.filter((one) => one.no === no).flatMap(questionLines))
  },
}

const deliver: Command = {
  name: 'strategy deliver-brief',
  summary: 'Deliver the brief to everybody of some roles who has not got it; they are told',
  options: { roles: { about: 'Roles separated by commas; left out, all that take part', takes: 'roles' } },
  run: async (typed, { call, print }) => {
    const { edition } = await call(strategyRoutes.readComprehension, {})
    const words = typed.one('roles')?.split(',').map((one) => one.trim().replaceAll('-', '_'))
    const roles = words?.map((word) => oneOf('role', roleNames.map((id) => ({ id })), word, ({ id }) => [id]).id)
    const report = await call(strategyRoutes.deliverBrief, { body: { edition, ...(roles ? { roles: [...new Set(roles)] } : {}) } })
    print.answer(report, () => reportLines(report))
  },
}

const comprehension: Command = {
  name: 'strategy comprehension',
  summary: 'How far the brief came and what was understood, by unit; nothing of fewer than five people',
  run: async (_, { call, print }) => {
    const report = await call(strategyRoutes.readComprehension, {})
    print.answer(report, () => reportLines(report))
  },
}

const briefLines = ({ version, stage, goals, questions, earlier }: Brief): readonly string[] => [
  `Version ${version.no}: ${stageWords[stage]}`,
  ...(stage === 'opened' || stage === 'answered' ? ['', ...goals.map(({ statement, unit, measures }) => `  ${statement}${unit ? `, ${unit}` : ''}${measures.length > 0 ? `: ${measures.join(', ')}` : ''}`), '', ...questions.flatMap(questionLines)] : []),
  ...earlier.map((one) => `Version ${one.version}, delivered ${one.deliveredAt.slice(0, 10)}: ${one.right} of ${one.asked} right; it counts no more.`),
]
const stageWords: Readonly<Record<Brief['stage'], string>> = { none: 'it was not delivered to you', delivered: 'delivered; open it', opened: 'open', answered: 'read and answered' }

function questionLines({ no, kind, about: { name }, choices, answer: given }: BriefQuestion): readonly string[] {
  const named = (id: string): string => choices.find((one) => one.id === id)?.name ?? ''
  return [`${no}. ${asked[kind](name)}`, ...(given ? [`   You said ${named(given.choice)}. ${given.isRight ? 'Right.' : `It is ${named(given.right)}.`}`] : choices.map((one) => `   - ${one.name}`))]
}
const asked: Readonly<Record<BriefQuestion['kind'], (name: string) => string>> = {
  serves: (name) => `Which objective does “${name}” serve most?`, measured: (name) => `Which measure says that “${name}” is reached?`,
  benefit_waits: (name) => `“${name}” ends later than planned: which benefit waits for it?`, initiative_waits: (name) => `“${name}” ends later than planned: which initiative waits for it?`,
}

const count = (metric: Metric<number>): string => (metric.status === 'ok' ? String(metric.value) : '–')
const share = (metric: Metric<number>): string => (metric.status === 'ok' ? `${Math.round(metric.value * 100)} %` : '–')
const reasons = { not_opened: 'fewer than half have opened it', not_understood: 'less than two thirds is right' } as const

const reportLines = ({ version, delivered, groups, reach, understood }: ComprehensionReport): readonly string[] => [
  `Version ${version.no}: ${delivered ? `delivered ${delivered.at.slice(0, 10)} by ${delivered.by}` : 'not delivered'}`,
  ...tableLines(groups, [
    { head: 'Unit or role', of: ({ name }: BriefGroup) => name, widest: 40 }, { head: 'Audience', of: (one: BriefGroup) => count(one.reach.audience), right: true }, { head: 'Delivered', of: (one: BriefGroup) => count(one.reach.delivered), right: true },
    { head: 'Opened', of: (one: BriefGroup) => count(one.reach.opened), right: true }, { head: 'Asked', of: (one: BriefGroup) => count(one.reach.asked), right: true }, { head: 'Answered', of: (one: BriefGroup) => count(one.reach.answered), right: true }, { head: 'Understood', of: (one: BriefGroup) => share(one.understood.metric), right: true },
    { head: 'Needs a conversation', of: ({ conversation }: BriefGroup) => (conversation === null ? 'too few people to tell' : conversation.map((one) => reasons[one]).join('; ')) },
  ]),
  `In all: ${count(reach.opened)} of ${count(reach.audience)} opened it, ${count(reach.answered)} of ${count(reach.asked)} who were asked something answered. Understood: ${understood.metric.status === 'ok' ? share(understood.metric) : describeMetric(understood.metric)}.`,
]

export const comprehensionCommands: readonly Command[] = [brief, open, answer, deliver, comprehension]
