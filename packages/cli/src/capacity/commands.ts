import { capacityRoutes, type Capacity, type GivenPlan, type InitiativePlan, type PoolLoad } from '@throughline/contract/capacity'
import { commitmentCommands } from './commitments.ts'
import { startCommands } from './starts.ts'
import { readFileTables } from './read-file.ts'
import { findInitiative } from '../demand/index.ts'
import { countOf, UsageError, wordAt, type Command } from '../terminal/command.ts'
import { explanationLines, metricText, moneyText, percent } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'
import { readCapacityTable } from './table.ts'

const units = { hours: 'hour', days: 'day', fte: 'fte' } as const

const show: Command = {
  name: 'capacity',
  summary: 'Capacity against demand by pool and period, for the plan of record',
  options: { from: { about: 'A day of the first period; today unless said', takes: 'date' }, why: { about: 'Explain one pool in its first period', takes: 'pool' } },
  run: async (typed, { call, print }) => {
    const from = typed.one('from')
    const capacity = await call(capacityRoutes.readCapacity, { query: from ? { from } : {} })
    const asked = typed.one('why')
    if (asked === undefined) return print.answer(capacity, () => capacityLines(capacity))
    const { pool } = oneOf('pool', capacity.pools.map((one) => ({ ...one, id: one.pool.id })), asked, (one) => [one.pool.name])
    const reason = await call(capacityRoutes.readLoad, { params: { id: pool.id }, query: { on: capacity.periods[0]?.from ?? '' } })
    print.answer(reason, () => explanationLines(reason.why))
  },
}

function capacityLines({ pools, periods, plan }: Capacity): readonly string[] {
  const columns = [
    { head: 'Pool', of: ({ pool }: PoolLoad) => pool.name },
    { head: 'Unit', of: ({ pool }: PoolLoad) => pool.unit },
    ...periods.map(({ label }, at) => ({ head: label, of: ({ cells }: PoolLoad) => cellText(cells[at]), right: true })),
  ]
  const without = plan.withoutStart.map(({ name }) => name).join(', ')
  return [...(pools.length === 0 ? ['No pool is recorded yet; `throughline capacity add-pool` adds one.'] : tableLines(pools, columns)), `${plan.initiatives} initiatives in the plan of record, ${plan.withDemand} with a recorded demand.`, ...(without ? [`Without a start: ${without}`] : [])]
}

const cellText = (cell: PoolLoad['cells'][number] | undefined): string => (!cell ? '' : cell.load.status === 'ok' ? percent(cell.load.value) : cell.capacity === null ? (cell.initiatives > 0 ? `${cell.demand} of ?` : '–') : `${cell.demand} of 0`)

const addPool: Command = {
  name: 'capacity add-pool',
  usage: '<name> <hours|days|fte>',
  summary: 'Add a pool of people who can stand in for one another',
  options: { people: { about: 'How many they are', takes: 'count' }, skill: { about: 'What all of them can do', takes: 'skill', many: true } },
  run: async (typed, { call, print }) => {
    const unit = units[wordAt(typed, 1, 'unit') as keyof typeof units]
    if (!unit) throw new UsageError(`Found unit ${wordAt(typed, 1, 'unit')}; expected ${Object.keys(units).join(', ')}.`)
    const people = countOf(typed, 'people')
    const pool = await call(capacityRoutes.createPool, { body: { name: wordAt(typed, 0, 'name'), unit, skills: [...typed.many('skill')], ...(people === undefined ? {} : { people }) } })
    print.answer(pool, () => [`Added the pool ${pool.name} (${pool.id}).`])
  },
}

