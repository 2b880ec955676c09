import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { partsMake, valueOfParts } from '@throughline/engine/strategy'
import type { BatchRow, NewBatch } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import type { Static } from 'typebox'
import { newId, writeAs, type Actor, type Change, type Db } from '../../database/index.ts'
import { strangeFileOf } from '../measures/files-store.ts'
import { closeActuals, insertActualRows, insertBatch, readInForce, type StoredActual, type StoredMeasure } from '../measures/store.ts'
import { everyMeasure } from '../store.ts'
import { lockStrategy } from '../write-store.ts'
import { stateAfter } from './record-actuals.ts'

type Refused = Refusal<'not_found' | 'version_moved' | 'actual_twice' | 'actual_file_unknown' | 'parts_differ'>

/**
 * Records many actuals as one act: all of them, or none. A day that has a record has it closed and kept. Refused where a day was given
 * twice, where parts do not make their value, or where a value that was seen is another by now.
 */
export function recordBatch(db: Db, actor: Actor, given: Static<typeof NewBatch>, now: Date): Promise<Result<string, Refused>> {
  return writeAs<Result<string, Refused>>(db, actor, 'strategy.record-actuals', async (tx, record) => {
    const byId = new Map(everyMeasure(await lockStrategy(tx, actor.orgId)).map((row) => [row.id, row]))
    const wrong = wrongRow(given.rows, byId)
    if (wrong) return wrong
    const strange = await strangeFileOf(tx, given.rows)
    if (strange) return refuse(strange)
    const inForce = new Map((await readInForce(tx, [...new Set(given.rows.map(({ measureId }) => measureId))])).map((row) => [keyOf(row.measure_id, row.on_date), row]))
    const moved = given.rows.find((row) => row.seen !== undefined && !sameValue(row.seen, inForce.get(keyOf(row.measureId, row.on))?.value ?? null))
    if (moved) return movedRefusal(moved, inForce.get(keyOf(moved.measureId, moved.on)))
    const [at, id] = [now.toISOString(), newId()]
    const rows = given.rows.map((row) => ({ row, earlier: inForce.get(keyOf(row.measureId, row.on)) }))
    await insertBatch(tx, { org_id: actor.orgId, id, via: given.via, file_name: given.fileName ?? null, sha256: given.sha256 ?? null, row_count: rows.length, recorded_at: at, recorded_by: actor.name })
    await closeActuals(tx, rows.flatMap(({ earlier }) => (earlier ? [earlier.id] : [])), at)
    await insertActualRows(tx, rows.map(({ row, earlier }) => ({
      org_id: actor.orgId, id: newId(), measure_id: row.measureId, on_date: row.on, value: row.value, state: stateAfter(earlier?.state, row.state), note: row.note ?? '', source: row.source ?? '', recorded_at: at, recorded_by: actor.name,
      numerator: row.numerator ?? null, denominator: row.denominator ?? null, weight: row.weight ?? null, parts: row.parts ?? null, batch_id: id, replaces: earlier?.id ?? null, version: (earlier?.version ?? 0) + 1,
    })))
    await record({ room: 'strategy', kind: 'actual_batch', id, before: null, after: { via: given.via, fileName: given.fileName ?? null, rows: rows.length } }, ...rows.map(changeOf))
    return ok(id)
  })
}

const keyOf = (measureId: string, on: string): string => `${measureId} ${on}`
/** The same figure, however it is written: 8.20 is 8.2. */
const sameValue = (a: string | null, b: string | null): boolean => (a === null || b === null ? a === b : Number(a) === Number(b))

const changeOf = ({ row, earlier }: { readonly row: BatchRow; readonly earlier: StoredActual | undefined }): Change => ({
  room: 'strategy', kind: 'measure', id: row.measureId, before: earlier ? { on: row.on, value: earlier.value, source: earlier.source } : null, after: { on: row.on, value: row.value, source: row.source ?? '' },
})

function wrongRow(rows: readonly BatchRow[], measures: ReadonlyMap<string, StoredMeasure>): { readonly ok: false; readonly refusal: Refused } | undefined {
  const seen = new Map<string, BatchRow>()
  for (const row of rows) {
    const measure = measures.get(row.measureId)
    if (!measure) return refuse({ code: 'not_found', values: { what: 'measure', id: row.measureId } } as const)
    const other = seen.get(keyOf(row.measureId, row.on))
    if (other) return refuse({ code: 'actual_twice', values: { measure: measure.name, on: row.on, found: other.value, other: row.value } } as const)
    seen.set(keyOf(row.measureId, row.on), row)
    if (row.parts && !partsMake(measure.aggregation, row.parts, Number(row.value))) return refuse({ code: 'parts_differ', values: { measure: measure.name, on: row.on, found: row.value, expected: String(valueOfParts(measure.aggregation, row.parts)) } } as const)
  }
  return undefined
}

const movedRefusal = (row: BatchRow, found: StoredActual | undefined) =>
  refuse({ code: 'version_moved', values: { what: `actual of ${row.on}`, id: row.measureId, by: found?.recorded_by ?? 'someone', found: row.seen ?? 'none', expected: found?.value ?? 'none' } } as const)
