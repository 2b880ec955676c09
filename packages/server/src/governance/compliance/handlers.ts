import type { ComplianceCase, complianceRoutes, governanceProblems, ObligationLibrary } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor, type Tx } from '../../database/index.ts'
import { afterAct, type Handlers, type RequestContext } from '../../http/index.ts'
import { readMembers } from '../../people/index.ts'
import { attest } from './acts/attest.ts'
import { endException, grantException } from './acts/exceptions.ts'
import { judgeAttestation } from './acts/judge-attestation.ts'
import { addObligation, changeObligation, retireObligation } from './acts/keep-obligation.ts'
import type { Pair } from './open-case.ts'
import { presentCases, presentLibrary, presentOnly, type Kept } from './present.ts'
import { noInitiative } from '../refused.ts'
import type { ComplianceSources } from './sources.ts'
import { readAttestations, readExceptions, readObligations } from './store.ts'
import { readAsking } from './world.ts'

/** Obligations and how initiatives stand to them: acts on the library answer with the library, acts on a case with that case. */
export function complianceHandlers(sources: ComplianceSources): Handlers<typeof complianceRoutes, keyof typeof governanceProblems> {
  /** What is known of all cases, or of those of an initiative or of an obligation. */
  const kept = async (tx: Tx, actor: Actor, now: Date, { obligationId, initiativeId }: { readonly obligationId?: string | undefined; readonly initiativeId?: string | undefined }): Promise<Kept> => {
    const asking = await readAsking(tx, actor, sources)
    const all = initiativeId === undefined ? await sources.readInitiatives(tx) : await sources.readInitiativesOf(tx, [initiativeId])
    const custom = await sources.readCustomValues(tx, initiativeId === undefined ? undefined : [initiativeId])
    return {
      asking, seen: all.map((facts) => asking.see(facts, custom.get(facts.id) ?? {})), obligations: (await readObligations(tx)).filter(({ id }) => obligationId === undefined || id === obligationId),
      attestations: await readAttestations(tx, initiativeId), exceptions: await readExceptions(tx, initiativeId), today: now.toISOString().slice(0, 10),
    }
  }
  const library = ({ db, now }: RequestContext, actor: Actor): Promise<ObligationLibrary> => withOrg(db, actor, async (tx) => presentLibrary(await kept(tx, actor, now, {}), new Map((await readMembers(tx)).map(({ id, name }) => [id, name]))))
  const then = <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor) => afterAct(outcome, () => library(context, actor))
  /** After an act, the case that it was about, as it stands. */
  const caseThen = async <R>(outcome: Promise<Result<Pair, R>>, { db, now }: RequestContext, actor: Actor): Promise<Result<ComplianceCase, R | Refusal<'not_found'>>> => {
    const done = await outcome
    if (!done.ok) return done
    const found = await withOrg(db, actor, async (tx) => presentOnly(await kept(tx, actor, now, done.value), actor))
    return found ? ok(found) : noInitiative(done.value.initiativeId)
  }
  return {
    readObligations: async ({ actor, context }) => ok(await library(context, actor)),
    addObligation: ({ actor, body, context }) => then(addObligation(context.db, actor, body, sources), context, actor),
    changeObligation: ({ actor, params, body, context }) => then(changeObligation(context.db, actor, params.id, body, sources), context, actor),
    retireObligation: ({ actor, params, body, context }) => then(retireObligation(context.db, actor, params.id, body, context.now), context, actor),
    readComplianceCases: ({ actor, query, context: { db, now } }) => withOrg(db, actor, async (tx) => ok(presentCases(await kept(tx, actor, now, query), query, actor))),
    attest: ({ actor, body, context }) => caseThen(attest(context.db, actor, body, { now: context.now, sources }), context, actor),
    judgeAttestation: ({ actor, params, body, context }) => caseThen(judgeAttestation(context.db, actor, params.id, body, { now: context.now, sources }), context, actor),
    grantException: ({ actor, body, context }) => caseThen(grantException(context.db, actor, body, { now: context.now, sources }), context, actor),
    endException: ({ actor, params, body, context }) => caseThen(endException(context.db, actor, params.id, body, { now: context.now, sources }), context, actor),
  }
}
