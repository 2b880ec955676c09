import { peopleRoutes } from '@throughline/contract/people'
import { strategyRoutes, type Workshop, type WorkshopMethod } from '@throughline/contract/strategy'
import { checkTable, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findObjective } from './find.ts'

/** Sentences about workshops on weights. The editor and the viewer are invited, nobody else. */
export const workshopSentences: readonly Sentence[] = [
  does('{person} opens a workshop by {code}', async ({ world }, person, method) => {
    const members = await world.home.owner.read(peopleRoutes.listMembers, {})
    const judges = members.filter(({ role }) => role === 'editor' || role === 'viewer').map(({ id }) => id)
    await act(world, person, strategyRoutes.openWorkshop, { body: { title: 'Weights of the year', method: method as WorkshopMethod, judges } })
  }),
  does('{person} judges', async ({ world, table }, person) => {
    const values = await Promise.all(present(table, 'table of values').map(async ({ objective = '', value = '' }) => ({ key: (await findObjective(world, objective)).key, value: Number(value) })))
    await act(world, person, strategyRoutes.handInJudgement, { params: { id: (await lastWorkshop(world)).id }, body: { judgement: { values, pairs: [] } } })
  }),
  does('{person} compares', async ({ world, table }, person) => {
    const key = async (objective: string) => (await findObjective(world, objective)).key
    const pairs = await Promise.all(present(table, 'table of comparisons').map(async ({ objective = '', times = '', of = '' }) => ({ a: await key(objective), b: await key(of), ratio: Number(times) })))
    await act(world, person, strategyRoutes.handInJudgement, { params: { id: (await lastWorkshop(world)).id }, body: { judgement: { values: [], pairs } } })
  }),
  does('{person} closes the workshop', async ({ world }, person) => {
    const { id, version } = await lastWorkshop(world)
    await act(world, person, strategyRoutes.closeWorkshop, { params: { id }, body: { version } })
  }),
  does('{person} decides the weights', async ({ world, table }, person) => {
    const { id, version } = await lastWorkshop(world)
    const weights = await Promise.all(present(table, 'table of weights').map(async ({ objective = '', weight = '' }) => ({ key: (await findObjective(world, objective)).key, weight: Number(weight) })))
    await act(world, person, strategyRoutes.decideWorkshop, { params: { id }, body: { version, weights, rationale: 'What we agreed on' } })
  }),
  checks('the workshop comes to', async ({ world, table }) => {
    const { objectives, results } = await lastWorkshop(world)
    const named = new Map(objectives.map(({ key, statement }) => [key, statement]))
    checkTable('joint weights', table, results?.weights.map(({ key, weight }) => ({ objective: named.get(key) ?? '', weight })) ?? [], { objective: words<Joint>((one) => one.objective), weight: words<Joint>((one) => one.weight) })
  }),
  checks('the workshop decided', async ({ world, table }) => {
    const { objectives, decision } = await lastWorkshop(world)
    const named = new Map(objectives.map(({ key, statement }) => [key, statement]))
    checkTable('decided weights', table, decision?.weights.map(({ key, weight }) => ({ objective: named.get(key) ?? '', weight })) ?? [], { objective: words<Joint>((one) => one.objective), weight: words<Joint>((one) => one.weight) })
  }),
]

type Joint = { readonly objective: string; readonly weight: number }

async function lastWorkshop({ home }: World): Promise<Workshop> {
  const { id } = present((await home.viewer.read(strategyRoutes.listWorkshops, {}))[0], 'workshop')
  return home.viewer.read(strategyRoutes.readWorkshop, { params: { id } })
}
