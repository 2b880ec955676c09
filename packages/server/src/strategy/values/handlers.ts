import type { strategyProblems, ValuesRegister, valuesRoutes } from '@throughline/contract/strategy'
import { ok, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor } from '../../database/index.ts'
import { readDecisions } from '../../governance/index.ts'
import { afterAct, type Handlers, type RequestContext } from '../../http/index.ts'
import { readUnits } from '../exchange/units-store.ts'
import { addValue, changeValue, retireValue } from './acts/keep-value.ts'
import { mapUnitValue, removeUnitValue, stateUnitValue } from './acts/state-unit-value.ts'
import { tagDecision, untagDecision } from './acts/tag-decision.ts'
import { presentValues } from './present.ts'
import { readOrganisationValues, readStatements, readTags } from './store.ts'

const read = ({ db }: RequestContext, actor: Actor): Promise<ValuesRegister> =>
  withOrg(db, actor, async (tx) => presentValues({ values: await readOrganisationValues(tx), strategies: (await readUnits(tx, actor.orgId)).strategies, statements: await readStatements(tx), tags: await readTags(tx), decisions: await readDecisions(tx) }))

const then = <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor): Promise<Result<ValuesRegister, R>> => afterAct(outcome, () => read(context, actor))

/** Values of the organisation and of its units; each act answers with the whole register. */
export const valuesHandlers: Handlers<typeof valuesRoutes, keyof typeof strategyProblems> = {
  readValues: async ({ actor, context }) => ok(await read(context, actor)),
  addValue: ({ actor, body, context }) => then(addValue(context.db, actor, body), context, actor),
  changeValue: ({ actor, params, body, context }) => then(changeValue(context.db, actor, params.id, body), context, actor),
  retireValue: ({ actor, params, body, context }) => then(retireValue(context.db, actor, params.id, body, context.now), context, actor),
  stateUnitValue: ({ actor, body, context }) => then(stateUnitValue(context.db, actor, body, context.now), context, actor),
  mapUnitValue: ({ actor, params, body, context }) => then(mapUnitValue(context.db, actor, params.id, body, context.now), context, actor),
  removeUnitValue: ({ actor, params, context }) => then(removeUnitValue(context.db, actor, params.id, context.now), context, actor),
  tagDecision: ({ actor, body, context }) => then(tagDecision(context.db, actor, body, context.now), context, actor),
  untagDecision: ({ actor, params, context }) => then(untagDecision(context.db, actor, params.id, context.now), context, actor),
}
