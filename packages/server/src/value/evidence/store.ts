import type { EvidenceAsked, EvidenceFile, EvidenceRef } from '@throughline/contract/value'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Actor, Tx } from '../../database/index.ts'
import { placesOfInitiatives } from '../../demand/index.ts'
import type { Placed } from '../../http/index.ts'
import type { EvidenceFileTable } from './tables.ts'

/** Bytes of one row: what an archive writes as a line, and a statement carries at once. */
const pieceBytes = 256 * 1024

type Row = Omit<EvidenceFileTable, 'org_id' | 'recorded_at'> & { readonly recorded_at: string; readonly used: boolean; readonly why: string | null; readonly withdrawn_by: string | null; readonly withdrawn_at: string | null }

const present = (row: Row): EvidenceFile => ({
  id: row.id, fileName: row.file_name, mediaType: row.media_type, bytes: row.bytes, sha256: row.sha256, benefitId: row.benefit_id, measureId: row.measure_id, by: row.by_name, byId: row.by_id, at: row.recorded_at, used: row.used,
  withdrawn: row.why === null ? null : { by: row.withdrawn_by ?? '', at: row.withdrawn_at ?? '', reason: row.why },
})

/** Actuals that name a file, in their source or note. */
const namedByActuals = sql`exists (select from measure_actual a where a.org_id = current_org() and (position('file:' || f.id in a.source) > 0 or position('file:' || f.id in a.note) > 0))`
const columns = sql`f.id, f.file_name, f.media_type, f.bytes, f.sha256, f.benefit_id, f.measure_id, f.by_id, f.by_name, f.recorded_at, w.reason as why, w.by_name as withdrawn_by, w.recorded_at as withdrawn_at,
  exists (select from evidence_use u where u.org_id = current_org() and u.file_id = f.id) or ${namedByActuals} as used`
const withWithdrawal = sql`evidence_file f left join evidence_withdrawal w on w.org_id = current_org() and w.file_id = f.id`

