import { demandRoutes, ideaLists, type FunnelStage, type Idea, type IdeaAlike } from '@throughline/contract/demand'
import { countOf, required, UsageError, wordAt, type Command } from '../terminal/command.ts'
import { explanationLines, metricText, percent } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'ideas',
  summary: 'Ideas with their states, ages, credit and outcomes, open ones by priority first; what calls for an idea',
  options: { list: { about: 'Only these: open, over, mine', takes: 'list' }, search: { about: 'Only those in which this stands', takes: 'words' }, from: { about: 'How many to pass over', takes: 'count' } },
  run: async (typed, { call, print }) => {
    const [asked, search, from] = [typed.one('list'), typed.one('search'), countOf(typed, 'from')]
    const list = ideaLists.find((one) => one === asked)
    if (asked !== undefined && list === undefined) throw new UsageError(`Found the list “${asked}”; expected one of ${ideaLists.join(', ')}.`)
    const found = await call(demandRoutes.readIdeas, { query: { ...(list ? { list } : {}), ...(search === undefined ? {} : { search }), ...(from === undefined ? {} : { from }) } })
    const shown = found.from + found.ideas.length
    print.answer(found, () => [
      ...tableLines(found.ideas, [
        { head: 'Idea', of: (one: Idea) => one.title, widest: 40 }, { head: 'State', of: ({ state }) => state.replaceAll('_', ' ') }, { head: 'Days', of: ({ daysInState }) => String(daysInState), right: true }, { head: 'Priority', of: ({ priority }) => priority.value?.replaceAll('_', ' ') ?? '' },
        { head: 'Credit', of: ({ credit }) => credit.map(({ name }) => name).join(', '), widest: 40 }, { head: 'Sponsor', of: ({ sponsor }) => sponsor?.name ?? '', widest: 30 }, { head: 'Outcome', of: ({ outcome }) => outcome?.words ?? '', widest: 40 },
      ]),
      ...(shown < found.total ? [`${found.from + 1} to ${shown} of ${found.total}; more with --from ${shown}`] : []),
      ...found.shortfalls.map(({ name, shortfall }) => `Calls for an idea: ${name} is behind its course by ${metricText(shortfall.metric, String)}.`), ...found.signals.map(({ unit, words }) => `Calls for an idea: ${unit} tells of an opportunity: ${words}`),
    ])
  },
}

const funnel: Command = {
  name: 'ideas funnel',
  summary: 'How many ideas stand where and for how long, how soon outcomes are told, and how many went to a case',
  options: { why: { about: 'Explain each figure' } },
  run: async (typed, { call, print }) => {
    const { stages, answerTime, toCase } = await call(demandRoutes.readIdeas, {})
    print.answer({ stages, answerTime, toCase }, () => [
      ...tableLines(stages, [
        { head: 'State', of: ({ state }: FunnelStage) => state.replaceAll('_', ' ') }, { head: 'Now', of: ({ now }) => String(now), right: true }, { head: 'Came there', of: ({ reached }) => String(reached), right: true },
        { head: 'Days, middle', of: ({ age }) => metricText(age.metric, String), right: true }, { head: 'Oldest', of: ({ oldest }) => metricText(oldest, String), right: true },
      ]),
      `Days to an outcome, the middle one: ${metricText(answerTime.metric, String)}. Went to a case: ${metricText(toCase.metric, (share) => percent(share))}.`,
      ...(typed.on('why') ? [...stages.map(({ age }) => age), answerTime, toCase].flatMap(({ why }) => ['', ...explanationLines(why)]) : []),
    ])
  },
}

const alike: Command = {
  name: 'ideas alike',
  usage: '<title>',
  summary: 'What there is already that reads like an idea: other ideas, initiatives, services of the PMO',
  options: { problem: { about: 'Which problem it solves', takes: 'text' }, why: { about: 'By which words' } },
  run: async (typed, { call, print }) => {
    const found = await call(demandRoutes.findAlike, { query: { title: wordAt(typed, 0, 'title'), problem: typed.one('problem') ?? '' } })
    print.answer(found, () => (found.alike.length === 0 ? ['Nothing reads like it.'] : [
      ...tableLines(found.alike, [{ head: 'What', of: ({ kind }: IdeaAlike) => kind }, { head: 'Name', of: ({ name }) => name, widest: 60 }, { head: 'Likeness', of: ({ likeness }) => metricText(likeness.metric, (one) => one.toFixed(2)), right: true }]),
      ...(typed.on('why') ? found.alike.flatMap(({ likeness }) => ['', ...explanationLines(likeness.why)]) : []),
    ]))
  },
}

const handIn: Command = {
  name: 'ideas hand-in',
  usage: '<title>',
  summary: 'Hand in an idea; you are told what becomes of it',
  options: { problem: { about: 'Which problem it solves', takes: 'text' }, rule: { about: 'The rule that asks for it', takes: 'text' }, customer: { about: 'The customers who said so', takes: 'text' }, measure: { about: 'The measure that is off its course', takes: 'measure' }, missing: { about: 'What is missing in what there is already', takes: 'text' } },
  run: async (typed, { call, print }) => {
    const [title, rule, customer, measure] = [wordAt(typed, 0, 'title'), typed.one('rule'), typed.one('customer'), typed.one('measure')]
    const plain = { title, problem: required(typed, 'problem'), missing: typed.one('missing') ?? '' }
    const shortfalls = measure === undefined ? [] : (await call(demandRoutes.readIdeas, {})).shortfalls.map(({ measureId: id, name }) => ({ id, name }))
    const from = measure !== undefined ? { source: 'measure' as const, measureId: oneOf('measure off its course', shortfalls, measure, ({ name }) => [name]).id } : rule !== undefined ? { source: 'regulation' as const, origin: rule } : customer !== undefined ? { source: 'customer' as const, origin: customer } : { source: 'person' as const }
    const after = await call(demandRoutes.handInIdea, { body: { ...plain, ...from } })
    print.answer(after, () => [`Handed in: ${title}.`])
  },
}

export const ideaCommands: readonly Command[] = [show, funnel, alike, handIn]
