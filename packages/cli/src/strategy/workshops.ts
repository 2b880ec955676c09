import { peopleRoutes } from '@throughline/contract/people'
import { strategyRoutes, type Judgement, type Workshop, type WorkshopItem, type WorkshopMethod, type WorkshopResults } from '@throughline/contract/strategy'
import { weightUnits, wholeWeights } from '@throughline/engine/strategy'
import type { Caller } from '../terminal/call.ts'
import { required, UsageError, wordAt, type Command, type Typed } from '../terminal/command.ts'
import { metricText, percent } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'
import { readStrategy } from './find.ts'
import { givenPairs, givenValues } from './judged.ts'

const methods: readonly WorkshopMethod[] = ['direct', 'swing', 'rank', 'pairwise']

async function findWorkshop(call: Caller, typed: Typed): Promise<Workshop> {
  const all = await call(strategyRoutes.listWorkshops, {})
  // Of several rounds the last one is meant; they stand newest first.
  const found = oneOf('workshop', all.filter((one, at) => all.findIndex(({ title }) => title === one.title) === at), wordAt(typed, 0, 'workshop'), ({ title }) => [title])
  return call(strategyRoutes.readWorkshop, { params: { id: found.id } })
}

const list: Command = {
  name: 'strategy workshops',
  summary: 'Workshops on weights, the newest first, with who has judged',
  run: async (_, { call, print }) => {
    const all = await call(strategyRoutes.listWorkshops, {})
    print.answer(all, () => tableLines(all, [
      { head: 'Workshop', of: ({ title, round }: WorkshopItem) => (round > 1 ? `${title}, round ${round}` : title), widest: 50 },
      { head: 'State', of: ({ state }: WorkshopItem) => state },
      { head: 'On', of: ({ level }: WorkshopItem) => level.name, widest: 30 },
      { head: 'By', of: ({ method }: WorkshopItem) => method },
      { head: 'Judged', of: ({ judges }: WorkshopItem) => `${judges.filter(({ handedInAt }) => handedInAt !== null).length} of ${judges.length}`, right: true },
      { head: 'You', of: ({ mine, state }: WorkshopItem) => (mine ? (state === 'open' ? 'invited' : 'took part') : '') },
    ]))
  },
}

const open: Command = {
  name: 'strategy open-workshop',
  usage: '<title>',
  summary: 'Open a workshop on weights and invite who judges',
  options: { by: { about: 'direct, swing, rank or pairwise; swing unless said', takes: 'method' }, judge: { about: 'Who is invited, by name', takes: 'member', many: true }, question: { about: 'What is to be settled', takes: 'text' }, perspective: { about: 'Only the objectives of one perspective', takes: 'name' } },
  run: async (typed, { call, print }) => {
    const method = methods.find((one) => one === (typed.one('by') ?? 'swing'))
    if (!method) throw new UsageError(`Found --by ${typed.one('by') ?? ''}; expected one of ${methods.join(', ')}.`)
    const members = await call(peopleRoutes.listMembers, {})
    const judges = typed.many('judge').map((word) => oneOf('member', members, word, ({ name, email }) => [name, email ?? '']).id)
    if (judges.length === 0) throw new UsageError('Nobody is invited. Name who judges with --judge, once for each.')
    const perspective = typed.one('perspective')
    const perspectiveId = perspective === undefined ? null : oneOf('perspective', (await readStrategy(call)).perspectives, perspective, ({ name }) => [name]).id
    const opened = await call(strategyRoutes.openWorkshop, { body: { title: wordAt(typed, 0, 'title'), question: typed.one('question') ?? '', method, perspectiveId, judges } })
    print.answer(opened, () => [`Opened “${opened.title}”, by ${opened.method}. Invited: ${opened.judges.map(({ name }) => name).join(', ')}.`])
  },
}

const show: Command = {
  name: 'strategy workshop',
  usage: '<workshop>',
  summary: 'One workshop: who has judged, and once it is closed where they disagree',
  options: { close: { about: 'Close it before everybody has judged' }, again: { about: 'Have the same people judge once more' }, 'call-off': { about: 'Call it off' } },
  run: async (typed, { call, print }) => {
    const found = await findWorkshop(call, typed)
    const [params, body] = [{ id: found.id }, { version: found.version }]
    if (typed.on('call-off')) {
      await call(strategyRoutes.cancelWorkshop, { params, query: body })
      return print.answer(found, () => [`Called off “${found.title}”.`])
    }
    const shown = typed.on('close') ? await call(strategyRoutes.closeWorkshop, { params, body }) : typed.on('again') ? await call(strategyRoutes.judgeAgain, { params, body }) : found
    print.answer(shown, () => workshopLines(shown))
  },
}