/** Files, the newest first; those of benefits only where `amounts` may be seen. */
export async function listFiles(tx: Tx, { benefitId, measureId, withdrawn, cursor, limit = 100 }: Static<typeof EvidenceAsked>, amounts: boolean): Promise<{ readonly files: EvidenceFile[]; readonly next: string | null }> {
  const { rows } = await sql<Row>`select ${columns} from ${withWithdrawal} where f.org_id = current_org() and (${amounts} or f.benefit_id is null) and (${withdrawn ?? false} or w.file_id is null)
    and (${benefitId ?? null}::uuid is null or f.benefit_id = ${benefitId ?? null}::uuid) and (${measureId ?? null}::uuid is null or f.measure_id = ${measureId ?? null}::uuid) and (${cursor ?? null}::uuid is null or f.id < ${cursor ?? null}::uuid)
    order by f.id desc limit ${limit + 1}`.execute(tx)
  const page = rows.slice(0, limit)
  return { files: page.map(present), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

export async function findFile(tx: Tx, id: string): Promise<EvidenceFile | undefined> {
  const { rows } = await sql<Row>`select ${columns} from ${withWithdrawal} where f.org_id = current_org() and f.id = ${id}`.execute(tx)
  return rows[0] && present(rows[0])
}

/** What may be attached to is there. */
export async function subjectIsThere(tx: Tx, { benefitId, measureId }: Pick<EvidenceFile, 'benefitId' | 'measureId'>): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select exists (select from benefit where org_id = current_org() and id = ${benefitId}::uuid) or exists (select from measure where org_id = current_org() and id = ${measureId}::uuid) as there`.execute(tx)
  return rows[0]?.there === true
}

/** How many bytes of files the organisation keeps, each digest counted once, and whether it keeps one of this digest. */
export async function heldBytes(tx: Tx, sha256: string): Promise<{ readonly bytes: number; readonly same: boolean }> {
  const { rows } = await sql<{ bytes: string; same: boolean }>`select coalesce(sum(k.bytes), 0) as bytes, coalesce(bool_or(k.sha256 = ${sha256}), false) as same
    from (select distinct f.sha256, f.bytes from ${withWithdrawal} where f.org_id = current_org() and w.file_id is null) k`.execute(tx)
  return { bytes: Number(rows[0]?.bytes ?? 0), same: rows[0]?.same === true }
}

export type NewFile = Pick<EvidenceFileTable, 'id' | 'file_name' | 'media_type' | 'sha256' | 'benefit_id' | 'measure_id'>

/** Adds a file, and its bytes where there are none yet of this digest. */
export async function addFile(tx: Tx, actor: Actor, file: NewFile, bytes: Uint8Array): Promise<void> {
  await tx.insertInto('evidence_file').values({ org_id: actor.orgId, ...file, bytes: bytes.length, by_id: actor.accountId, by_name: actor.name }).execute()
  const there = await tx.selectFrom('evidence_piece').select('number').where('sha256', '=', file.sha256).limit(1).executeTakeFirst()
  if (there) return
  for (let at = 0, number = 0; at < bytes.length; at += pieceBytes, number += 1) await tx.insertInto('evidence_piece').values({ org_id: actor.orgId, sha256: file.sha256, number, bytes: bytes.subarray(at, at + pieceBytes) }).execute()
}

/** The bytes of a digest; none where they are gone. */
export async function readBytes(tx: Tx, sha256: string): Promise<Uint8Array> {
  const rows = await tx.selectFrom('evidence_piece').select('bytes').where('sha256', '=', sha256).orderBy('number').execute()
  return new Uint8Array(Buffer.concat(rows.map(({ bytes }) => bytes)))
}

/** Withdraws a file; its bytes go with the last file that has them. */
export async function withdrawFile(tx: Tx, actor: Actor, { id, sha256 }: Pick<EvidenceFile, 'id' | 'sha256'>, reason: string): Promise<void> {
  await tx.insertInto('evidence_withdrawal').values({ org_id: actor.orgId, file_id: id, reason, by_name: actor.name }).execute()
  await sql`delete from evidence_piece where org_id = current_org() and sha256 = ${sha256} and not exists (select from ${withWithdrawal} where f.org_id = current_org() and f.sha256 = ${sha256} and w.file_id is null)`.execute(tx)
}

/** What names a file, in words: entries of the ledger by their numbers, and actuals. */
export async function whereNamed(tx: Tx, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ words: string }>`(select 'the entry ' || e.no as words from evidence_use u join ledger_entry e on e.org_id = u.org_id and e.id = u.entry_id where u.org_id = current_org() and u.file_id = ${id} order by e.no limit 3)
    union all (select 'an actual of ' || m.name from measure_actual a join measure m on m.org_id = a.org_id and m.id = a.measure_id where a.org_id = current_org() and position('file:' || ${id}::text in a.source || ' ' || a.note) > 0 limit 1)`.execute(tx)
  return rows.map(({ words }) => words)
}

/** Of some files those that can be named: there, and not withdrawn. */
export async function standingFiles(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select f.id from ${withWithdrawal} where f.org_id = current_org() and f.id = any(${[...ids]}::uuid[]) and w.file_id is null`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

/** Notes which entries name which files. What was named before there were files is none. */
export const addUses = (tx: Tx, uses: readonly { readonly fileId: string; readonly entryId: string }[]) =>
  sql`insert into evidence_use (org_id, file_id, entry_id) select current_org(), u.* from unnest(${uses.map(({ fileId }) => fileId)}::uuid[], ${uses.map(({ entryId }) => entryId)}::uuid[]) u(file_id, entry_id)
    where exists (select from evidence_file f where f.org_id = current_org() and f.id = u.file_id)`.execute(tx)

/** The files that entries name, by entry. */
export async function filesOfEntries(tx: Tx, entryIds: readonly string[]): Promise<ReadonlyMap<string, readonly EvidenceRef[]>> {
  const { rows } = await sql<{ entry_id: string; id: string; fileName: string }>`select u.entry_id, f.id, f.file_name as "fileName" from evidence_use u join evidence_file f on f.org_id = u.org_id and f.id = u.file_id
    where u.org_id = current_org() and u.entry_id = any(${[...entryIds]}::uuid[]) order by f.id`.execute(tx)
  return new Map([...Map.groupBy(rows, ({ entry_id }) => entry_id)].map(([id, files]) => [id, files.map(({ id: fileId, fileName }) => ({ id: fileId, fileName }))]))
}

/** In which part of the organisation files stand: those of a benefit in that of its initiative, those of a measure in the whole. */
export async function placesOfFiles(tx: Tx, ids: readonly string[]): Promise<readonly Placed[]> {
  const { rows } = await sql<{ id: string; name: string; initiative_id: string | null }>`select f.id, f.file_name as name, b.initiative_id from evidence_file f left join benefit b on b.org_id = f.org_id and b.id = f.benefit_id where f.org_id = current_org() and f.id = any(${[...ids]}::uuid[])`.execute(tx)
  const initiatives = new Map((await placesOfInitiatives(tx, rows.flatMap(({ initiative_id }) => initiative_id ?? []))).map((placed) => [placed.id, placed.part]))
  return rows.map(({ id, name, initiative_id }) => ({ id, name, part: initiatives.get(initiative_id ?? '') ?? {} }))
}
