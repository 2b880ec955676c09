import { ok, refuse, units, type Result } from '@throughline/engine/kernel'
import { beyondLeeway, shareMoved } from '@throughline/engine/strategy'
import type { MeasureChange, MeasureSettings, MeasureTarget, NewMeasure, TargetBecause, UnitStrategy } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import type { Selectable } from 'kysely'
import type { Static } from 'typebox'
import { expectVersion, newId, writeAs, type Actor, type Db, type Record as Recorder, type Tx } from '../../database/index.ts'
import { bandUnsound, settingColumns, settingsOf, usualSettings } from '../measures/settings.ts'
import { everyMeasure, isUnit, type StoredStrategy } from '../store.ts'
import { measuredAlready } from '../library/refusals.ts'
import { isMember } from '../measures/store.ts'
import type { MeasureTable } from '../tables.ts'
import { insertMeasures, lockStrategy, updateMeasure } from '../write-store.ts'

type Moved = Refusal<'not_found' | 'version_moved'>
type Wrong = Refusal<'name_taken' | 'unit_unknown' | 'due_before_baseline' | 'band_unsound'>
type Unmeasured = Wrong | Refusal<'not_found' | 'measure_defined'>
type Unsaid = Refusal<'target_reason_missing'>
type Refused<R> = { readonly ok: false; readonly refusal: R }

/** Adds a measure to an objective. */
export function createMeasure(db: Db, actor: Actor, given: Static<typeof NewMeasure>): Promise<Result<object, Unmeasured>> {
  return writeAs<Result<object, Unmeasured>>(db, actor, 'strategy.create-measure', async (tx, record) => {
    const stored = await lockStrategy(tx, actor.orgId)
    if (!holdsObjective(stored, given.objectiveId)) return refuse({ code: 'not_found', values: { what: 'objective', id: given.objectiveId } })
    const fields: Fields = {
      name: given.name.trim(), definition: given.definition ?? '', unit: given.unit, direction: given.direction, aggregation: given.aggregation ?? 'stock', frequency: given.frequency ?? 'year', horizon: given.horizon ?? 'mid',
      leading: given.leading ?? false, owner: given.owner ?? null, dataSource: given.dataSource ?? '', target: given.target ?? noTarget, settings: { ...usualSettings, ...given.settings },
    }
    return insertMeasure({ tx, record, actor, stored }, given.objectiveId, fields)
  })
}

/** Writes a measure of an objective, unless it does not fit or the same strategy has one of its definition. */
export async function insertMeasure({ tx, record, actor, stored }: { readonly tx: Tx; readonly record: Recorder; readonly actor: Actor; readonly stored: StoredStrategy }, objectiveId: string, fields: Fields): Promise<Result<object, Unmeasured>> {
  const wrong = wrongIn(stored, objectiveId, fields) ?? measuredAlready(stored, objectiveId, fields) ?? (await reporterMissing(tx, fields.settings))
  if (wrong) return wrong
  const id = newId()
  await insertMeasures(tx, [{ ...columnsOf(fields), org_id: actor.orgId, id, objective_id: objectiveId, origin: 'entered' }])
  await record({ room: 'strategy', kind: 'measure', id, before: null, after: fields })
  return ok({})
}

/** Changes a measure, its baseline or its target; a target that moves beyond its leeway needs a reason. */
export function changeMeasure(db: Db, actor: Actor, id: string, { version, because, ...change }: Static<typeof MeasureChange>): Promise<Result<object, Moved | Wrong | Unsaid>> {
  return writeAs<Result<object, Moved | Wrong | Unsaid>>(db, actor, 'strategy.change-measure', async (tx, record) => {
    const stored = await lockStrategy(tx, actor.orgId)
    const current = await expectVersion(tx, everyMeasure(stored).find((row) => row.id === id), { room: 'strategy', kind: 'measure', id, version })
    if (!current.ok) return current
    const before = fieldsOf(current.value)
    const after = { ...before, ...change, name: change.name?.trim() ?? before.name, settings: { ...before.settings, ...change.settings } }
    const wrong = wrongIn(stored, current.value.objective_id, after, id) ?? (await reporterMissing(tx, after.settings)) ?? reasonMissing(before, after, because)
    if (wrong) return wrong
    const moved = before.target.target !== after.target.target
    await updateMeasure(tx, id, { ...columnsOf(after), ...(moved ? { target_because: because ? JSON.stringify(because) : null } : {}) })
    await record({ room: 'strategy', kind: 'measure', id, before, after, ...(because ? { why: because.words } : {}) })
    return ok({})
  })
}

