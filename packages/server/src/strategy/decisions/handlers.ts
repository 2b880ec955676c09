import type { decisionUseRoutes, ObjectiveUse, strategyProblems } from '@throughline/contract/strategy'
import { ok, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor, type Tx } from '../../database/index.ts'
import { readDecisions, readMovedInitiatives } from '../../governance/index.ts'
import { afterAct, type Handlers, type RequestContext } from '../../http/index.ts'
import { readOrganisation, readUnits } from '../../people/index.ts'
import type { InitiativeSource } from '../initiative-source.ts'
import { citeObjective, withdrawCitation } from './acts/cite-objective.ts'
import { readCitable } from './citable.ts'
import { presentUse } from './present.ts'
import { readCitations } from './store.ts'

/** Objectives as reasons of decisions; each act answers with how often they are. */
export function decisionUseHandlers(source: InitiativeSource): Handlers<typeof decisionUseRoutes, keyof typeof strategyProblems> {
  const read = ({ db }: RequestContext, actor: Actor): Promise<ObjectiveUse> =>
    withOrg(db, actor, async (tx) => presentUse({
      decisions: await readDecisions(tx), citations: await readCitations(tx), citable: await readCitable(tx, actor.orgId), unitsOf: await unitsMoved(tx, source),
      unitNames: new Map((await readUnits(tx)).map(({ id, name }) => [id, name])), calendar: (await readOrganisation(tx)).calendar,
    }))
  const then = <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor): Promise<Result<ObjectiveUse, R>> => afterAct(outcome, () => read(context, actor))
  return {
    readObjectiveUse: async ({ actor, context }) => ok(await read(context, actor)),
    citeObjective: ({ actor, body, context }) => then(citeObjective(context.db, actor, body, context.now), context, actor),
    withdrawCitation: ({ actor, params, context }) => then(withdrawCitation(context.db, actor, params.id, context.now), context, actor),
  }
}

/** The units whose initiatives each decision moved, as those belong to units now. */
async function unitsMoved(tx: Tx, { readInitiativesOf }: InitiativeSource): Promise<ReadonlyMap<string, readonly string[]>> {
  const moved = await readMovedInitiatives(tx)
  const unitOf = new Map((await readInitiativesOf(tx, [...new Set([...moved.values()].flat())])).map(({ id, unitId }) => [id, unitId]))
  return new Map([...moved].map(([id, initiatives]) => [id, [...new Set(initiatives.flatMap((one) => unitOf.get(one) ?? []))]]))
}
