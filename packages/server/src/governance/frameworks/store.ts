import type { FrameworkText } from '@throughline/contract/governance'
import type { InitiativeState } from '@throughline/engine/demand'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { FrameworkAdoptionTable, FrameworkEditionTable, FrameworkTable } from './tables.ts'

export type StoredFramework = Omit<Selectable<FrameworkTable>, 'said'> & { readonly said: FrameworkText }
export type StoredEdition = Omit<Selectable<FrameworkEditionTable>, 'said'> & { readonly said: FrameworkText }
export type StoredAdoption = Selectable<FrameworkAdoptionTable>
export type FoundInitiative = { readonly id: string; readonly name: string; readonly state: InitiativeState; readonly gone: boolean }

/** Every framework by its name, retired ones among them. */
export const readFrameworks = async (tx: Tx): Promise<readonly StoredFramework[]> => (await tx.selectFrom('framework').selectAll().orderBy(sql`said->>'name'`).orderBy('id').execute()) as StoredFramework[]
/** One framework, held until the act ends. */
export const lockFramework = async (tx: Tx, id: string): Promise<StoredFramework | undefined> => (await tx.selectFrom('framework').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredFramework | undefined
export const insertFramework = (tx: Tx, { said, ...row }: Omit<Insertable<FrameworkTable>, 'said'> & { readonly said: FrameworkText }) => tx.insertInto('framework').values({ ...row, said: JSON.stringify(said) }).execute()
export const updateFramework = (tx: Tx, id: string, { said, ...set }: Omit<Updateable<FrameworkTable>, 'said'> & { readonly said?: FrameworkText }) =>
  tx.updateTable('framework').set({ ...set, ...(said ? { said: JSON.stringify(said) } : {}) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Editions of every framework, or of one, the newest first. */
export const readEditions = async (tx: Tx, frameworkId?: string): Promise<readonly StoredEdition[]> =>
  (await tx.selectFrom('framework_edition').selectAll().$if(frameworkId !== undefined, (query) => query.where('framework_id', '=', frameworkId ?? '')).orderBy('no', 'desc').execute()) as StoredEdition[]
export const insertEdition = (tx: Tx, { said, ...row }: Omit<Insertable<FrameworkEditionTable>, 'said'> & { readonly said: FrameworkText }) => tx.insertInto('framework_edition').values({ ...row, said: JSON.stringify(said) }).execute()

/** What each initiative follows now: its newest adoption. */
export const readAdoptions = (tx: Tx): Promise<readonly StoredAdoption[]> => tx.selectFrom('framework_adoption').distinctOn('initiative_id').selectAll().orderBy('initiative_id').orderBy('adopted_at', 'desc').orderBy('id', 'desc').execute()
/** What one initiative follows now. */
export const adoptionOf = (tx: Tx, initiativeId: string): Promise<StoredAdoption | undefined> => tx.selectFrom('framework_adoption').selectAll().where('initiative_id', '=', initiativeId).orderBy('adopted_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
export const insertAdoption = (tx: Tx, row: Insertable<FrameworkAdoptionTable>) => tx.insertInto('framework_adoption').values(row).execute()
/** Adoptions that travel in one statement: PostgreSQL takes 65,535 values. */
const rowsPerStatement = 1000
export async function insertAdoptions(tx: Tx, rows: readonly Insertable<FrameworkAdoptionTable>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsPerStatement) await tx.insertInto('framework_adoption').values(rows.slice(at, at + rowsPerStatement)).execute()
}
/** The initiatives of adoptions of a framework, which may be past; those that are none of it are left out. */
export async function readInitiativesOf(tx: Tx, frameworkId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; initiative_id: string }>`select id, initiative_id from framework_adoption where framework_id = ${frameworkId} and id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.initiative_id]))
}
/** Everything that an initiative ever adopted, or that was adopted of a framework. */
export const adoptionsOf = async (tx: Tx, column: 'initiative_id' | 'framework_id', id: string): Promise<readonly string[]> => (await tx.selectFrom('framework_adoption').select('id').where(column, '=', id).execute()).map((row) => row.id)

/** Some initiatives with what they are called and how far they are, those that were removed among them. */
export async function findInitiatives(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, FoundInitiative>> {
  const { rows } = await sql<FoundInitiative>`select id, name, state, removed_at is not null as gone from initiative where id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Frameworks by what they are called now. */
export const namesOfFrameworks = async (tx: Tx, ids: readonly string[]): Promise<readonly { readonly id: string; readonly name: string }[]> => (await sql<{ id: string; name: string }>`select id, said->>'name' as name from framework where id = any(${ids}::uuid[])`.execute(tx)).rows
