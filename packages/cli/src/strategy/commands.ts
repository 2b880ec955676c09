import { strategyRoutes, type Objective, type Strategy } from '@throughline/contract/strategy'
import { findInitiative } from '../demand/index.ts'
import { required, UsageError, wordAt, type Command, type Context, type Typed } from '../terminal/command.ts'
import { explanationLines, metricText, moneyText, percent } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'
import { findMeasurable, findMeasure, findObjective, readStrategy } from './find.ts'
import { alignmentCommands } from './alignment.ts'
import { comprehensionCommands } from './comprehension.ts'
import { contradictionCommands } from './contradictions.ts'
import { goalCommands } from './goals.ts'
import { groundCommands } from './grounds.ts'
import { measureCommands } from './measures.ts'
import { rankCommands } from './ranks.ts'
import { roadmapCommands } from './roadmap.ts'
import { myWorkCommands } from './my-work.ts'
import { sightCommands } from './sight.ts'
import { inDecisionsCommands } from './in-decisions.ts'
import { exchangeCommands } from './exchange.ts'
import { horizonCommands } from './horizon.ts'
import { intakeCommands } from './intake.ts'
import { libraryCommands } from './library.ts'
import { narrativeCommands } from './narratives.ts'
import { betweenCommands } from './between.ts'
import { outcomeCommands } from './outcome.ts'
import { stakeCommands } from './stakes.ts'
import { stateCommands } from './state.ts'
import { unitCommands } from './units.ts'
import { valueCommands } from './values.ts'
import { versionCommands } from './versions.ts'
import { workshopCommands } from './workshops.ts'

const show: Command = {
  name: 'strategy',
  summary: 'Perspectives, objectives with weights and owners, measures, and what is unserved',
  options: { why: { about: 'Explain the figures of one objective', takes: 'objective' } },
  run: async (typed, { call, print }) => {
    const strategy = await readStrategy(call)
    const asked = typed.one('why')
    if (asked) {
      const objective = findObjective(strategy, asked)
      return print.answer(objective, () => [objective.statement, '', ...explanationLines(objective.cost.why), ...explanationLines(objective.benefits.why), ...explanationLines(objective.attainment.why)])
    }
    print.answer(strategy, () => strategyLines(strategy))
  },
}

function strategyLines(strategy: Strategy): readonly string[] {
  const perspectives = strategy.perspectives.flatMap(({ id, name }) => ['', name, ...tableLines(strategy.objectives.filter(({ perspectiveId }) => perspectiveId === id), objectiveColumns)])
  const unserved = strategy.objectives.filter(({ id }) => strategy.unserved.includes(id)).map(({ key, statement }) => `  ${key} ${statement}`)
  return [
    `${strategy.name}${strategy.origin === 'our_reading' ? ' (our reading of published priorities)' : ''}`,
    ...perspectives,
    '',
    `Weights sum to ${percent(strategy.weightTotal, 1)}.`,
    `${strategy.unserved.length} objectives are served by nothing${unserved.length > 0 ? ':' : '.'}`,
    ...unserved,
    `${strategy.orphans.length} initiatives serve no objective${strategy.orphans.length > 0 ? ':' : '.'}`,
    ...strategy.orphans.map(({ key, name }) => `  ${key} ${name}`),
  ]
}

const objectiveColumns = [
  { head: 'Key', of: ({ key }: Objective) => key },
  { head: 'Objective', of: ({ statement }: Objective) => statement, widest: 60 },
  { head: 'Weight', of: ({ weight }: Objective) => percent(weight, 1), right: true },
  { head: 'Owner', of: ({ owner }: Objective) => owner ?? '(none)', widest: 24 },
  { head: 'Served by', of: ({ initiatives }: Objective) => String(initiatives), right: true },
  { head: 'Benefits', of: ({ benefits }: Objective) => metricText(benefits.metric, moneyText), right: true, widest: 24 },
  { head: 'Attained', of: ({ attainment }: Objective) => metricText(attainment.metric, (share) => percent(share)), right: true, widest: 30 },
]

const measures: Command = {
  name: 'strategy measures',
  summary: 'Measures with baseline, target and latest actual',
  run: async (_, { call, print }) => {
    const strategy = await readStrategy(call)
    const statement = new Map(strategy.objectives.map((objective) => [objective.id, objective.statement]))
    print.answer(strategy.measures, () =>
      tableLines(strategy.measures, [
        { head: 'Measure', of: ({ name }) => name },
        { head: 'Objective', of: ({ objectiveId }) => statement.get(objectiveId) ?? '', widest: 32 },
        { head: 'Unit', of: ({ unit }) => unit },
        { head: 'Baseline', of: ({ target }) => target.baseline ?? '(none)', right: true },
        { head: 'Target', of: ({ target }) => target.target ?? '(none)', right: true },
        { head: 'Due', of: ({ target }) => target.dueOn ?? '' },
        { head: 'Actual', of: ({ actuals }) => actuals.at(-1)?.value ?? '(none)', right: true },
        { head: 'Attained', of: ({ attainment }) => metricText(attainment.metric, (share) => percent(share)), right: true, widest: 30 },
        { head: 'Status', of: ({ status }) => status.replaceAll('_', ' ') },
      ]),
    )
  },
}