const judge: Command = {
  name: 'strategy judge',
  usage: '<workshop>',
  summary: 'Hand in one’s own judgement; until the workshop is closed another in its place',
  options: { give: { about: 'An objective and its points, swing or rank: "Clean rivers=40"', takes: 'value', many: true }, pair: { about: 'How many times as much one counts as another: "Clean rivers:Safe roads=3"', takes: 'ratio', many: true }, insist: { about: 'Although comparisons contradict each other' } },
  run: async (typed, { call, print }) => {
    const found = await findWorkshop(call, typed)
    const judgement: Judgement = { values: givenValues(typed.many('give'), found.objectives), pairs: givenPairs(typed.many('pair'), found.objectives) }
    const judged = await call(strategyRoutes.handInJudgement, { params: { id: found.id }, body: { judgement, ...(typed.on('insist') ? { insist: true } : {}) } })
    print.answer(judged, () => [...(judged.judged?.weights ?? []).map(({ key, weight }) => `${percent(weight, 1).padStart(7)}  ${nameIn(judged, key)}`), judged.state === 'open' ? 'Handed in. Nobody sees it before all have judged.' : 'Handed in, by the last one: the results are there.'])
  },
}

const decide: Command = {
  name: 'strategy decide-workshop',
  usage: '<workshop>',
  summary: 'Record which weights were decided on and why; those that all judgements come to unless said',
  options: { because: { about: 'Why: it is kept as the decision', takes: 'text' }, give: { about: 'An objective and its share: "Clean rivers=40"; only proportions matter', takes: 'value', many: true }, expected: { about: 'What is expected of it', takes: 'text' } },
  run: async (typed, { call, print }) => {
    const found = await findWorkshop(call, typed)
    const said = givenValues(typed.many('give'), found.objectives)
    const shares = said.length > 0 ? said.map(({ key, value }) => ({ id: key, share: value })) : (found.results?.weights ?? []).map(({ key, weight }) => ({ id: key, share: weight }))
    if (shares.length === 0) throw new UsageError(`${found.title} has no results yet. Close it first, or give every weight with --give.`)
    const weights = wholeWeights(shares).map(({ id, units }) => ({ key: id, weight: units / weightUnits }))
    const expected = typed.one('expected')
    const decided = await call(strategyRoutes.decideWorkshop, { params: { id: found.id }, body: { version: found.version, weights, rationale: required(typed, 'because'), ...(expected === undefined ? {} : { expected }) } })
    print.answer(decided, () => weights.map(({ key, weight }) => `${percent(weight, 1).padStart(7)}  ${nameIn(decided, key)}`))
  },
}

const nameIn = ({ objectives }: Workshop, key: string): string => objectives.find((one) => one.key === key)?.statement ?? key

function workshopLines(workshop: Workshop): readonly string[] {
  const { title, round, state, method, level, judges, results, before, decision } = workshop
  return [
    `${title}${round > 1 ? `, round ${round}` : ''}: ${state}, ${level.name}, by ${method}`,
    ...judges.map(({ name, handedInAt }) => `  ${name}: ${handedInAt ? `judged ${handedInAt.slice(0, 16)}` : 'not yet'}`),
    ...(results ? resultLines(workshop, results) : []), ...(results && before ? [`In the round before: agreement ${metricText(before.agreement, (value) => value.toFixed(2))}, widest ${percent(before.agenda[0]?.spread ?? 0, 1)}.`] : []),
    ...(decision ? [`Decided by ${decision.decidedBy}: ${decision.rationale}`] : []),
  ]
}

const resultLines = (workshop: Workshop, { weights, agenda, agreement, absent }: WorkshopResults): readonly string[] => [
  `Agreement on the order: ${metricText(agreement, (value) => value.toFixed(2))}${absent.length > 0 ? `, without ${absent.join(', ')}` : ''}`,
  ...tableLines(weights, [{ head: 'Objective', of: ({ key }) => nameIn(workshop, key), widest: 60 }, { head: 'Together', of: ({ weight }) => percent(weight, 1), right: true }]),
  ...agenda.filter(({ spread }) => spread > 0).map(({ key, least, greatest, leastBy, greatestBy }) => `To talk about: ${nameIn(workshop, key)}: ${greatestBy} gives ${percent(greatest, 1)}, ${leastBy} ${percent(least, 1)}.`),
]

export const workshopCommands: readonly Command[] = [list, open, show, judge, decide]
