import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { NewActual } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import type { Static } from 'typebox'
import { newId, writeAs, type Actor, type Db } from '../../database/index.ts'
import { closeActual, findActual, insertActuals, lockStrategy } from '../write-store.ts'

type Missing = Refusal<'not_found'>

/** Records what was measured. A record of the same date is closed and kept, and the new one is marked as restated. */
export function recordActual(db: Db, actor: Actor, measureId: string, given: Static<typeof NewActual>, now: Date): Promise<Result<object, Missing>> {
  return writeAs<Result<object, Missing>>(db, actor, 'strategy.record-actual', async (tx, record) => {
    const measure = (await lockStrategy(tx, actor.orgId)).measures.find((row) => row.id === measureId)
    if (!measure) return refuse({ code: 'not_found', values: { what: 'measure', id: measureId } })
    const at = now.toISOString()
    const earlier = await closeActual(tx, measureId, given.on, at)
    const fields = { value: given.value, state: earlier ? ('restated' as const) : (given.state ?? 'approved'), note: given.note ?? '', source: given.source ?? '' }
    await insertActuals(tx, [{ ...fields, org_id: actor.orgId, id: newId(), measure_id: measureId, on_date: given.on, recorded_at: at, recorded_by: actor.name, version: (earlier?.version ?? 0) + 1 }])
    await record({ room: 'strategy', kind: 'measure', id: measureId, before: earlier ? { on: given.on, value: earlier.value, source: earlier.source } : null, after: { on: given.on, ...fields } })
    return ok({})
  })
}

/** Withdraws a recorded actual; it is kept and no longer counts. */
export function removeActual(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Missing>> {
  return writeAs<Result<object, Missing>>(db, actor, 'strategy.remove-actual', async (tx, record) => {
    await lockStrategy(tx, actor.orgId)
    const found = await findActual(tx, id)
    if (!found) return refuse({ code: 'not_found', values: { what: 'actual', id } })
    await closeActual(tx, found.measure_id, found.on_date, now.toISOString())
    await record({ room: 'strategy', kind: 'measure', id: found.measure_id, before: { on: found.on_date, value: found.value, source: found.source }, after: null })
    return ok({})
  })
}
