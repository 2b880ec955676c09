import { sql } from 'kysely'
import type { Tx } from '../tables.ts'

/** The head of a chain: the number of its latest link and that link's hash, in hexadecimal. */
export type ChainHead = { readonly seq: number; readonly hash: string; readonly at: string }

/** The head of the organisation's chain; undefined before its first act. */
export async function readChainHead(tx: Tx): Promise<ChainHead | undefined> {
  const { rows } = await sql<ChainHead>`select l.seq, encode(l.hash, 'hex') as hash, l.at from chain_link l where l.org_id = current_org() order by l.seq desc limit 1`.execute(tx)
  return rows[0]
}

/** The hash of one link of the chain, in hexadecimal; undefined where there is none of the number. */
export async function readLinkHash(tx: Tx, seq: number): Promise<string | undefined> {
  const { rows } = await sql<{ hash: string }>`select encode(hash, 'hex') as hash from chain_link where org_id = current_org() and seq = ${seq}`.execute(tx)
  return rows[0]?.hash
}

/** The tables that the chain answers for, by name. */
export async function readChainedTables(tx: Tx): Promise<readonly string[]> {
  return (await sql<{ name: string }>`select table_name as name from chain_rule order by 1`.execute(tx)).rows.map(({ name }) => name)
}

/** How many rows a table has now, those included that are private to somebody else. */
export const countRows = async (tx: Tx, table: string): Promise<number> => (await sql<{ rows: number }>`select chain_rows(${table}) as rows`.execute(tx)).rows[0]?.rows ?? 0

/** A row that is not as an act left it, by its key; `at` is the act that said otherwise, none for a row that no act wrote. */
export type RowFault = { readonly key: string; readonly fault: 'changed' | 'removed' | 'inserted'; readonly at: string | null }

/** The rows of a table that are not as acts left them, the first `most` by key. */
export const readRowFaults = async (tx: Tx, table: string, most: number): Promise<readonly RowFault[]> =>
  (await sql<RowFault>`select key, fault, at from chain_faults(${table}) order by key collate "C" limit ${most}`.execute(tx)).rows

/**
 * What is wrong with the chain itself:
 * `link_changed` a link whose hash is not that of its parts · `marks_changed` what a link says was written is not what the marks of its act say ·
 * `link_missing` the link does not go on from the one before it · `act_without_revision` an act that left no revision ·
 * `unlinked` marks of an instant at which no act is in the chain · `tail_missing` the chain ends before its head.
 */
export type LinkFault = { readonly seq: number | null; readonly at: string | null; readonly fault: 'link_changed' | 'marks_changed' | 'link_missing' | 'act_without_revision' | 'unlinked' | 'tail_missing'; readonly tables: readonly string[] }

/** The faults of the chain itself, in its order; every link is computed again. */
export async function readLinkFaults(tx: Tx, most: number): Promise<readonly LinkFault[]> {
  const { rows } = await sql<LinkFault>`
    with written as materialized (
      select at, sha256(string_agg(sha256(convert_to(mark_text(table_name, keys, digests), 'UTF8')), ''::bytea order by no)) as content, bool_or(table_name = 'revision') as revised, array_agg(distinct table_name) as tables
      from chain_mark where org_id = current_org() group by at
    ), link as materialized (
      select l.*, w.content as marked, coalesce(w.revised, false) as revised, lag(l.hash) over (order by l.seq) as hash_before, lag(l.seq) over (order by l.seq) as seq_before
      from chain_link l left join written w on w.at = l.at where l.org_id = current_org()
    )
    select seq, at, 'link_changed' as fault, '{}'::text[] as tables from link where hash is distinct from sha256(convert_to(link_text(org_id, seq, at, account_id, act, origin, content, before), 'UTF8'))
    union all select seq, at, 'marks_changed', '{}' from link where content is distinct from marked
    union all select seq, at, 'link_missing', '{}' from link where seq <> coalesce(seq_before, 0) + 1 or before is distinct from coalesce(hash_before, sha256(convert_to('throughline-chain-1' || E'\n' || org_id, 'UTF8')))
    union all select seq, at, 'act_without_revision', '{}' from link where not revised and act not like 'schema.%'
    union all select null, w.at, 'unlinked', w.tables from written w where not exists (select from link l where l.at = w.at)
    union all select h.seq, null, 'tail_missing', '{}' from chain_head h where h.org_id = current_org() and not exists (select from link l where l.seq = h.seq and l.hash = h.hash and l.seq = (select max(seq) from link))
    order by seq nulls last, at limit ${most}`.execute(tx)
  return rows
}

/** A check of everything takes as long as there is to check: no statement of this transaction is cut off. */
export const takeTheTime = async (tx: Tx): Promise<void> => void (await sql`select set_config('statement_timeout', '0', true)`.execute(tx))
