import type { SightLines, SightThing, strategyProblems, strategyRoutes } from '@throughline/contract/strategy'
import { ok, refuse } from '@throughline/engine/kernel'
import { withOrg } from '../../database/index.ts'
import type { Handlers } from '../../http/index.ts'
import { may } from '../../people/index.ts'
import { rolledUp } from '../../rollups/index.ts'
import { readPerspectiveNames } from '../alignment/store.ts'
import { readAcceptedLinks } from '../between/accepted.ts'
import type { InitiativeSource } from '../initiative-source.ts'
import { readObjectives } from '../objectives-store.ts'
import { linesOf } from './lines.ts'
import { presentSight } from './present.ts'
import type { SightSource } from './source.ts'
import { idsOf, readBelow, stepsFor, thingsFor } from './steps.ts'
import { judgedPairs, measureStanding } from './store.ts'
import { walk } from './walk.ts'

type SightRoutes = Pick<typeof strategyRoutes, 'readSightLines' | 'readSight'>

/** The line of sight: one through a thing, read as it is asked for; and all of them counted, once after each act. */
export const sightHandlers = (source: SightSource, { readInitiatives }: InitiativeSource): Handlers<SightRoutes, keyof typeof strategyProblems> => ({
  readSight: ({ actor, query, context: { db } }) =>
    withOrg(db, actor, async (tx) => {
      const below = await readBelow(tx)
      const reached = await walk(tx, stepsFor(source, below, query.kind), query)
      const told = may(actor, 'see_money')
      const things: SightThing[] = []
      for (const [kind, ids] of reached.found) things.push(...(await thingsFor(source, tx, below, kind, [...ids], told)))
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
})
