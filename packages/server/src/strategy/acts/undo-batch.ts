import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { newId, writeAs, type Actor, type Db } from '../../database/index.ts'
import { closeActuals, closeBatch, findBatch, insertActualRows, readActuals, readBatchRows, readInForce, type StoredActual } from '../measures/store.ts'
import { everyMeasure } from '../store.ts'
import { lockStrategy } from '../write-store.ts'

type Refused = Refusal<'not_found' | 'batch_undone' | 'batch_built_upon'>

/** Takes a batch of actuals back: each day has again what stood there before, or nothing. All of it is kept; refused where a day was recorded again since. */
export function undoBatch(db: Db, actor: Actor, id: string, now: Date): Promise<Result<string, Refused>> {
  return writeAs<Result<string, Refused>>(db, actor, 'strategy.undo-actuals', async (tx, record) => {
    const measures = everyMeasure(await lockStrategy(tx, actor.orgId))
    const batch = await findBatch(tx, id)
    if (!batch) return refuse({ code: 'not_found', values: { what: 'batch', id } })
    if (batch.undone_at !== null) return refuse({ code: 'batch_undone', values: { at: batch.undone_at.slice(0, 10), by: batch.undone_by ?? 'someone' } })
    const days = daysOf(await readBatchRows(tx, id))
    const touched = days.find(({ live }) => live === undefined)?.first
    if (touched) {
      const later = (await readInForce(tx, [touched.measure_id])).find((row) => row.on_date === touched.on_date)
      return refuse({ code: 'batch_built_upon', values: { measure: measures.find((row) => row.id === touched.measure_id)?.name ?? 'A removed measure', on: touched.on_date, by: later?.recorded_by ?? 'someone who withdrew it' } })
    }
    const before = new Map((await readActuals(tx, days.flatMap(({ first }) => first.replaces ?? []))).map((row) => [row.id, row]))
    const at = now.toISOString()
    await closeActuals(tx, days.flatMap(({ live }) => live?.id ?? []), at)
    const again = days.flatMap(({ first, live }) => {
      const earlier = before.get(first.replaces ?? '')
      return earlier && live ? [{ ...earlier, id: newId(), recorded_at: at, recorded_by: actor.name, version: live.version + 1, superseded_at: null, replaces: live.id }] : []
    })
    await insertActualRows(tx, again)
    await closeBatch(tx, id, { at, by: actor.name })
    await record({ room: 'strategy', kind: 'actual_batch', id, before: { rows: days.length }, after: { undone: true } }, ...days.map(({ first }) => ({ room: 'strategy', kind: 'measure', id: first.measure_id, before: shortOf(first), after: shortOf(before.get(first.replaces ?? '')) ?? { on: first.on_date, value: null } })))
    return ok(id)
  })
}

const shortOf = (row: StoredActual | undefined) => (row ? { on: row.on_date, value: row.value, source: row.source } : null)

/** A day of a batch: the record it made, and the one in force, which is that or, where a later batch upon it was taken back, its copy. */
type Day = { readonly first: StoredActual; readonly live: StoredActual | undefined }

function daysOf(rows: readonly StoredActual[]): readonly Day[] {
  const byDay = Map.groupBy(rows, ({ measure_id, on_date }) => `${measure_id} ${on_date}`)
  return [...byDay.values()].flatMap((records) => {
    const first = records.toSorted((a, b) => a.version - b.version)[0]
    return first ? [{ first, live: records.find(({ superseded_at }) => superseded_at === null) }] : []
  })
}
