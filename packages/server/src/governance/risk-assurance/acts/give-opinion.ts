import type { NewRiskOpinion, RegisterFinding } from '@throughline/contract/governance'
import { toWire, type Refusal } from '@throughline/contract/wire'
import { opinionWords } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { noInitiative } from '../../refused.ts'
import { noteRefusedReviewer } from '../../reviews/index.ts'
import { hindranceOf, type Hindered } from '../../services/index.ts'
import { judgeRegister } from '../judged.ts'
import { mostOfOpinion } from '../present.ts'
import type { RiskAssuranceSources } from '../sources.ts'
import { insertOpinion, readOpinionsOf } from '../store.ts'

type Ungiven = Refusal<'not_found' | 'version_moved' | 'opinion_unfounded' | 'performer_dependent'>

/**
 * Gives an opinion on how an initiative manages its risks: an assurance, so that only who is independent of its team may (C-11's rule). It is kept
 * with what the tests found that day, and with the class that the rule gave, whether or not the reviewer came to the same one.
 */
export async function giveOpinion(db: Db, actor: Actor, initiativeId: string, given: NewRiskOpinion, { now, today, sources }: { readonly now: Date; readonly today: string; readonly sources: RiskAssuranceSources }): Promise<Result<string, Ungiven>> {
  let hindered: Hindered | undefined
  const done = await writeAs<Result<string, Ungiven>>(db, actor, 'governance.give-risk-opinion', async (tx, record) => {
    const initiative = await sources.readInitiative(tx, initiativeId)
    if (!initiative) return noInitiative(initiativeId)
    const [newest] = await readOpinionsOf(tx, initiativeId, 1)
    if (newest || given.version !== null) {
      const seen = await expectVersion(tx, newest && { version: newest.no }, { room: 'governance', kind: 'risk_opinion', id: newest?.id ?? initiativeId, version: given.version ?? 0 })
      if (!seen.ok) return seen
    }
    hindered = await hindranceOf(tx, sources.readTeams, { request: { initiative_id: initiativeId }, name: 'the assurance of its risk process', class: 'mandated_assurance', performer: { id: actor.accountId, name: actor.name } })
    if (hindered) return hindered.refusal
    const { facts, findings, counts, opinion } = await judgeRegister(tx, sources, initiativeId, today)
    if (facts.risks.length === 0) return refuse({ code: 'opinion_unfounded', values: { initiative: initiative.name } })
    const [id, no, words] = [newId(), (newest?.no ?? 0) + 1, given.words.trim()]
    const byRule = opinion.metric.status === 'ok' ? opinion.metric.value : null
    await insertOpinion(tx, { org_id: actor.orgId, id, initiative_id: initiativeId, no, class: given.class, by_rule: byRule, words, counts, findings: toWire(findings.slice(0, mostOfOpinion)) as RegisterFinding[], given_by_id: actor.accountId, given_by: actor.name, of_day: today, given_at: now.toISOString() })
    await record({ room: 'governance', kind: 'risk_opinion', id, before: null, after: { initiative: initiative.name, no, opinion: opinionWords[given.class], byRule: byRule === null ? null : opinionWords[byRule], ...counts }, why: words })
    return ok(initiativeId)
  })
  if (hindered) await noteRefusedReviewer(db, actor, initiativeId, hindered, now)
  return done
}