const addObjective: Command = {
  name: 'strategy add-objective',
  usage: '<statement>',
  summary: 'Add an objective',
  options: { perspective: { about: 'Its perspective', takes: 'name' }, weight: { about: 'Its weight, 0 to 1; 0 unless said', takes: 'number' }, owner: { about: 'Who answers for it', takes: 'name' }, deadline: { about: 'YYYY-MM-DD', takes: 'date' } },
  run: async (typed, context) => {
    const strategy = await readStrategy(context.call)
    const perspective = oneOf('perspective', strategy.perspectives, required(typed, 'perspective'), ({ name }) => [name])
    const statement = wordAt(typed, 0, 'statement')
    const body = { perspectiveId: perspective.id, statement, weight: readNumber(typed, 'weight') ?? 0, owner: typed.one('owner') ?? null, deadline: typed.one('deadline') ?? null }
    done(context, await context.call(strategyRoutes.createObjective, { body }), `Added “${statement}” to ${perspective.name}.`)
  },
}

const setObjective: Command = {
  name: 'strategy set-objective',
  usage: '<objective>',
  summary: 'Change an objective',
  options: { statement: { about: 'New words', takes: 'text' }, weight: { about: 'New weight, 0 to 1', takes: 'number' }, owner: { about: 'Who answers for it', takes: 'name' }, deadline: { about: 'YYYY-MM-DD', takes: 'date' } },
  run: async (typed, context) => {
    const objective = findObjective(await readStrategy(context.call), wordAt(typed, 0, 'objective'))
    const [statement, owner, deadline, weight] = [typed.one('statement'), typed.one('owner'), typed.one('deadline'), readNumber(typed, 'weight')]
    const change = { ...(statement ? { statement } : {}), ...(owner ? { owner } : {}), ...(deadline ? { deadline } : {}), ...(weight === undefined ? {} : { weight }) }
    done(context, await context.call(strategyRoutes.changeObjective, { params: { id: objective.id }, body: { version: objective.version, ...change } }), `Changed ${objective.key}.`)
  },
}

const addMeasure: Command = {
  name: 'strategy add-measure',
  usage: '<objective> <name>',
  summary: 'Add a measure with baseline and target',
  options: { unit: { about: 'Unit, for example percent', takes: 'unit' }, lower: { about: 'Lower is better' }, baseline: { about: 'Where it stood', takes: 'number' }, 'baseline-on': { about: 'When, YYYY-MM-DD', takes: 'date' }, target: { about: 'Where it shall be', takes: 'number' }, due: { about: 'By when, YYYY-MM-DD', takes: 'date' } },
  run: async (typed, context) => {
    const objective = await findMeasurable(context.call, wordAt(typed, 0, 'objective'))
    const name = wordAt(typed, 1, 'name of the measure')
    const target = { baseline: typed.one('baseline') ?? null, baselineOn: typed.one('baseline-on') ?? null, target: typed.one('target') ?? null, dueOn: typed.one('due') ?? null, tolerance: null }
    const body = { objectiveId: objective.id, name, unit: required(typed, 'unit'), direction: typed.on('lower') ? ('lower' as const) : ('higher' as const), target }
    done(context, await context.call(strategyRoutes.createMeasure, { body }), `Added ${name} to ${objective.name}.`)
  },
}

const recordActual: Command = {
  name: 'strategy record-actual',
  usage: '<measure> <value>',
  summary: 'Record what was measured',
  options: { on: { about: 'The day it was measured, YYYY-MM-DD', takes: 'date' }, source: { about: 'Where it comes from', takes: 'text' } },
  run: async (typed, context) => {
    const measure = await findMeasure(context.call, wordAt(typed, 0, 'measure'))
    const value = wordAt(typed, 1, 'value')
    const source = typed.one('source')
    done(context, await context.call(strategyRoutes.recordActual, { params: { id: measure.id }, body: { on: required(typed, 'on'), value, ...(source ? { source } : {}) } }), `Recorded ${value} for ${measure.name}.`)
  },
}

const link: Command = {
  name: 'strategy link',
  usage: '<initiative> <objective> <contribution>',
  summary: 'Say how an initiative serves an objective, −1 to 1; “none” removes the link',
  options: { because: { about: 'Why', takes: 'text' } },
  run: async (typed, context) => {
    const initiative = await findInitiative(context.call, wordAt(typed, 0, 'initiative'))
    const objective = findObjective(await readStrategy(context.call), wordAt(typed, 1, 'objective'))
    const word = wordAt(typed, 2, 'contribution')
    const contribution = word === 'none' ? null : Number(word)
    if (contribution !== null && !(contribution >= -1 && contribution <= 1)) throw new UsageError(`Found contribution ${word}; expected a number from -1 to 1, or none.`)
    const because = typed.one('because')
    done(context, await context.call(strategyRoutes.changeContribution, { body: { initiativeId: initiative.id, objectiveId: objective.id, contribution, ...(because ? { rationale: because } : {}) } }), `${initiative.name} → ${objective.statement}: ${word}.`)
  },
}

const done = ({ print }: Context, strategy: Strategy, words: string): void => print.answer(strategy, () => [words, `Weights sum to ${percent(strategy.weightTotal, 1)}.`])

function readNumber(typed: Typed, option: string): number | undefined {
  const text = typed.one(option)
  if (text === undefined) return undefined
  if (text.trim() === '' || !Number.isFinite(Number(text))) throw new UsageError(`Found --${option} ${text}; expected a number.`)
  return Number(text)
}

export const strategyCommands: readonly Command[] = [show, measures, ...measureCommands, ...contradictionCommands, ...groundCommands, ...versionCommands, ...alignmentCommands, ...outcomeCommands, ...sightCommands, ...myWorkCommands, ...unitCommands, ...stakeCommands, ...stateCommands, ...betweenCommands, ...exchangeCommands, ...horizonCommands, ...narrativeCommands, ...valueCommands, ...inDecisionsCommands, ...libraryCommands, ...comprehensionCommands, ...intakeCommands, ...goalCommands, ...rankCommands, ...roadmapCommands, ...workshopCommands, addObjective, setObjective, addMeasure, recordActual, link]
