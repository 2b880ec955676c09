import { peopleRoutes } from '@throughline/contract/people'
import { strategyRoutes, type GoalAtStake, type UnitStake } from '@throughline/contract/strategy'
import { amount, checkTable, number, set, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findInitiative } from './find.ts'

/** Sentences about goals of units, and what of them hangs on others. */
export const stakeSentences: readonly Sentence[] = [
  does('{person} gives units goals in the draft', async ({ world, table }, person) => {
    const { id } = present((await world.home.viewer.read(strategyRoutes.listVersions, {}))[0], 'version of the strategy')
    const { version } = await world.home.viewer.read(strategyRoutes.readVersion, { params: { id } })
    const units = await world.home.viewer.read(peopleRoutes.listUnits, {})
    const rows = await Promise.all(present(table, 'table of goals').map(async ({ unit = '', goal = '', weight = '', initiative, contribution = '' }) => ({ unit, goal, weight: Number(weight), contribution: Number(contribution), initiativeId: initiative ? (await findInitiative(world, initiative)).id : null })))
    // What is called as no unit is a function.
    const unitIds = new Map(units.map(({ id, name }) => [name, id]))
    const unitStrategies = [...Map.groupBy(rows, ({ unit }) => unit)].map(([unit, own]) => ({
      id: crypto.randomUUID(), name: unit, intent: '', level: unitIds.has(unit) ? ('unit' as const) : ('functional' as const), unitId: unitIds.get(unit) ?? null, parentId: null, weights: 'local' as const,
      objectives: [...Map.groupBy(own, ({ goal }) => goal)].map(([statement, lines]) => ({
        id: crypto.randomUUID(), statement, description: '', weight: lines[0]?.weight ?? 0, owner: null, deadline: null, serves: null,
        contributions: lines.flatMap(({ initiativeId, contribution }) => (initiativeId === null ? [] : [{ initiativeId, contribution, rationale: '' }])),
      })),
    }))
    await act(world, person, strategyRoutes.changeDraft, { params: { id }, body: { version, unitStrategies } })
  }),
  checks('stake and control reads', async ({ world, table }) => checkTable('units', table, await stakesOf(world), unitColumns)),
  checks('the goals at stake read', async ({ world, table }) => checkTable('goals', table, (await stakesOf(world)).flatMap(({ goals }) => goals), goalColumns)),
]

const stakesOf = async ({ home }: World): Promise<readonly UnitStake[]> => (await home.viewer.read(strategyRoutes.readStakes, {})).units
const unitColumns = {
  unit: words<UnitStake>(({ name }) => name), 'hangs on others': number<UnitStake>(({ dependence }) => dependence.metric), 'at stake': amount<UnitStake>(({ exposed }) => exposed.metric), own: amount<UnitStake>(({ own }) => own.metric),
  owners: set<UnitStake>(({ owners }) => owners.map(({ unit }) => unit ?? 'nobody')),
}
const goalColumns = { goal: words<GoalAtStake>(({ statement }) => statement), own: words<GoalAtStake>(({ own }) => own), others: words<GoalAtStake>(({ others }) => others), 'hangs on others': number<GoalAtStake>(({ dependence }) => dependence.metric) }
