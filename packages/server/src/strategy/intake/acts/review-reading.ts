import type { NewReview } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { readMembers } from '../../../people/index.ts'
import { ownRefusal, uncitedRefusal } from '../policy.ts'
import { readReadings, seenOf } from '../readings.ts'
import { insertReview } from '../store.ts'

type Refused = Refusal<'not_found' | 'reading_outdated' | 'reading_uncited' | 'own_reading'>

/** Confirms that the strategy means what was read, or questions it: exactly what was looked at (`seen`), and never one’s own reading. */
export function reviewReading(db: Db, actor: Actor, given: NewReview, now: Date): Promise<Result<object, Refused>> {
  return writeAs<Result<object, Refused>>(db, actor, given.verdict === 'confirmed' ? 'strategy.confirm-reading' : 'strategy.question-reading', async (tx, record) => {
    const said = (await readReadings(tx)).items.filter(({ objectiveId }) => objectiveId === given.objectiveId)
    const [reading, any] = [said.find(({ of }) => of === given.of), said[0]]
    if (!any) return refuse({ code: 'not_found', values: { what: 'objective', id: given.objectiveId } })
    if (!reading || seenOf(reading) !== given.seen) return refuse({ code: 'reading_outdated', values: { name: (reading ?? any).statement } })
    const refused = given.verdict === 'confirmed' ? (uncitedRefusal(reading) ?? ownRefusal(reading, actor, await readMembers(tx))) : undefined
    if (refused) return refused
    const [id, point] = [newId(), given.verdict === 'questioned' ? given.point.trim() : '']
    const { objectiveId, statement, description, passages } = reading
    await insertReview(tx, { org_id: actor.orgId, id, objective_id: objectiveId, verdict: given.verdict, point, statement, description, passages, reviewed_at: now.toISOString(), reviewed_by: actor.name, reviewed_by_id: actor.accountId })
    await record({ room: 'strategy', kind: 'reading_review', id, before: null, after: { objective: statement, verdict: given.verdict, point, passages: passages.length } })
    return ok({})
  })
}
