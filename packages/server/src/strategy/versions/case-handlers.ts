import type { InitiativeToGo, RecalibrationCase, strategyProblems, StrategyRefusal, versionRoutes } from '@throughline/contract/strategy'
import type { WireRefusal } from '@throughline/contract/wire'
import { gives } from '@throughline/contract/people'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { enterOrg, withOrg, type Actor, type Tx } from '../../database/index.ts'
import { todayOf, type Handlers, type RequestContext } from '../../http/index.ts'
import { may, readMembers } from '../../people/index.ts'
import { rolledUp } from '../../rollups/index.ts'
import { firstStrategy } from '../first-strategy.ts'
import { everyMeasure, readStored } from '../store.ts'
import { presentCase, presentToGo } from './case.ts'
import { coverageOfVersion } from './coverage.ts'
import { unitStrategyChanges } from './measures.ts'
import { ofVersion } from './of-version.ts'
import type { RecordOfPlan } from './plan-source.ts'
import type { PromiseSource } from './promise-source.ts'
import { readNext, readReviewed } from './store.ts'
import { closedRefusal, nameOfVersion } from './policy.ts'
import { planAfter, readWholeVersion } from './whole.ts'

type CaseRoutes = Pick<typeof versionRoutes, 'readRecalibrationCase' | 'readToGo' | 'startVersionRoadmap' | 'startVersionRanks'>

/** What a recalibration is computed from, and the money of one initiative in it. Everything is read for them once after each act: until the next one they are asked for as they were kept. */
export const caseHandlers = (plan: RecordOfPlan, promises: PromiseSource): Handlers<CaseRoutes, keyof typeof strategyProblems> => ({
  // Who may not see amounts never gets here.
  readRecalibrationCase: async ({ actor, context, params }) => {
    const asked = await askedOf(context, actor, params.id)
    return rolledUp<RecalibrationCase, StrategyRefusal | WireRefusal>(context.db, actor, { kind: 'recalibration-case', asked }, ({ tx }) => readCase(tx, actor, asked, plan, promises))
  },
  startVersionRanks: async ({ actor, context, params, body }) => {
    const asked = await askedOf(context, actor, params.id)
    const found = await withOrg(context.db, actor, (tx) => readCase(tx, actor, asked, plan, promises))
    if (!found.ok) return found
    // The case is read in one snapshot, and goes with the job.
    return context.db.transaction().execute(async (tx) => {
      await enterOrg(tx, actor)
      return ok({ jobId: await plan.startRanks(tx, actor, found.value, body) })
    })
  },
  startVersionRoadmap: ({ actor, context, params }) =>
    // The job is written in the same transaction in which its two plans are read.
    context.db.transaction().execute(async (tx) => {
      await enterOrg(tx, actor)
      return ofVersion<{ readonly jobId: string }>(tx, actor, params.id, async (_, whole) => {
        if (whole.row.status !== 'draft' && whole.row.status !== 'sent') return closedRefusal(whole.row) ?? refuse({ code: 'not_found' as const, values: { what: 'draft', id: params.id } })
        return ok({ jobId: await plan.startRoadmap(tx, actor, { name: nameOfVersion(whole.row), plan: planAfter(await plan.read(tx), whole) }, todayOf(context)) })
      })
    }),
  readToGo: ({ actor, context, params }) => {
    // What a draft says of amounts is told to who may see them alone: theirs is another answer than that of the others.
    const asked = { id: params.id, today: todayOf(context), told: may(actor, 'see_money') }
    return rolledUp<InitiativeToGo, WireRefusal>(context.db, actor, { kind: 'money-to-go', asked }, async ({ tx }) => {
      const record = await plan.read(tx)
      const one = record.initiatives.find(({ id }) => id === params.id)
      if (!one) return refuse({ code: 'not_found' as const, values: { what: 'initiative', id: params.id } })
      const [next, stored] = [await readNext(tx), (await readStored(tx)) ?? firstStrategy(actor.orgId)]
      const estimate = next && asked.told ? (await readWholeVersion(tx, stored, next)).document.estimates.find(({ initiativeId }) => initiativeId === one.id) : undefined
      return ok(presentToGo(one, { ...record, toGo: await plan.readToGo(tx) }, asked.today, estimate))
    })
  },
})

type AskedCase = { readonly id: string; readonly today: string; readonly deciders: string }
const askedOf = async (context: RequestContext, actor: Actor, id: string): Promise<AskedCase> => ({ id, today: todayOf(context), deciders: await decidersNow(context, actor) })

const readCase = (tx: Tx, actor: Actor, { id, today, deciders }: AskedCase, plan: RecordOfPlan, { promisedMovements }: PromiseSource): Promise<Result<RecalibrationCase, StrategyRefusal | WireRefusal>> =>
  ofVersion(tx, actor, id, async (_, { before, after, mappings, said, contributions, document, inForce }, stored) => {
    const casePlan = { ...(await plan.read(tx)), toGo: await plan.readToGo(tx), deciders }
    const coverage = coverageOfVersion(document.content.objectives, inForce.objectives, everyMeasure(stored), await promisedMovements(tx))
    return ok(presentCase({ versionId: id, coverage, before, after, mappings, unitStrategies: unitStrategyChanges(inForce.unitStrategies, document.content.unitStrategies), inForce: said, composed: contributions, document, plan: casePlan, reviewed: await readReviewed(tx), today }))
  })

/** Who may decide, where few enough are that naming them helps. Names of people are no act of the organisation, so they are asked for each time. */
async function decidersNow({ db }: RequestContext, actor: Actor): Promise<string> {
  const deciders = (await withOrg(db, actor, readMembers)).filter(({ role }) => gives(role, 'decide')).map(({ name }) => name)
  return deciders.length > 0 && deciders.length <= 3 ? deciders.join(', ') : 'Owners and portfolio leads'
}
