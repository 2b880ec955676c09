import type { NewRework } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { heldDeliverable } from '../held.ts'
import { makesNow, over, whyDayOff, whyElsewhere } from '../refusals.ts'
import { insertRework, updateDefects, updateDeliverable } from '../store.ts'

type Unreworked = Refusal<'not_found' | 'version_moved' | 'review_over' | 'review_not_yours' | 'day_off'>

/** Records a round of rework. What it corrected is closed only once a review has seen it. */
export function recordRework(db: Db, actor: Actor, id: string, given: NewRework, now: Date): Promise<Result<string, Unreworked>> {
  return writeAs<Result<string, Unreworked>>(db, actor, 'governance.record-rework', async (tx, record) => {
    const held = await heldDeliverable(tx, id, given.version)
    if (!held.ok) return held
    const { row, edition, defects } = held.value
    if (!makesNow(held.value, actor)) return refuse({ code: 'review_not_yours', values: { what: 'deliverable', expected: `those who make it or own it (${[...new Set([row.owner, ...row.authors.map(({ name }) => name)])].join(', ')})` } })
    const past = whyElsewhere(held.value, ['planned', 'agreed', 'reviewed', 'rejected', 'conditional'], 'not accepted yet, or accepted with conditions; one that is accepted is opened again first')
    if (past) return past
    const named = defects.filter((one) => given.defectIds.includes(one.id))
    const missing = given.defectIds.find((defectId) => !named.some((one) => one.id === defectId))
    if (missing !== undefined) return refuse({ code: 'not_found', values: { what: 'defect', id: missing } })
    const closed = named.find(({ state }) => state !== 'open')
    if (closed) return over(`defect ${closed.no}`, closed.state, 'open')
    const from = named.map(({ found_on }) => found_on).toSorted().at(-1) ?? null
    const off = whyDayOff(given.on, { what: 'rework', from, to: now.toISOString().slice(0, 10), reason: 'a defect is corrected once it was found' })
    if (off) return off
    const [words, corrected] = [given.words.trim(), named.map(({ no }) => no)]
    await insertRework(tx, { org_id: actor.orgId, id: newId(), deliverable_id: id, edition_id: edition.id, worked_on: given.on, hours: given.hours, words, recorded_by: actor.name, recorded_at: now.toISOString(), corrected })
    await updateDefects(tx, given.defectIds, { state: 'corrected' })
    await updateDeliverable(tx, id, {})
    await record({ room: 'governance', kind: 'deliverable', id, before: null, after: { edition: edition.no, rework: given.hours, on: given.on, words, corrected } })
    return ok(id)
  })
}
