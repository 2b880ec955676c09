import { capacityRoutes, type Capacity, type GivenPlan, type PoolLoad } from '@throughline/contract/capacity'
import { checkTable, theOne, words } from '../check.ts'
import type { Person } from '../pattern.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findInitiative, nobodysId } from './find.ts'

/** Sentences about pools of people and what initiatives need of them. Everything is looked at from the second quarter of 2027 on. */
export const capacitySentences: readonly Sentence[] = [
  does('{person} adds the pool {text} that counts in hours', ({ world }, person, name) => act(world, person, capacityRoutes.createPool, { body: { name, unit: 'hour' } })),
  does('{person} removes the pool {text}', async ({ world }, person, name) => act(world, person, capacityRoutes.removePool, { params: { id: (await findPool(world, name)).pool.id } })),
  does('{person} gives the pool {text} {count} hours from {date} on', async ({ world }, person, name, hours, on) => {
    const { id, version } = (await findPool(world, name)).pool
    await act(world, person, capacityRoutes.setCapacities, { body: { pools: [{ id, version, lines: [{ on, amount: String(hours) }] }] } })
  }),
  does('{person} plans {text} with {count} hours of {text} in its first three months', async ({ world }, person, initiative, hours, pool) => planWith(world, person, initiative, hours, (await findPool(world, pool)).pool.id)),
  does('{person} plans {text} with {count} hours of a pool that is not there', ({ world }, person, initiative, hours) => planWith(world, person, initiative, hours, nobodysId)),
  does('{person} plans {text} to start between {date} and {date}', async ({ world }, person, initiative, earliestOn, latestOn) => {
    await setPlan(world, person, initiative, { earliestOn, latestOn, fixedOn: null, variants: [] })
  }),

  checks('the load of the pool {text} reads', async ({ world, table }, name) => {
    const { periods } = await readCapacity(world)
    const { cells } = await findPool(world, name)
    checkTable('periods', table, periods.map((period, at) => ({ period, cell: present(cells[at], 'cell') })).slice(0, present(table, 'table of periods').length), loadColumns)
  }),
]

type LoadRow = { readonly period: Capacity['periods'][number]; readonly cell: PoolLoad['cells'][number] }
const loadColumns = {
  period: words<LoadRow>(({ period }) => period.label),
  capacity: words<LoadRow>(({ cell }) => cell.capacity ?? 'not recorded'),
  demand: words<LoadRow>(({ cell }) => cell.demand),
  load: words<LoadRow>(({ cell }) => (cell.load.status === 'ok' ? `${Math.round(cell.load.value * 100)} %` : cell.load.status)),
}

const readCapacity = ({ home }: World): Promise<Capacity> => home.viewer.read(capacityRoutes.readCapacity, { query: { from: '2027-04-01' } })
const findPool = async (world: World, name: string): Promise<PoolLoad> => theOne('pool', (await readCapacity(world)).pools, ({ pool }) => pool.name, name)

async function setPlan(world: World, person: Person, initiative: string, plan: Omit<GivenPlan, 'version'>): Promise<void> {
  const { id } = await findInitiative(world, initiative)
  const { version } = await world.home.viewer.read(capacityRoutes.readPlan, { params: { id } })
  await act(world, person, capacityRoutes.setPlan, { params: { id }, body: { version, ...plan } })
}

const planWith = (world: World, person: Person, initiative: string, hours: number, poolId: string): Promise<void> =>
  setPlan(world, person, initiative, { earliestOn: null, latestOn: null, fixedOn: null, variants: [{ name: 'Whole', inPlan: true, valuePercent: 100, demands: [{ poolId, lines: [{ fromMonth: 0, months: 3, quantity: String(hours) }] }] }] })
