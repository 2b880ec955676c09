import { money, type CashClass, type Money, type PriceBasis } from '@throughline/engine/kernel'
import type { Tx } from '../database/index.ts'
import type { ValueEntryTable } from './tables.ts'

/** A recorded amount as it stands in the book; a reversal carries the opposite amount and names what it reverses. */
export type EntryFacts = {
  readonly id: string
  readonly initiativeId: string
  readonly kind: ValueEntryTable['kind']
  readonly year: number
  readonly amount: Money
  readonly evidence: string
  readonly reverses: string | null
  readonly reversedBy: string | null
  readonly by: string
  readonly at: string
}

type Row = Omit<ValueEntryTable, 'recorded_at' | 'org_id'> & { readonly recorded_at: string; readonly reversed_by: string | null }

/** Entries of one initiative or of all, newest first. */
export async function readEntries(tx: Tx, initiativeId?: string): Promise<readonly EntryFacts[]> {
  const rows = await entries(tx)
    .$if(initiativeId !== undefined, (query) => query.where('entry.initiative_id', '=', initiativeId ?? ''))
    .orderBy('entry.recorded_at', 'desc')
    .orderBy('entry.id', 'desc')
    .execute()
  return rows.map(entryOf)
}

/** One entry, or undefined. */
export async function readEntry(tx: Tx, id: string): Promise<EntryFacts | undefined> {
  const row = await entries(tx).where('entry.id', '=', id).executeTakeFirst()
  return row && entryOf(row)
}

const entries = (tx: Tx) =>
  tx
    .selectFrom('value_entry as entry')
    .leftJoin('value_entry as reversal', (join) => join.onRef('reversal.org_id', '=', 'entry.org_id').onRef('reversal.reverses', '=', 'entry.id'))
    .selectAll('entry')
    .select('reversal.id as reversed_by')

function entryOf(row: Row): EntryFacts {
  const amount = money(BigInt(row.amount_minor), row.currency, row.basis as PriceBasis, row.cash_class as CashClass)
  return { id: row.id, initiativeId: row.initiative_id, kind: row.kind, year: row.year, amount, evidence: row.evidence, reverses: row.reverses, reversedBy: row.reversed_by, by: row.recorded_by, at: row.recorded_at }
}

export type NewEntry = { readonly orgId: string; readonly id: string; readonly initiativeId: string; readonly kind: EntryFacts['kind']; readonly year: number; readonly amount: Money; readonly evidence: string; readonly reverses: string | null; readonly by: string }

export async function addEntry(tx: Tx, { orgId, id, initiativeId, kind, year, amount, evidence, reverses, by }: NewEntry): Promise<void> {
  await tx
    .insertInto('value_entry')
    .values({ org_id: orgId, id, initiative_id: initiativeId, kind, year, amount_minor: amount.minor.toString(), currency: amount.currency, basis: JSON.stringify(amount.basis), cash_class: amount.cashClass, evidence, reverses, recorded_by: by })
    .execute()
}
