import type { NewAttestation } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { addMonths } from '@throughline/engine/capacity'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { notify } from '../../notifications/index.ts'
import { whyEvidenceAhead } from '../../refused.ts'
import { openCase, type Pair, type Unopened } from '../open-case.ts'
import type { ComplianceSources } from '../sources.ts'
import { insertAttestation } from '../store.ts'

type Unattested = Unopened | Refusal<'evidence_ahead' | 'term_unsound'>

/** Attests that an initiative meets an obligation; who verifies it is told. It is not compliant by that: another has to verify it. */
export function attest(db: Db, actor: Actor, given: NewAttestation, { now, sources }: { readonly now: Date; readonly sources: ComplianceSources }): Promise<Result<Pair, Unattested>> {
  return writeAs<Result<Pair, Unattested>>(db, actor, 'governance.attest', async (tx, record) => {
    const opened = await openCase(tx, actor, given, sources)
    if (!opened.ok) return opened
    const { obligation, initiative } = opened.value
    const { evidenceOn } = given
    const ahead = whyEvidenceAhead(evidenceOn, now)
    if (ahead) return ahead
    const { title, validMonths } = obligation.said
    const last = validMonths === null ? null : addMonths(evidenceOn, validMonths)
    const expiresOn = given.expiresOn ?? last
    if (expiresOn !== null && expiresOn <= evidenceOn) return refuse({ code: 'term_unsound', values: { found: expiresOn, expected: `a day after ${evidenceOn}, that of the evidence` } })
    if (last !== null && expiresOn !== null && expiresOn > last) return refuse({ code: 'term_unsound', values: { found: expiresOn, expected: `a day up to ${last}: evidence of this holds for ${validMonths} months` } })
    const [id, control, evidence, reference] = [newId(), given.control.trim(), given.evidence.trim(), given.reference.trim()]
    const { obligationId, initiativeId } = given
    await insertAttestation(tx, { org_id: actor.orgId, id, obligation_id: obligationId, initiative_id: initiativeId, control, evidence, reference, evidence_on: evidenceOn, expires_on: expiresOn, attested_by_id: actor.accountId, attested_by: actor.name, attested_at: now.toISOString() })
    await record({ room: 'governance', kind: 'attestation', id, before: null, after: { obligation: title, initiative: initiative.name, control, evidence, reference, evidenceOn, expiresOn } })
    await notify(tx, actor, { reason: 'attestation_to_verify', to: obligation.verifiers.map((one) => one.id), subject: { room: 'governance', kind: 'obligation', id: obligationId }, act: 'governance.attest', words: `${title}: ${initiative.name}` })
    return ok({ obligationId, initiativeId })
  })
}
