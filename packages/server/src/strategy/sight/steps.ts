import type { SightKind, SightThing, UnitStrategy } from '@throughline/contract/strategy'
import type { Tx } from '../../database/index.ts'
import { readUnits } from '../../people/index.ts'
import { readInForce } from '../alignment/store.ts'
import { readObjectives } from '../objectives-store.ts'
import { unitObjectivesOf, type UnitObjectiveFacts } from '../tree/unit-objectives.ts'
import type { SightSource } from './source.ts'
import { contributionEdges, measureEdges, measureThings, objectiveThings } from './store.ts'
import { unitSteps, unitThing } from './unit-steps.ts'
import type { Step } from './walk.ts'

/** Objectives of units and functions in force, with the names of the units. */
export type Below = { readonly strategies: readonly UnitStrategy[]; readonly objectives: readonly UnitObjectiveFacts[]; readonly unitNames: ReadonlyMap<string, string> }

/** Every step of a line, for who asks of a thing of some kind. */
export const stepsFor = (source: SightSource, below: Below, asked: SightKind): readonly Step[] => [
  ...unitSteps(below.objectives), ...(below.objectives.length > 0 ? [{ from: 'unit_objective', to: 'measure', edges: measureEdges(idsOf(below)) } as const] : []), ...stepsOf(source), ...workSteps(source, asked),
]

/** Things of one kind by their ids. */
export const thingsFor = async (source: SightSource, tx: Tx, below: Below, kind: SightKind, ids: readonly string[], told: boolean): Promise<readonly SightThing[]> =>
  kind === 'unit_objective' ? below.objectives.filter(({ id }) => ids.includes(id)).map(unitThing(below.unitNames)) : thingsOf(source, tx, kind, ids, told)

export const idsOf = ({ objectives }: Pick<Below, 'objectives'>): readonly string[] => objectives.map(({ id }) => id)

const stepsOf = (source: SightSource): readonly Step[] => [
  { from: 'objective', to: 'initiative', edges: contributionEdges },
  { from: 'objective', to: 'measure', edges: measureEdges() },
  { from: 'initiative', to: 'benefit', edges: source.benefitsOfInitiatives },
  { from: 'initiative', to: 'change', edges: source.changesOfInitiatives },
  { from: 'change', to: 'change', edges: source.changesToChanges },
  { from: 'change', to: 'benefit', edges: source.benefitsOfChanges },
  { from: 'initiative', to: 'amount', edges: source.amountsOfInitiatives },
  { from: 'benefit', to: 'benefit', edges: source.benefitsToBenefits },
  { from: 'benefit', to: 'measure', edges: source.measuresOfBenefits },
  { from: 'benefit', to: 'entry', edges: source.entriesOfBenefits },
  { from: 'measure', to: 'entry', edges: source.entriesOfMeasures },
]

/** Steps through the work of initiatives: of an initiative that is asked for all of it, else what brings something about. */
const workSteps = (source: SightSource, asked: SightKind): readonly Step[] => [
  { from: 'initiative', to: 'task', edges: asked === 'initiative' ? source.tasksOfInitiatives : source.enablingOfInitiatives },
  { from: 'task', to: 'task', edges: source.partsToWholes },
  { from: 'task', to: 'change', edges: source.changesOfTasks },
  { from: 'task', to: 'benefit', edges: source.benefitsOfTasks },
]

/** Objectives of units and functions in force; the names of the units are read only where there are any. */
export async function readBelow(tx: Tx): Promise<Below> {
  const strategies = (await readInForce(tx)).unit_strategies as readonly UnitStrategy[]
  return strategies.length === 0 ? { strategies, objectives: [], unitNames: new Map() } : { strategies, objectives: unitObjectivesOf(strategies, await readObjectives(tx)), unitNames: new Map((await readUnits(tx)).map(({ id, name }) => [id, name])) }
}

function thingsOf(source: SightSource, tx: Tx, kind: Exclude<SightKind, 'unit_objective'>, ids: readonly string[], told: boolean): Promise<readonly SightThing[]> {
  switch (kind) {
    case 'objective':
      return objectiveThings(tx, ids)
    case 'initiative':
      return source.initiatives(tx, ids)
    case 'task':
      return source.tasks(tx, ids)
    case 'change':
      return source.changes(tx, ids)
    case 'benefit':
      return source.benefits(tx, ids)
    case 'measure':
      return measureThings(tx, ids)
    case 'entry':
      return source.entries(tx, ids, told)
    case 'amount':
      return source.amounts(tx, ids, told)
  }
}
