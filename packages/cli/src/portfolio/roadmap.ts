import { portfolioRoutes, type RoadmapOutcome, type RoadmapStand } from '@throughline/contract/portfolio'
import { checkRoadmap, limitAt, type RoadmapConstraint } from '@throughline/engine/portfolio'
import { writeRoadmap } from '@throughline/exchange/roadmap'
import { findAmong, listInitiatives } from '../demand/index.ts'
import { countOf, UsageError, wordAt, type Command, type Typed } from '../terminal/command.ts'
import { percent } from '../terminal/figures.ts'
import { resultOf } from '../terminal/jobs.ts'
import { tableLines } from '../terminal/print.ts'
import { readValueChoice } from './constraints.ts'
import { besideAsked, besideLines } from './roadmap-beside.ts'
import { objectiveAsked, readGrain, unitAsked } from './roadmap-goal.ts'
import { frontierLines, frontiersOf, reportOf, worth } from './roadmap-report.ts'

const roadmap: Command = {
  name: 'roadmap',
  summary: 'Decide what goes ahead, in which variant, from which period, with a bound that can be checked',
  options: {
    value: { about: 'What to maximise: benefits (unless said), net, strategic', takes: 'value' },
    money: { about: 'Percent of every budget there is; 100 unless said', takes: 'percent' },
    people: { about: 'Percent of the capacity of every pool; 100 unless said', takes: 'percent' },
    in: { about: 'An initiative that must go ahead', takes: 'initiative', many: true },
    out: { about: 'An initiative that must not go ahead', takes: 'initiative', many: true },
    grain: { about: 'Plan by month, quarter or year; as the organisation does unless said', takes: 'grain' },
    periods: { about: 'How many periods are planned', takes: 'number' },
    'benefit-in': { about: 'Maximise the benefits of these periods alone: 2027-28, or 2027-28..2029-30', takes: 'periods' },
    second: { about: 'Maximise this second: benefits, net, strategic', takes: 'value' },
    within: { about: 'Percent of the first that the second may give up; 5 unless said', takes: 'percent' },
    confidence: { about: 'Maximise what is reached in so many percent of 100 sampled worlds', takes: 'percent' },
    uncertain: { about: 'By how many percent what each gives may be off in those worlds; 20 unless said', takes: 'percent' },
    'most-moves': { about: 'At most so many initiatives differ from the plan of record', takes: 'number' },
    moves: { about: 'Value against how many may differ from the plan of record' },
    why: { about: 'Why this initiative is in or out, and what would let it in', takes: 'initiative', many: true },
    steady: { about: 'Who stays in under plausible values, weights and capacities' },
    effort: { about: 'How hard to try, in units of work', takes: 'number' },
    keep: { about: 'Write case, plan and prices to a file, for check-roadmap', takes: 'file' },
    frontier: { about: 'Value against money, people, or the pool of that name, with its knees', takes: 'what', many: true },
    xlsx: { about: 'Write a workbook: plan with reasons, limits with prices, pins, frontiers, certificate', takes: 'file' },
  },
  run: async (typed, { call, print, writeFile }) => {
    const value = readValueChoice(typed)
    const periods = countOf(typed, 'periods')
    const grain = readGrain(typed)
    const dated = grain === undefined ? {} : { grain }
    const found = await call(portfolioRoutes.readRoadmapCase, { query: { value, ...dated, ...(periods === undefined ? {} : { periods: String(periods) }) } })
    const stand = { ...found, valueUnit: unitAsked(typed, found.valueUnit) }
    const rows = await listInitiatives(call, true)
    const pin = (kind: 'must' | 'mustNot') => (word: string): RoadmapConstraint => ({ kind, candidateId: candidate(stand, findAmong(rows, word)), because: 'Asked for on the command line' })
    const objective = objectiveAsked(typed, stand)
    const constraints = [...stand.case.constraints.map((demand) => scaled(demand, share(typed, 'money'), share(typed, 'people'))), ...typed.many('in').map(pin('must')), ...typed.many('out').map(pin('mustNot'))]
    const effort = countOf(typed, 'effort')
    const why = typed.many('why').map((word) => candidate(stand, findAmong(rows, word)))
    const mostMoves = countOf(typed, 'most-moves')
    const { jobId } = await call(portfolioRoutes.startRoadmap, { body: { value, ...dated, ...(objective === undefined ? {} : { objective }), constraints: structuredClone(constraints) as never, ...(periods === undefined ? {} : { periods }), ...(effort === undefined ? {} : { effort }), ...(mostMoves === undefined ? {} : { mostMoves }), ...besideAsked(typed, why) } })
    const outcome = await resultOf<RoadmapOutcome>(call, print, jobId)
    const kept = typed.one('keep')
    if (kept !== undefined) await writeFile(kept, new TextEncoder().encode(`${JSON.stringify({ case: outcome.case, answer: outcome.answer })}\n`))
    const workbook = typed.one('xlsx')
    const frontiers = frontiersOf(outcome, typed.many('frontier').length === 0 && workbook !== undefined ? ['money'] : typed.many('frontier'))
    if (workbook !== undefined) await writeFile(workbook, await writeRoadmap(reportOf(stand, outcome, frontiers)))
    print.answer(frontiers.length > 0 ? { ...outcome, frontiers } : outcome, () => [
      ...linesOf(stand, outcome), ...besideLines(stand, outcome, why), ...frontiers.flatMap((each) => frontierLines(stand, each)),
      ...(kept === undefined ? [] : ['', `Kept in ${kept}: throughline check-roadmap ${kept}`]), ...(workbook === undefined ? [] : ['', `Written to ${workbook}.`]),
    ])
  },
}

