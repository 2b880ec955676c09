import type { AttestationJudgement } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { notify } from '../../notifications/index.ts'
import { noInitiative } from '../../refused.ts'
import type { Pair } from '../open-case.ts'
import { noObligation, whyDependent, whyRetired } from '../refusals.ts'
import type { ComplianceSources } from '../sources.ts'
import { judgeStored, lockAttestation, lockObligation } from '../store.ts'
import { noteRefusedVerifier } from './note-refused-verifier.ts'

type Unjudged = Refusal<'not_found' | 'version_moved' | 'obligation_retired' | 'attestation_not_yours' | 'attestation_judged' | 'verifier_dependent'>

/** Verifies or rejects what somebody attested, and rejects after all what was verified; who attested it is told. Who is not independent of it is refused, and that is noted. */
export async function judgeAttestation(db: Db, actor: Actor, id: string, { version, verdict, words: given }: AttestationJudgement, { now, sources }: { readonly now: Date; readonly sources: ComplianceSources }): Promise<Result<Pair, Unjudged>> {
  let way: string | undefined
  const done = await writeAs<Result<Pair, Unjudged>>(db, actor, 'governance.judge-attestation', async (tx, record) => {
    const found = await expectVersion(tx, await lockAttestation(tx, id), { room: 'governance', kind: 'attestation', id, version })
    if (!found.ok) return found
    const { obligation_id: obligationId, initiative_id: initiativeId, attested_by_id, attested_by, state, judgement } = found.value
    const obligation = await lockObligation(tx, obligationId)
    if (!obligation) return noObligation(obligationId)
    const retired = whyRetired(obligation)
    if (retired) return retired
    const { title } = obligation.said
    if (!obligation.verifiers.some((one) => one.id === actor.accountId)) return refuse({ code: 'attestation_not_yours', values: { title, expected: obligation.verifiers.map(({ name }) => name).join(' or ') } })
    if (state === 'rejected' || state === verdict) return refuse({ code: 'attestation_judged', values: { by: attested_by, found: state, expected: verdict === 'verified' ? 'not judged yet' : 'not rejected' } })
    const [initiative] = await sources.readInitiativesOf(tx, [initiativeId])
    if (!initiative) return noInitiative(initiativeId)
    const dependent = await whyDependent(tx, sources.readTeams, { person: { id: actor.accountId, name: actor.name }, act: `verify ${title}`, initiative, attestedBy: { id: attested_by_id, name: attested_by } })
    if (dependent) {
      way = dependent.way
      return dependent.refusal
    }
    const words = given.trim()
    await judgeStored(tx, id, verdict, { by: actor.name, at: now.toISOString(), words })
    await record({ room: 'governance', kind: 'attestation', id, before: { state, judgement: judgement?.words ?? null }, after: { state: verdict, judgement: words } })
    await notify(tx, actor, { reason: 'attestation_judged', to: [attested_by_id], subject: { room: 'governance', kind: 'obligation', id: obligationId }, act: 'governance.judge-attestation', words: `${title}: ${verdict}` })
    return ok({ obligationId, initiativeId })
  })
  if (way !== undefined) await noteRefusedVerifier(db, actor, id, way, now)
  return done
}
