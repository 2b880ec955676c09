import type { Conformance, conformanceRoutes, governanceProblems, InitiativeConformance } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor } from '../../database/index.ts'
import { afterAct, todayOf, type Handlers, type RequestContext } from '../../http/index.ts'
import { may } from '../../people/index.ts'
import { answerDeviation } from './acts/answer-deviation.ts'
import { checkConformance, setTier } from './acts/check-conformance.ts'
import { addEvidence, askDeviation, removeEvidence } from './acts/show-element.ts'
import { judgeInitiatives, judgeOne, readCoaching, type ReadStates } from './judged.ts'
import { presentConformance, presentOne, type Reader } from './present.ts'
import { countChecks, readChecks, readDeviations, readEvidence } from './store.ts'

/** Checks that one answer lists, and what each of them lists of what it found. */
const [mostChecks, mostFound] = [10, 200]

type Day = { readonly on?: string | undefined }
const dayOf = (context: RequestContext, { on }: Day): string => on ?? todayOf(context)
const readerOf = (actor: Actor): Reader => ({ accountId: actor.accountId, mayAnswer: may(actor, 'edit_strategy') })

/** How far initiatives do what their framework asks for; each act answers with all of them, or with its initiative. */
export function conformanceHandlers(readStates: ReadStates): Handlers<typeof conformanceRoutes, keyof typeof governanceProblems> {
  const all = (context: RequestContext, actor: Actor, query: Day): Promise<Conformance> =>
    withOrg(context.db, actor, async (tx) => {
      const on = dayOf(context, query)
      return presentConformance({ on, all: await judgeInitiatives(tx, readStates, on), checks: await readChecks(tx, mostChecks, mostFound), made: await countChecks(tx), deviations: await readDeviations(tx) }, readerOf(actor))
    })
  const one = (context: RequestContext, actor: Actor, id: string, query: Day): Promise<Result<InitiativeConformance, Refusal<'not_found' | 'framework_unfollowed'>>> =>
    withOrg(context.db, actor, async (tx) => {
      const on = dayOf(context, query)
      const found = await judgeOne(tx, readStates, id, on)
      return found.ok ? ok(presentOne(found.value, { on, evidence: await readEvidence(tx, [id]), deviations: await readDeviations(tx, [id]), help: await readCoaching(tx, [found.value]) }, readerOf(actor))) : found
    })
  const thenOne = async <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor, id: string, query: Day) => {
    const done = await outcome
    if (!done.ok) return done
    const asked = await one(context, actor, id, query)
    // What was done is not answered with a refusal because of the day that was asked about.
    return asked.ok ? asked : one(context, actor, id, {})
  }
  const when = ({ now }: RequestContext) => ({ now, readStates })
  return {
    readConformance: async ({ actor, query, context }) => ok(await all(context, actor, query)),
    readInitiativeConformance: ({ actor, params, query, context }) => one(context, actor, params.id, query),
    addConformanceEvidence: ({ actor, params, query, body, context }) => thenOne(addEvidence(context.db, actor, params.id, body, when(context)), context, actor, params.id, query),
    removeConformanceEvidence: ({ actor, params, query, context }) => thenOne(removeEvidence(context.db, actor, params.id, params.evidenceId, when(context)), context, actor, params.id, query),
    askDeviation: ({ actor, params, query, body, context }) => thenOne(askDeviation(context.db, actor, params.id, body, when(context)), context, actor, params.id, query),
    answerDeviation: ({ actor, params, query, body, context }) => afterAct(answerDeviation(context.db, actor, params.id, body, context.now), () => all(context, actor, query)),
    setConformanceTier: ({ actor, params, query, body, context }) => afterAct(setTier(context.db, actor, params.id, body, context.now), () => all(context, actor, query)),
    checkConformance: ({ actor, query, body, context }) => afterAct(checkConformance(context.db, actor, body, when(context)), () => all(context, actor, query)),
  }
}
