import type { HealthReport } from '@throughline/contract/governance'
import { toWire, type Refusal } from '@throughline/contract/wire'
import { areaProfile, areasOf, areaWords, healthIndicators } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { writeAs, type Actor, type Db } from '../../../database/index.ts'
import { notify } from '../../notifications/index.ts'
import { noInitiative } from '../../refused.ts'
import type { Hindered } from '../../services/index.ts'
import { readFacts } from '../facts-store.ts'
import { heldCheck } from '../held.ts'
import { dependentAmong } from '../independent.ts'
import { whyNotReviewer, whyOffScale, whyPast } from '../refusals.ts'
import type { ReviewSources } from '../sources.ts'
import { readAreas, readRecommendations, updateCheck } from '../store.ts'
import { reasonOf } from '../text.ts'
import { noteRefusedReviewer } from './note-refused-reviewer.ts'

type Unreported = Refusal<'not_found' | 'version_moved' | 'review_not_yours' | 'review_over' | 'areas_unjudged' | 'rating_off_scale' | 'performer_dependent'>

/**
 * Gives the report of a health check: the delivery confidence is what its reviewers judged and comes from nothing else. What the records
 * said that day is kept with it, and whoever owns a recommendation is told. Who has joined the team meanwhile is not independent any more.
 */
export async function reportCheck(db: Db, actor: Actor, id: string, given: HealthReport, { now, sources }: { readonly now: Date; readonly sources: ReviewSources }): Promise<Result<string, Unreported>> {
  let hindered: { readonly of: string; readonly by: Hindered } | undefined
  const done = await writeAs<Result<string, Unreported>>(db, actor, 'governance.report-health-check', async (tx, record) => {
    const found = await heldCheck(tx, id, given.version)
    if (!found.ok) return found
    const check = found.value
    const unfit = whyNotReviewer(check, actor) ?? whyPast(check)
    if (unfit) return unfit
    const { unjudged } = areaProfile(check.scale, areasOf(check.questions), await readAreas(tx, [id]))
    if (unjudged.length > 0) return refuse({ code: 'areas_unjudged', values: { areas: unjudged.map((area) => areaWords[area]).join(', ') } })
    const off = whyOffScale({ scale: check.scale, level: given.level })
    if (off) return off
    const by = await dependentAmong(tx, sources.readTeams, check.initiative_id, check.reviewers)
    if (by) {
      hindered = { of: check.initiative_id, by }
      return by.refusal
    }
    const facts = await readFacts(tx, sources, { orgId: actor.orgId, initiativeId: check.initiative_id, today: now.toISOString().slice(0, 10) })
    if (!facts) return noInitiative(check.initiative_id)
    const [words, reasons] = [given.words.trim(), given.reasons.map(reasonOf)]
    await updateCheck(tx, id, { state: 'reported', level: given.level, report: { by: actor.name, at: now.toISOString(), words }, reasons, indicators: toWire(healthIndicators(facts)) })
    await record({ room: 'governance', kind: 'health_check', id, before: { state: 'booked', level: null }, after: { state: 'reported', level: given.level, words, reasons } })
    const owners = (await readRecommendations(tx, [id])).filter(({ state }) => state === 'open')
    for (const one of owners) await notify(tx, actor, { reason: 'recommendation_given', to: [one.owner_id], subject: { room: 'governance', kind: 'health_check', id }, act: 'governance.report-health-check', words: one.words })
    return ok(id)
  })
  if (hindered) await noteRefusedReviewer(db, actor, hindered.of, hindered.by, now)
  return done
}
