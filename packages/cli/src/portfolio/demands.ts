import type { InitiativeRow } from '@throughline/contract/demand'
import { capacityRoutes } from '@throughline/contract/capacity'
import { peopleRoutes } from '@throughline/contract/people'
import { portfolioRoutes, type DemandPart, type PlanningDemand } from '@throughline/contract/portfolio'
import { strategyRoutes } from '@throughline/contract/strategy'
import { namedBy } from '@throughline/engine/portfolio'
import { findAmong, listInitiatives } from '../demand/index.ts'
import { countOf, required, UsageError, wordAt, type Command, type Context, type Typed } from '../terminal/command.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const kinds: readonly DemandPart['kind'][] = ['must', 'mustNot', 'startWithin', 'asVariant', 'finishToStart', 'requiresAny', 'atMost', 'atLeast', 'shareCeiling', 'shareFloor', 'parallel', 'valueFloor']

const list: Command = {
  name: 'demands',
  summary: 'What every roadmap has to keep, with who asked for it and why',
  run: async (_, { call, print }) => {
    const [demands, rows] = [await call(portfolioRoutes.listPlanningDemands, {}), await listInitiatives(call, false)]
    const names = new Map(rows.map(({ id, name }) => [id, name]))
    print.answer(demands, () =>
      tableLines(demands, [
        { head: 'Id', of: ({ id }) => id }, { head: 'What', of: ({ part }) => part.kind }, { head: 'Of', of: (demand) => aboutOf(demand, names), widest: 50 },
        { head: 'Asked for by', of: ({ askedBy }) => askedBy }, { head: 'Why', of: ({ because }) => because, widest: 50 },
      ]),
    )
  },
}

function aboutOf({ part }: PlanningDemand, names: ReadonlyMap<string, string>): string {
  const { kind: _, ...given } = part
  const named = namedBy(part).map((id) => names.get(id) ?? id).join(', ')
  const rest = Object.entries(given).flatMap(([field, value]) => (typeof value === 'number' || field.endsWith('On') ? [`${field} ${String(value)}`] : field === 'of' && 'of' in part ? [`${part.of.by} ${part.of.value}`] : []))
  return [named, ...rest].filter((text) => text !== '').join('; ')
}

const record: Command = {
  name: 'demand record',
  usage: '<kind> [initiative…]',
  summary: `Record what every roadmap has to keep: ${kinds.join(', ')}`,
  options: {
    because: { about: 'Why', takes: 'text' },
    by: { about: 'Who asked for it; you unless said', takes: 'name' },
    after: { about: 'finishToStart: the initiative that ends before', takes: 'initiative' },
    lag: { about: 'finishToStart: months between; 0 unless said', takes: 'number' },
    variant: { about: 'startWithin, asVariant: name of the variant', takes: 'name' },
    from: { about: 'startWithin: first day', takes: 'date' },
    to: { about: 'startWithin: last day', takes: 'date' },
    count: { about: 'atMost, atLeast, parallel: how many; valueFloor: points', takes: 'number' },
    percent: { about: 'Shares: percent of all cost', takes: 'number' },
    tolerance: { about: 'Shares: points that are let pass; 0 unless said', takes: 'number' },
    category: { about: 'Shares: of a category', takes: 'name' },
    unit: { about: 'Shares: of a unit', takes: 'unit' },
    horizon: { about: 'Shares: of what ends in the first third of the periods (short) or later (long)', takes: 'word' },
    objective: { about: 'Shares and valueFloor: of an objective', takes: 'objective' },
  },
  run: async (typed, context) => {
    const part = await partTyped(typed, context)
    const by = typed.one('by')
    const recorded = await context.call(portfolioRoutes.recordPlanningDemand, { body: { part, because: required(typed, 'because'), ...(by === undefined ? {} : { askedBy: by }) } })
    context.print.answer(recorded, () => [`Recorded ${part.kind} for ${recorded.askedBy}: every roadmap keeps it from now on. Withdraw it with: throughline demand withdraw ${recorded.id}`])
  },
}