/** Removes a measure; what was measured is kept. */
export function removeMeasure(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Refusal<'not_found'>>> {
  return writeAs<Result<object, Refusal<'not_found'>>>(db, actor, 'strategy.remove-measure', async (tx, record) => {
    const row = everyMeasure(await lockStrategy(tx, actor.orgId)).find((one) => one.id === id)
    if (!row) return refuse({ code: 'not_found', values: { what: 'measure', id } })
    await updateMeasure(tx, id, { removed_at: now.toISOString() })
    await record({ room: 'strategy', kind: 'measure', id, before: fieldsOf(row), after: null })
    return ok({})
  })
}

type Target = Static<typeof MeasureTarget>
/** Everything that is written of a measure. */
export type Fields = Pick<Selectable<MeasureTable>, 'name' | 'definition' | 'unit' | 'direction' | 'aggregation' | 'frequency' | 'horizon' | 'owner'> & { readonly leading: boolean; readonly dataSource: string; readonly target: Target; readonly settings: MeasureSettings }

export const noTarget: Target = { baseline: null, baselineOn: null, target: null, dueOn: null, tolerance: null }

export const fieldsOf = (row: Selectable<MeasureTable>): Fields => ({
  name: row.name, definition: row.definition, unit: row.unit, direction: row.direction, aggregation: row.aggregation, frequency: row.frequency, horizon: row.horizon, leading: row.is_leading, owner: row.owner, dataSource: row.data_source,
  target: { baseline: row.baseline, baselineOn: row.baseline_on, target: row.target, dueOn: row.due_on, tolerance: row.tolerance }, settings: settingsOf(row),
})

const columnsOf = ({ dataSource, target, leading, settings, ...fields }: Fields) => ({
  ...fields, ...settingColumns(settings), is_leading: leading, data_source: dataSource, baseline: target.baseline, baseline_on: target.baselineOn, target: target.target, due_on: target.dueOn, tolerance: target.tolerance,
})

/** Whether an objective of the organisation, or of one of its units, is in force. */
const holdsObjective = ({ objectives, inForce }: StoredStrategy, id: string): boolean => objectives.some((row) => row.id === id) || (inForce.unit_strategies as readonly UnitStrategy[]).some((one) => one.objectives.some((objective) => objective.id === id))

function wrongIn(stored: StoredStrategy, objectiveId: string, { name, unit, target, direction, settings }: Fields, except?: string): Refused<Wrong> | undefined {
  const other = everyMeasure(stored).find((row) => row.id !== except && row.objective_id === objectiveId && row.name.toLowerCase() === name.toLowerCase())
  if (other) return refuse({ code: 'name_taken', values: { what: 'measure', name: other.name } } as const)
  if (!isUnit(unit)) return refuse({ code: 'unit_unknown', values: { found: unit, expected: Object.keys(units).join(', ') } } as const)
  const { baselineOn, dueOn } = target
  if (baselineOn !== null && dueOn !== null && dueOn <= baselineOn) return refuse({ code: 'due_before_baseline', values: { found: dueOn, expected: baselineOn } } as const)
  return bandUnsound(direction, settings.band)
}

/** The leeway that held before holds the move: it cannot be widened with the same breath. A target set for the first time, or taken away, has nothing to move from or to. */
function reasonMissing(before: Fields, after: Fields, because: TargetBecause | undefined): Refused<Unsaid> | undefined {
  const [from, to, { leeway }] = [before.target.target, after.target.target, before.settings]
  if (because || from === null || to === null || leeway === null || !beyondLeeway(Number(from), Number(to), leeway)) return undefined
  const share = shareMoved(Number(from), Number(to))
  return refuse({ code: 'target_reason_missing', values: { measure: after.name, from, found: to, share: share.status === 'ok' ? percent(share.value) : 'no share of zero', leeway: percent(leeway) } } as const)
}

const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`

/** Whoever reports a measure is a member. */
async function reporterMissing(tx: Tx, { reporterId }: MeasureSettings): Promise<Refused<Refusal<'not_found'>> | undefined> {
  if (reporterId === null || (await isMember(tx, reporterId))) return undefined
  return refuse({ code: 'not_found', values: { what: 'member', id: reporterId } } as const)
}
