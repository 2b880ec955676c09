import { sql } from 'kysely'
import type { Tx } from '../database/index.ts'
import type { ScenarioTable } from './tables.ts'

export type ScenarioRow = Omit<ScenarioTable, 'created_at' | 'version' | 'removed_at'> & { readonly created_at: string; readonly version: number; readonly removed_at: string | null }
export type ScenarioToAdd = Omit<ScenarioTable, 'created_at' | 'version' | 'removed_at' | 'constraints' | 'chosen' | 'certificate'> & { readonly constraints: readonly object[]; readonly chosen: readonly string[]; readonly certificate: object }

const standing = (tx: Tx) => tx.selectFrom('scenario').selectAll().where('removed_at', 'is', null)

/** Saved scenarios, newest first. */
export const readScenarios = (tx: Tx): Promise<ScenarioRow[]> => standing(tx).orderBy('created_at', 'desc').orderBy('id', 'desc').execute()
export const readScenario = (tx: Tx, id: string): Promise<ScenarioRow | undefined> => standing(tx).where('id', '=', id).executeTakeFirst()
/** The scenario, locked until the transaction ends. */
export const lockScenario = (tx: Tx, id: string): Promise<ScenarioRow | undefined> => standing(tx).where('id', '=', id).forUpdate().executeTakeFirst()

/** The scenario that has the name, whatever its case. */
export const scenarioNamed = (tx: Tx, name: string): Promise<ScenarioRow | undefined> => standing(tx).where(sql<boolean>`lower(name) = lower(${name})`).executeTakeFirst()

export async function addScenario(tx: Tx, scenario: ScenarioToAdd): Promise<void> {
  await tx
    .insertInto('scenario')
    .values({ ...scenario, constraints: JSON.stringify(scenario.constraints), chosen: JSON.stringify(scenario.chosen), certificate: JSON.stringify(scenario.certificate) })
    .execute()
}

export async function updateScenario(tx: Tx, id: string, change: { readonly name?: string; readonly note?: string }): Promise<void> {
  await tx.updateTable('scenario').set({ ...change, version: sql<number>`version + 1` }).where('id', '=', id).execute()
}

export async function removeScenarioRow(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('scenario').set({ removed_at: sql<string>`now()`, version: sql<number>`version + 1` }).where('id', '=', id).execute()
}
