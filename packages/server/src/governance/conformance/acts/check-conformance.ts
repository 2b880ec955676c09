import type { GivenTier, NewConformanceCheck } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { sampleOf } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { findInitiatives } from '../../frameworks/index.ts'
import { whyEvidenceAhead } from '../../refused.ts'
import { findingsOf, judgeInitiatives, readCoaching, together, type ReadStates } from '../judged.ts'
import { insertCheck, insertTier, readTiers } from '../store.ts'

/** Says how closely an initiative is looked at from now on. */
export function setTier(db: Db, actor: Actor, initiativeId: string, { tier, reason }: GivenTier, now: Date): Promise<Result<object, Refusal<'not_found'>>> {
  return writeAs<Result<object, Refusal<'not_found'>>>(db, actor, 'governance.set-conformance-tier', async (tx, record) => {
    const initiative = (await findInitiatives(tx, [initiativeId])).get(initiativeId)
    if (!initiative || initiative.gone) return refuse({ code: 'not_found', values: { what: 'initiative', id: initiativeId } })
    const [id, before, why] = [newId(), (await readTiers(tx, '2299-12-31')).get(initiativeId) ?? 'full', reason.trim()]
    await insertTier(tx, { org_id: actor.orgId, id, initiative_id: initiativeId, tier, reason: why, given_by: actor.name, given_at: now.toISOString() })
    await record({ room: 'governance', kind: 'conformance_tier', id, before: { tier: before }, after: { initiative: initiative.name, tier }, why })
    return ok({})
  })
}

/** Checks every running initiative of the full tier and a sample of the others as of a day, and keeps what was found. */
export function checkConformance(db: Db, actor: Actor, { on, seed, lowShare, reason }: NewConformanceCheck, { now, readStates }: { readonly now: Date; readonly readStates: ReadStates }): Promise<Result<object, Refusal<'evidence_ahead'>>> {
  return writeAs<Result<object, Refusal<'evidence_ahead'>>>(db, actor, 'governance.check-conformance', async (tx, record) => {
    const ahead = whyEvidenceAhead(on, now)
    if (ahead) return ahead
    const running = (await judgeInitiatives(tx, readStates, on)).filter((one) => one.running)
    const [full, low] = [running.filter(({ tier }) => tier === 'full'), running.filter(({ tier }) => tier === 'low')]
    const drawn = new Set(sampleOf(low.map(({ initiative }) => initiative.id), lowShare, seed))
    const looked = running.filter(({ tier, initiative }) => tier === 'full' || drawn.has(initiative.id))
    const help = await readCoaching(tx, looked)
    const found = {
      full: full.length, low: low.length, sampled: looked.filter(({ tier }) => tier === 'low').map(({ initiative }) => initiative), counts: together(looked).counts,
      findings: findingsOf(looked, help, ['missing', 'out_of_order']), justified: findingsOf(looked, help, ['deviation']),
    }
    const [id, why] = [newId(), reason.trim()]
    await insertCheck(tx, { org_id: actor.orgId, id, of_day: on, seed: String(seed), low_share: lowShare, reason: why, made_by: actor.name, made_at: now.toISOString(), found })
    await record({ room: 'governance', kind: 'conformance_check', id, before: null, after: { on, seed, lowShare, checked: looked.length, findings: found.findings.length, justified: found.justified.length }, why })
    return ok({})
  })
}
