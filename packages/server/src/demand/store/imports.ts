import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Db, Tx } from '../../database/index.ts'
import type { ImportTable } from '../imports/tables.ts'

export type StoredImport = Selectable<ImportTable>
/** An import with how the job that works on it stands; null where there is none. */
export type FoundImport = StoredImport & { readonly job_state: string | null; readonly job_problem: unknown }

/** Bytes of a piece in which a file is kept. */
export const chunkBytes = 1024 * 1024

const found = (tx: Tx) =>
  tx
    .selectFrom('portfolio_import as i')
    .leftJoin('job as j', (join) => join.onRef('j.org_id', '=', 'i.org_id').onRef('j.id', '=', 'i.job_id'))
    .selectAll('i')
    .select(['j.state as job_state', 'j.problem as job_problem'])

export const insertImport = async (tx: Tx, row: Insertable<ImportTable>): Promise<void> => {
  await tx.insertInto('portfolio_import').values(row).execute()
}

/** An import without its bytes, or undefined. */
export const findImport = (tx: Tx, id: string): Promise<FoundImport | undefined> => found(tx).where('i.id', '=', id).executeTakeFirst() as Promise<FoundImport | undefined>

/** An import, held until the act ends: whoever else wants it waits. */
export async function lockImport(tx: Tx, id: string): Promise<FoundImport | undefined> {
  await tx.selectFrom('portfolio_import').select('id').where('id', '=', id).forUpdate().execute()
  return findImport(tx, id)
}

/** Imports, newest first. */
export const listImports = (tx: Tx, from: number, limit: number): Promise<FoundImport[]> => found(tx).orderBy('i.created_at', 'desc').orderBy('i.id', 'desc').offset(from).limit(limit).execute() as Promise<FoundImport[]>

export async function countImports(tx: Tx): Promise<number> {
  const row = await tx.selectFrom('portfolio_import').select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Changes what is known of an import; its bytes never change. */
export const updateImport = async (tx: Tx, id: string, change: Omit<Updateable<ImportTable>, 'org_id' | 'id' | 'bytes' | 'file_name' | 'sha256'>): Promise<void> => {
  await tx.updateTable('portfolio_import').set(change).where('id', '=', id).execute()
}

/** Keeps a piece of a file. */
export const insertChunk = async (tx: Tx, orgId: string, importId: string, number: number, bytes: Uint8Array): Promise<void> => {
  await tx.insertInto('import_chunk').values({ org_id: orgId, import_id: importId, number, bytes }).execute()
}

/** The bytes of an import in one piece of its own, read piece by piece. */
export async function readBytes(tx: Tx, { id, bytes }: Pick<StoredImport, 'id' | 'bytes'>): Promise<Uint8Array> {
  const whole = new Uint8Array(Number(bytes))
  for (let number = 0, at = 0; at < whole.length; number++) {
    const piece = await tx.selectFrom('import_chunk').select('bytes').where('import_id', '=', id).where('number', '=', number).executeTakeFirstOrThrow()
    whole.set(piece.bytes, at)
    at += piece.bytes.length
  }
  return whole
}

/** Takes back what was read of an import; its file stays. */
export async function clearStaged(tx: Tx, importId: string): Promise<void> {
  for (const table of ['import_plan', 'import_issue', 'import_piece'] as const) await tx.deleteFrom(table).where('import_id', '=', importId).execute()
}

/** Takes back the file of an import as well: of one that was put away only the record stays. */
export async function clearImport(tx: Tx, importId: string): Promise<void> {
  await clearStaged(tx, importId)
  await tx.deleteFrom('import_chunk').where('import_id', '=', importId).execute()
}

/** Puts the files of every organisation away with which nothing was done for so many days; tells how many. */
export async function putAwayImports(db: Db, days: number): Promise<number> {
  return (await sql<{ gone: number }>`select put_away_imports(${days}) as gone`.execute(db)).rows[0]?.gone ?? 0
}

/** The newest change of the portfolio that imports are compared with. */
export async function portfolioStamp(tx: Tx): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from revision where kind in ('initiative', 'publication', 'unit', 'organisation') order by id desc limit 1`.execute(tx)
  return rows[0]?.id ?? ''
}

/** Notes that an import was applied; the instant is that of the write, so that of two the later has the later. */
export async function closeImport(tx: Tx, id: string, { publicationId, outcome, by }: { readonly publicationId: string; readonly outcome: object; readonly by: string }): Promise<void> {
  await tx.updateTable('portfolio_import').set({ state: 'applied', publication_id: publicationId, outcome: JSON.stringify(outcome), applied_at: sql<string>`clock_timestamp()`, applied_by: by }).where('id', '=', id).execute()
}

/** The account that applied an import, as its revision says; undefined where it was not applied. */
export async function whoApplied(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx.selectFrom('revision').select('account_id').where('room', '=', 'demand').where('kind', '=', 'import').where('entity_id', '=', id).where(sql`after ->> 'state'`, '=', 'applied').orderBy('at', 'desc').executeTakeFirst()
  return row?.account_id
}

/** Notes that an import was taken back. */
export async function reopenImport(tx: Tx, id: string, { undone, by }: { readonly undone: object; readonly by: string }): Promise<void> {
  await tx.updateTable('portfolio_import').set({ state: 'undone', undone: JSON.stringify(undone), undone_at: sql<string>`clock_timestamp()`, undone_by: by }).where('id', '=', id).execute()
}

/** Lets the statements of a job take their time: at most ten minutes each, where a request's end after one. */
export const allowLong = async (tx: Tx): Promise<void> => void (await sql`set local statement_timeout = 600000`.execute(tx))