function share(typed: Typed, option: 'money' | 'people'): number {
  const given = typed.one(option)
  if (given === undefined) return 100
  if (!/^[0-9]{1,4}$/.test(given)) throw new UsageError(`Found --${option} ${given}; expected a whole percentage.`)
  return Number(given)
}

function scaled(demand: RoadmapConstraint, money: number, people: number): RoadmapConstraint {
  if (demand.kind === 'poolCapacity') return limitAt(demand, people)
  return demand.kind === 'potBudget' || demand.kind === 'potTotal' ? limitAt(demand, money) : demand
}

function candidate(stand: RoadmapStand, row: { readonly id: string; readonly name: string }): string {
  const left = stand.left.find(({ initiative }) => initiative.id === row.id)
  if (left) throw new UsageError(`${row.name} is no candidate: ${left.because}`)
  return row.id
}

function linesOf(stand: RoadmapStand, { answer }: RoadmapOutcome): readonly string[] {
  const { periods, candidates } = stand.case
  const found = new Map(candidates.map((each) => [each.id, each]))
  const rows = [...answer.plan].sort((a, b) => a.start - b.start)
  return [
    `${answer.plan.length} of ${candidates.length} go ahead, value ${worth(stand, answer.value)}; ${answer.proved ? 'proved: no better roadmap keeps all of this' : `at most ${answer.gap === null ? 'an unknown share' : percent(answer.gap, 2)} better is possible (bound ${worth(stand, answer.bound)})`}`,
    ...stand.notes.map((note) => `note: ${note}`),
    '',
    ...tableLines(rows, [
      { head: 'From', of: ({ start }) => periods[start] ?? '' },
      { head: 'Initiative', of: ({ candidateId }) => found.get(candidateId)?.name ?? candidateId },
      { head: 'Variant', of: ({ candidateId, variantId }) => found.get(candidateId)?.variants.find(({ id }) => id === variantId)?.name ?? variantId },
    ]),
  ]
}

const check: Command = {
  name: 'check-roadmap',
  summary: 'Check a kept roadmap again from its case alone: that it keeps every demand, its value, and the bound of its prices',
  usage: '<file>',
  run: async (typed, { print, readFile }) => {
    const path = wordAt(typed, 0, 'file')
    const outcome = outcomeIn(new TextDecoder().decode(await readFile(path)), path)
    const checked = checkRoadmap(outcome.case, outcome.answer)
    if (!checked.ok) throw new UsageError(`${path} holds no case that can be checked: ${checked.refusal.code.replaceAll('_', ' ')}.`)
    const { keepsEverything, value, bound } = checked.value
    const sound = keepsEverything && value === outcome.answer.value && bound !== null && bound >= BigInt(value)
    print.answer({ sound, keepsEverything, value, bound: bound === null ? null : String(bound) }, () => [
      keepsEverything ? 'The plan keeps every demand of the case.' : 'The plan breaks a demand of the case.',
      value === outcome.answer.value ? `Its value is ${value}, as the file says.` : `Its value is ${value}; the file says ${outcome.answer.value}.`,
      bound === null ? 'Its prices give no bound.' : `By its prices no roadmap is worth more than ${bound}: at most ${percent(value === 0 ? 0 : Number(bound - BigInt(value)) / Math.abs(value), 3)} better.`,
    ])
    if (!sound) throw new UsageError(`${path} does not hold what it says.`)
  },
}

function outcomeIn(text: string, path: string): RoadmapOutcome {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    found = undefined
  }
  if (typeof found !== 'object' || found === null || !('case' in found) || !('answer' in found)) throw new UsageError(`Found no roadmap in ${path}; expected a file that roadmap --keep wrote.`)
  return found as RoadmapOutcome
}

export const roadmapCommands: readonly Command[] = [roadmap, check]