async function partTyped(typed: Typed, { call }: Context): Promise<DemandPart> {
  const word = wordAt(typed, 0, 'kind')
  const kind = kinds.find((each) => each === word)
  if (kind === undefined) throw new UsageError(`Found ${word}; expected ${kinds.join(', ')}.`)
  const rows = await listInitiatives(call, true)
  const ids = typed.words.slice(1).map((name) => findAmong(rows, name).id)
  switch (kind) {
    case 'must':
    case 'mustNot':
      return { kind, initiativeId: firstOf(ids) }
    case 'startWithin':
      return { kind, initiativeId: firstOf(ids), fromOn: required(typed, 'from'), toOn: required(typed, 'to'), ...(typed.one('variant') === undefined ? {} : { variantId: await variantOf(firstOf(ids), required(typed, 'variant'), call) }) }
    case 'asVariant':
      return { kind, initiativeId: firstOf(ids), variantId: await variantOf(firstOf(ids), required(typed, 'variant'), call) }
    case 'finishToStart':
      return { kind, initiativeId: firstOf(ids), afterId: afterOf(rows, required(typed, 'after')), lagMonths: countOf(typed, 'lag') ?? 0 }
    case 'requiresAny':
      return { kind, initiativeId: firstOf(ids), anyOf: ids.slice(1) }
    case 'atMost':
      return { kind, initiativeIds: ids, most: counted(typed, 'count') }
    case 'atLeast':
      return { kind, initiativeIds: ids, least: counted(typed, 'count') }
    case 'parallel':
      return { kind, initiativeIds: ids, most: counted(typed, 'count') }
    case 'shareCeiling':
    case 'shareFloor':
      return { kind, of: await shareTyped(typed, call), percent: counted(typed, 'percent'), tolerancePercent: countOf(typed, 'tolerance') ?? 0 }
    case 'valueFloor':
      return { kind, objectiveId: await objectiveOf(required(typed, 'objective'), call), leastPoints: counted(typed, 'count') }
  }
}

const afterOf = (rows: readonly InitiativeRow[], word: string): string => findAmong(rows, word).id

function firstOf(ids: readonly string[]): string {
  const [first] = ids
  if (first === undefined) throw new UsageError('Found no initiative; expected one.')
  return first
}

function counted(typed: Typed, option: string): number {
  required(typed, option)
  return countOf(typed, option) ?? 0
}

const variantOf = async (id: string, word: string, call: Context['call']): Promise<string> => oneOf('variant', (await call(capacityRoutes.readPlan, { params: { id } })).variants, word, ({ name }) => [name]).id

const objectiveOf = async (word: string, call: Context['call']): Promise<string> => oneOf('objective', (await call(strategyRoutes.readStrategy, {})).objectives, word, ({ statement }) => [statement]).id

async function shareTyped(typed: Typed, call: Context['call']): Promise<Extract<DemandPart, { kind: 'shareFloor' }>['of']> {
  const [category, unit, horizon, objective] = [typed.one('category'), typed.one('unit'), typed.one('horizon'), typed.one('objective')]
  if (category !== undefined) return { by: 'category', value: category }
  if (unit !== undefined) return { by: 'unit', value: oneOf('unit', await call(peopleRoutes.listUnits, {}), unit, ({ code, name }) => [code, name]).id }
  if (horizon !== undefined) return { by: 'horizon', value: horizon }
  if (objective !== undefined) return { by: 'objective', value: await objectiveOf(objective, call) }
  throw new UsageError('Found no share; expected one of --category, --unit, --horizon, --objective.')
}

const withdraw: Command = {
  name: 'demand withdraw',
  usage: '<id>',
  summary: 'Withdraw a demand that was recorded for every roadmap',
  run: async (typed, { call, print }) => {
    const id = wordAt(typed, 0, 'id')
    await call(portfolioRoutes.withdrawPlanningDemand, { params: { id } })
    print.answer({ id }, () => ['Withdrawn; no roadmap keeps it any more.'])
  },
}

export const demandsCommands: readonly Command[] = [list, record, withdraw]
