import type { criteriaRoutes, CriteriaStudio, demandProblems } from '@throughline/contract/demand'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { weighCriteria as weighed } from '@throughline/engine/demand'
import { withOrg } from '../../database/index.ts'
import { afterAct, type Actor, type Handlers, type RequestContext } from '../../http/index.ts'
import { may, mayInPart } from '../../people/index.ts'
import { approveCriteria } from './acts/approve-criteria.ts'
import { changeCriteria, weighCriteria } from './acts/change-criteria.ts'
import { draftCriteria, removeCriteria } from './acts/draft-criteria.ts'
import { scoreInitiative } from './acts/score-initiative.ts'
import { aroundOf } from './around.ts'
import { decidedUnder } from './decided.ts'
import { presentModel, presentVersion } from './present.ts'
import { readScoringFacts } from './readings.ts'
import { readModels } from './store.ts'

/** The versions, and of one of them what it comes to: of the one that is named, else the draft, else the one in force; undefined where the named one is not there. */
async function studioOf({ db }: RequestContext, actor: Actor, { model, from = 0 }: { readonly model?: string | undefined; readonly from?: number | undefined } = {}): Promise<CriteriaStudio | undefined> {
  const { models, facts, around } = await withOrg(db, actor, async (tx) => ({ models: await readModels(tx), facts: await readScoringFacts(tx), around: await aroundOf(tx) }))
  const shown = model === undefined ? (models.find(({ state }) => state === 'draft') ?? models.find(({ state }) => state === 'in_force')) : models.find(({ id }) => id === model)
  if (model !== undefined && !shown) return undefined
  const onlooker = { seesMoney: may(actor, 'see_money'), currency: around.currency }
  const standing = facts.initiatives.filter(({ current }) => current)
  const weights = shown && weighed(shown.content.criteria, shown.weighing)
  const tested = shown && (await decidedUnder(db, actor, { criteria: shown.content.criteria, weights: weights?.weights ?? [] }, onlooker))
  return {
    versions: models.map(presentVersion), shown: shown && tested ? presentModel(shown, { weights, facts: { ...facts, initiatives: standing }, tested, onlooker, from }) : null,
    around,
    may: { edit: may(actor, 'edit_strategy'), approve: may(actor, 'decide'), score: mayInPart(actor, 'edit_initiative') },
  }
}

/** The criteria model; each act answers with what is shown now. */
export function criteriaHandlers(): Handlers<typeof criteriaRoutes, keyof typeof demandProblems> {
  const now = async (context: RequestContext, actor: Actor): Promise<CriteriaStudio> => (await studioOf(context, actor)) as CriteriaStudio
  const then = <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor): Promise<Result<CriteriaStudio, R>> => afterAct(outcome, () => now(context, actor))
  return {
    readCriteria: async ({ actor, query, context }) => {
      const studio = await studioOf(context, actor, query)
      return studio ? ok(studio) : refuse({ code: 'not_found', values: { what: 'criteria model', id: query.model ?? '' } })
    },
    draftCriteria: ({ actor, body, context }) => then(draftCriteria(context.db, actor, body, context.now), context, actor),
    changeCriteria: ({ actor, params, body, context }) => then(changeCriteria(context.db, actor, params.id, body), context, actor),
    weighCriteria: ({ actor, params, body, context }) => then(weighCriteria(context.db, actor, params.id, body), context, actor),
    approveCriteria: ({ actor, params, body, context }) => then(approveCriteria(context.db, actor, params.id, body, context.now), context, actor),
    removeCriteria: ({ actor, params, context }) => then(removeCriteria(context.db, actor, params.id, context.now), context, actor),
    scoreInitiative: ({ actor, body, context }) => then(scoreInitiative(context.db, actor, body, context.now), context, actor),
  }
}
