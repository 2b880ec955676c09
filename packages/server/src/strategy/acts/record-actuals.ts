import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { NewActual } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import type { Static } from 'typebox'
import { expectVersion, newId, writeAs, type Actor, type Db, type Record as Recorder, type Tx } from '../../database/index.ts'
import { strangeFileOf } from '../measures/files-store.ts'
import { insertActualRows } from '../measures/store.ts'
import { everyMeasure } from '../store.ts'
import type { MeasureActualTable } from '../tables.ts'
import { closeActual, findActual, insertActuals, lockStrategy } from '../write-store.ts'

type Missing = Refusal<'not_found'>

/** Records what was measured. A record of the same date is closed and kept, and the new one is marked as restated. */
export function recordActual(db: Db, actor: Actor, measureId: string, given: Static<typeof NewActual>, now: Date): Promise<Result<object, Missing | Refusal<'actual_file_unknown'>>> {
  return writeAs<Result<object, Missing | Refusal<'actual_file_unknown'>>>(db, actor, 'strategy.record-actual', async (tx, record) => {
    const measure = everyMeasure(await lockStrategy(tx, actor.orgId)).find((row) => row.id === measureId)
    if (!measure) return refuse({ code: 'not_found', values: { what: 'measure', id: measureId } })
    const strange = await strangeFileOf(tx, [given])
    if (strange) return refuse(strange)
    await keepActual({ tx, actor, record }, measureId, given, now.toISOString())
    return ok({})
  })
}

/** Keeps an actual of a measure that is there and locked. */
export async function keepActual({ tx, actor, record }: { readonly tx: Tx; readonly actor: Pick<Actor, 'orgId' | 'name'>; readonly record: Recorder }, measureId: string, given: Static<typeof NewActual>, at: string): Promise<void> {
  const earlier = await closeActual(tx, measureId, given.on, at)
  const fields = { value: given.value, state: stateAfter(earlier?.state, given.state), note: given.note ?? '', source: given.source ?? '' }
  await insertActuals(tx, [{ ...fields, org_id: actor.orgId, id: newId(), measure_id: measureId, on_date: given.on, recorded_at: at, recorded_by: actor.name, version: (earlier?.version ?? 0) + 1, replaces: earlier?.id ?? null }])
  await record({ room: 'strategy', kind: 'measure', id: measureId, before: earlier ? { on: given.on, value: earlier.value, source: earlier.source } : null, after: { on: given.on, ...fields } })
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

/** An approved figure that changes is restated; a provisional one only becomes what it is given as. */
export const stateAfter = (earlier: MeasureActualTable['state'] | undefined, given: 'provisional' | 'approved' = 'approved'): MeasureActualTable['state'] => (earlier === undefined || earlier === 'provisional' ? given : 'restated')

/** Approves a provisional actual as it stands: the provisional record is closed and kept. */
export function approveActual(db: Db, actor: Actor, id: string, version: number, now: Date): Promise<Result<object, Refusal<'not_found' | 'version_moved' | 'actual_not_provisional'>>> {
  return writeAs<Result<object, Refusal<'not_found' | 'version_moved' | 'actual_not_provisional'>>>(db, actor, 'strategy.approve-actual', async (tx, record) => {
    await lockStrategy(tx, actor.orgId)
    const current = await expectVersion(tx, await findActual(tx, id), { room: 'strategy', kind: 'measure_actual', id, version })
    if (!current.ok) return current
    const { measure_id: measureId, on_date: on, state, value } = current.value
    if (state !== 'provisional') return refuse({ code: 'actual_not_provisional', values: { on, state } })
    const at = now.toISOString()
    await closeActual(tx, measureId, on, at)
    await insertActualRows(tx, [{ ...current.value, id: newId(), state: 'approved', recorded_at: at, recorded_by: actor.name, version: version + 1, replaces: id, batch_id: null, superseded_at: null }])
    await record({ room: 'strategy', kind: 'measure', id: measureId, before: { on, value, state }, after: { on, value, state: 'approved' } })
    return ok({})
  })
}