const set: Command = {
  name: 'capacity set',
  usage: '<file.csv|file.xlsx>',
  summary: 'Give capacities from a table: pools down, periods across; all of it or nothing',
  options: { from: { about: 'A day of the first period that the table may name; today unless said', takes: 'date' } },
  run: async (typed, { call, print, readFile }) => {
    const path = wordAt(typed, 0, 'file')
    const from = typed.one('from')
    const known = await call(capacityRoutes.readCapacity, { query: from ? { from } : {} })
    const pools = readCapacityTable(await readFileTables(await readFile(path), path), known)
    if (pools.length === 0) throw new UsageError('Found no figure in the table; expected one.')
    const after = await call(capacityRoutes.setCapacities, { body: { pools: [...pools] } })
    print.answer(after, () => [`Given: ${pools.reduce((sum, { lines }) => sum + lines.length, 0)} figures of ${pools.length} pools.`])
  },
}

const pots: Command = {
  name: 'capacity pots',
  summary: 'Budgets by period, and who may draw on them',
  run: async (_, { call, print }) => {
    const found = await call(capacityRoutes.listPots, {})
    print.answer(found, () => tableLines(found.pots, [
      { head: 'Pot', of: ({ name }) => name }, { head: 'Pays for', of: ({ kind }) => kind }, { head: 'Carried over', of: ({ carryOver, carryOverPercent }) => (carryOver === 'limited' ? `${carryOverPercent ?? 0} %` : carryOver) },
      { head: 'May draw', of: ({ categories, units: own }) => [...categories, ...own.map(({ name }) => name)].join(', ') || 'everybody' },
      ...found.periods.map(({ label }, at) => ({ head: label, of: ({ amounts }: (typeof found.pots)[number]) => (amounts[at] ? moneyText(amounts[at]) : '–'), right: true })),
    ]))
  },
}

const plan: Command = {
  name: 'capacity plan',
  usage: '<initiative>',
  summary: 'How an initiative may be planned: starts, variants, what each needs; --set gives it',
  options: { set: { about: 'A JSON file as the API takes it, without the version', takes: 'file.json' } },
  run: async (typed, { call, print, readFile }) => {
    const { id } = await findInitiative(call, wordAt(typed, 0, 'initiative'))
    const path = typed.one('set')
    const now = await call(capacityRoutes.readPlan, { params: { id } })
    if (path === undefined) return print.answer(now, () => planLines(now))
    const given = JSON.parse(new TextDecoder().decode(await readFile(path))) as Omit<GivenPlan, 'version'>
    const after = await call(capacityRoutes.setPlan, { params: { id }, body: { ...given, version: now.version } })
    print.answer(after, () => planLines(after))
  },
}

function planLines({ initiative, startsOn, earliestOn, latestOn, fixedOn, variants }: InitiativePlan): readonly string[] {
  const window = fixedOn ? `fixed on ${fixedOn}` : `from ${earliestOn ?? 'any day'} to ${latestOn ?? 'any day'}`
  const needs = variants.flatMap((variant) => variant.demands.flatMap(({ pool, lines }) => lines.map(({ fromMonth, months, quantity }) => ({ variant: variant.name, of: pool.name, months: `${fromMonth}–${fromMonth + months}`, amount: quantity }))))
  const costs = variants.flatMap((variant) => variant.costs.flatMap(({ pot, lines }) => lines.map(({ fromMonth, months, amount }) => ({ variant: variant.name, of: pot?.name ?? 'no pot', months: `${fromMonth}–${fromMonth + months}`, amount: metricText(amount, moneyText) }))))
  const columns = [{ head: 'Variant', of: (row: (typeof needs)[number]) => row.variant }, { head: 'Of', of: (row: (typeof needs)[number]) => row.of }, { head: 'Months', of: (row: (typeof needs)[number]) => row.months, right: true }, { head: 'Amount', of: (row: (typeof needs)[number]) => row.amount, right: true }]
  const named = variants.map(({ name, inPlan }) => `${name}${inPlan ? ' (in the plan)' : ''}`).join(', ')
  return [`${initiative.name}: starts on ${startsOn ?? 'no day yet'}; may start ${window}`, `Variants: ${named || 'none recorded'}`, ...(needs.length + costs.length > 0 ? tableLines([...needs, ...costs], columns) : [])]
}

export const capacityCommands: readonly Command[] = [show, addPool, set, pots, plan, ...commitmentCommands, ...startCommands]
