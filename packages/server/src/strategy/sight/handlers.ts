import type { SightKind, SightLines, SightThing, strategyProblems, strategyRoutes, UnitStrategy } from '@throughline/contract/strategy'
import { ok, refuse } from '@throughline/engine/kernel'
import { withOrg, type Tx } from '../../database/index.ts'
import type { Handlers } from '../../http/index.ts'
import { may, readUnits } from '../../people/index.ts'
import { rolledUp } from '../../rollups/index.ts'
import { readInForce, readPerspectiveNames } from '../alignment/store.ts'
import { readAcceptedLinks } from '../between/accepted.ts'
import type { InitiativeSource } from '../initiative-source.ts'
import { readObjectives } from '../objectives-store.ts'
import { unitObjectivesOf, type UnitObjectiveFacts } from '../tree/unit-objectives.ts'
import { linesOf } from './lines.ts'
import { presentSight } from './present.ts'
import type { SightSource } from './source.ts'
import { contributionEdges, judgedPairs, measureEdges, measureStanding, measureThings, objectiveThings } from './store.ts'
import { unitSteps, unitThing } from './unit-steps.ts'
import { walk, type Step } from './walk.ts'

type SightRoutes = Pick<typeof strategyRoutes, 'readSightLines' | 'readSight'>

/** The line of sight: one through a thing, read as it is asked for; and all of them counted, once after each act. */
export const sightHandlers = (source: SightSource, { readInitiatives }: InitiativeSource): Handlers<SightRoutes, keyof typeof strategyProblems> => {
  const steps = stepsOf(source)
  return {
    readSight: ({ actor, query, context: { db } }) =>
      withOrg(db, actor, async (tx) => {
        const below = await readBelow(tx)
        const reached = await walk(tx, [...unitSteps(below.objectives), ...(below.objectives.length > 0 ? [{ from: 'unit_objective', to: 'measure', edges: measureEdges(idsOf(below)) } as const] : []), ...steps, ...workSteps(source, query.kind)], query)
        const told = may(actor, 'see_money')
        const things: SightThing[] = []
        for (const [kind, ids] of reached.found) things.push(...(kind === 'unit_objective' ? below.objectives.filter(({ id }) => ids.has(id)).map(unitThing(below.unitNames)) : await thingsOf(source, tx, kind, [...ids], told)))
        const subject = things.find(({ kind, id }) => kind === query.kind && id === query.id)
        const totals = query.kind === 'initiative' ? { tasks: await source.countTasks(tx, query.id) } : {}
        const [onLine, accepted] = [reached.found.get('unit_objective') ?? new Set<string>(), await readAcceptedLinks(tx, below.strategies)]
        const beside = accepted.filter(({ from, to }) => onLine.has(from.id) || onLine.has(to.id))
        return subject ? ok({ ...presentSight(reached, things, subject, totals), commonLinks: beside }) : refuse({ code: 'not_found' as const, values: { what: query.kind, id: query.id } })
      }),
    readSightLines: ({ actor, context: { db } }) =>
      rolledUp<SightLines, never>(db, actor, { kind: 'sight-lines', asked: null }, async ({ tx }) => {
        const initiatives = (await readInitiatives(tx)).filter(({ current }) => current).map(({ id, key, name }) => ({ id, key, name }))
        const below = await readBelow(tx)
        const [objectives, perspectives, judged, measures, standing] = [await readObjectives(tx), await readPerspectiveNames(tx), await judgedPairs(tx), await measureStanding(tx, idsOf(below)), { ...(await source.standing(tx)), work: await source.work(tx) }]
        return ok(linesOf({ objectives, perspectives, initiatives, judged, unitObjectives: below.objectives, unitNames: below.unitNames, measures, ...standing }))
      }),
  }
}

const idsOf = ({ objectives }: { readonly objectives: readonly UnitObjectiveFacts[] }): readonly string[] => objectives.map(({ id }) => id)

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

/** Objectives of units and functions in force, with the names of the units; the names are read only where there are any. */
async function readBelow(tx: Tx): Promise<{ readonly strategies: readonly UnitStrategy[]; readonly objectives: readonly UnitObjectiveFacts[]; readonly unitNames: ReadonlyMap<string, string> }> {
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
