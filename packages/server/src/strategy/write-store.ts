import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../database/index.ts'
import { firstStrategy } from './first-strategy.ts'
import { closeLink } from './library/store.ts'
import { readStored, type StoredMeasureLink, type StoredStrategy } from './store.ts'
import type { ContributionTable, MeasureActualTable, MeasureTable, ObjectiveTable, PerspectiveTable, StrategyTable } from './tables.ts'

/** The strategy in force, held until the act ends so that one act at a time decides on weights and names; created where there is none. */
export async function lockStrategy(tx: Tx, orgId: string): Promise<StoredStrategy> {
  const first = firstStrategy(orgId)
  const { numInsertedOrUpdatedRows } = await tx.insertInto('strategy').values(first.strategy).onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 1n) {
    const { units: _, waivers: __, unit_strategies: ___, ...head } = first.inForce
    await tx.insertInto('strategy_version').values(head).execute()
    await tx.insertInto('perspective').values([...first.perspectives]).execute()
  }
  await tx.selectFrom('strategy').select('id').forUpdate().execute()
  return (await readStored(tx)) ?? first
}

type Row<T> = Insertable<T>
type Change<T> = Omit<Updateable<T>, 'org_id' | 'id' | 'version'>

/** Changes the strategy and counts its version up. */
export const updateStrategy = (tx: Tx, id: string, change: Change<StrategyTable>) =>
  tx.updateTable('strategy').set(change).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

export const insertPerspectives = (tx: Tx, rows: readonly Row<PerspectiveTable>[]) => tx.insertInto('perspective').values([...rows]).execute()
export const updatePerspective = (tx: Tx, id: string, change: Change<PerspectiveTable>) =>
  tx.updateTable('perspective').set(change).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Objectives as they are written: citations as the list they are. */
export type NewObjectiveRow = Omit<Row<ObjectiveTable>, 'citations'> & { readonly citations: readonly object[] }
export const insertObjectives = (tx: Tx, rows: readonly NewObjectiveRow[]) => tx.insertInto('objective').values(rows.map((row) => ({ ...row, citations: JSON.stringify(row.citations) }))).execute()
export const updateObjective = (tx: Tx, id: string, change: Change<ObjectiveTable>) =>
  tx.updateTable('objective').set(change).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

export const insertMeasures = (tx: Tx, rows: readonly Row<MeasureTable>[]) => tx.insertInto('measure').values([...rows]).execute()
export const updateMeasure = (tx: Tx, id: string, change: Change<MeasureTable>) =>
  tx.updateTable('measure').set(change).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
/** Measures of an objective that goes, and that another was linked to, become those of the first other one. */
export async function handMeasuresOn(tx: Tx, objectiveId: string, links: readonly StoredMeasureLink[], at: string): Promise<void> {
  const own = new Set((await tx.selectFrom('measure').select('id').where('objective_id', '=', objectiveId).where('removed_at', 'is', null).execute()).map(({ id }) => id))
  const others = Map.groupBy(links.filter((link) => own.has(link.measure_id) && link.objective_id !== objectiveId), ({ measure_id }) => measure_id)
  for (const [id, [first]] of others) {
    if (!first) continue
    await updateMeasure(tx, id, { objective_id: first.objective_id })
    await closeLink(tx, first.id, at)
  }
}
/** Removes the measures of an objective with it; their actuals stay as they were. */
export const removeMeasuresOf = (tx: Tx, objectiveId: string, at: string) => tx.updateTable('measure').set({ removed_at: at }).where('objective_id', '=', objectiveId).where('removed_at', 'is', null).execute()

export const insertActuals = (tx: Tx, rows: readonly Row<MeasureActualTable>[]) => tx.insertInto('measure_actual').values([...rows]).execute()
/** The actual in force with an id, or undefined. */
export const findActual = (tx: Tx, id: string): Promise<Selectable<MeasureActualTable> | undefined> => tx.selectFrom('measure_actual').selectAll().where('id', '=', id).where('superseded_at', 'is', null).executeTakeFirst()
/** Closes the actual in force of a measure and date, which is kept; returns it. */
export const closeActual = (tx: Tx, measureId: string, on: string, at: string): Promise<Selectable<MeasureActualTable> | undefined> =>
  tx.updateTable('measure_actual').set({ superseded_at: at }).where('measure_id', '=', measureId).where('on_date', '=', on).where('superseded_at', 'is', null).returningAll().executeTakeFirst()

/** Closes the contribution in force of a pair; returns it. */
export const closeContribution = (tx: Tx, pair: { readonly initiativeId: string; readonly objectiveId: string }, at: string): Promise<Selectable<ContributionTable> | undefined> =>
  tx.updateTable('contribution').set({ superseded_at: at }).where('initiative_id', '=', pair.initiativeId).where('objective_id', '=', pair.objectiveId).where('superseded_at', 'is', null).returningAll().executeTakeFirst()
/** Closes every contribution to an objective. */
export const closeContributionsTo = (tx: Tx, objectiveId: string, at: string) => tx.updateTable('contribution').set({ superseded_at: at }).where('objective_id', '=', objectiveId).where('superseded_at', 'is', null).execute()

/** Adds contributions, any number of them, in one statement. */
export async function insertContributions(tx: Tx, rows: readonly Row<ContributionTable>[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into contribution (org_id, id, initiative_id, objective_id, contribution, rationale, origin, recorded_at, recorded_by)
    select org_id, id, initiative_id, objective_id, contribution, rationale, origin, recorded_at, recorded_by from jsonb_populate_recordset(null::contribution, ${JSON.stringify(rows)}::jsonb)`.execute(tx)
}
