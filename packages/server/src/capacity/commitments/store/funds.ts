import type { FundingRequest } from '@throughline/contract/capacity'
import type { FundingMove } from '@throughline/engine/capacity'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../../database/index.ts'
import type { BudgetEntryTable, BudgetEnvelopeTable, FundingRequestTable } from '../tables.ts'

export type StoredEnvelope = Selectable<BudgetEnvelopeTable>
export type StoredEntry = Selectable<BudgetEntryTable>
export type StoredFunding = Omit<Selectable<FundingRequestTable>, 'answer'> & { readonly answer: FundingRequest['answer'] }

const standing = (tx: Tx) => tx.selectFrom('budget_envelope').selectAll().where('removed_at', 'is', null)

/** Envelopes that were not removed, the latest year first. */
export const readEnvelopes = (tx: Tx): Promise<StoredEnvelope[]> => standing(tx).orderBy('year', 'desc').orderBy(sql`lower(name)`).orderBy('id').execute()
/** Some of them, held until the act ends, in one order for all acts. */
export const lockEnvelopes = (tx: Tx, ids: readonly string[]): Promise<StoredEnvelope[]> => standing(tx).where('id', '=', sql<string>`any(${ids}::uuid[])`).orderBy('id').forUpdate().execute()
export const envelopeNamed = (tx: Tx, name: string, year: number) => standing(tx).where(sql<boolean>`lower(name) = lower(${name})`).where('year', '=', year).executeTakeFirst()

export const insertEnvelope = (tx: Tx, row: Insertable<BudgetEnvelopeTable>) => tx.insertInto('budget_envelope').values(row).execute()
/** Changes an envelope and counts its version up. */
export const updateEnvelope = (tx: Tx, id: string, change: Updateable<BudgetEnvelopeTable>) => tx.updateTable('budget_envelope').set(change).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

export const insertEntries = (tx: Tx, rows: readonly Insertable<BudgetEntryTable>[]) => tx.insertInto('budget_entry').values([...rows]).execute()
/** The newest entries of the budget ledger, and how many there are in all. */
export async function readEntries(tx: Tx, most: number): Promise<{ readonly rows: readonly StoredEntry[]; readonly total: number }> {
  const rows = await tx.selectFrom('budget_entry').selectAll().orderBy('recorded_at', 'desc').orderBy('id', 'desc').limit(most).execute()
  const { count } = await tx.selectFrom('budget_entry').select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  return { rows, total: Number(count) }
}

/** What initiatives hold of envelopes, of some or of all: one sum for each that holds anything. */
export async function readHeld(tx: Tx, envelopeIds?: readonly string[]): Promise<readonly FundingMove[]> {
  const rows = await tx.selectFrom('budget_entry').select(['envelope_id', 'initiative_id', sql<string>`sum(amount_minor)::text`.as('minor')])
    .$if(envelopeIds !== undefined, (query) => query.where('envelope_id', '=', sql<string>`any(${envelopeIds ?? []}::uuid[])`)).groupBy(['envelope_id', 'initiative_id']).having(sql<boolean>`sum(amount_minor) <> 0`).execute()
  return rows.map(({ envelope_id: envelopeId, initiative_id: initiativeId, minor }) => ({ envelopeId, initiativeId, amountMinor: BigInt(minor) }))
}

/** Requests that wait, oldest first, then the others, newest first; and how many there are in all. */
export async function readFunding(tx: Tx, most: number): Promise<{ readonly rows: readonly StoredFunding[]; readonly total: number }> {
  const rows = await tx.selectFrom('funding_request').selectAll().orderBy(sql`state <> 'waiting'`).orderBy(sql`case when state = 'waiting' then asked_at end`).orderBy('asked_at', 'desc').orderBy('id').limit(most).execute()
  const { count } = await tx.selectFrom('funding_request').select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  return { rows: rows as StoredFunding[], total: Number(count) }
}
/** What waits for an answer, by envelope, in minor units. */
export async function readWaiting(tx: Tx): Promise<ReadonlyMap<string, bigint>> {
  const rows = await tx.selectFrom('funding_request').select(['envelope_id', sql<string>`sum(amount_minor)::text`.as('minor')]).where('state', '=', 'waiting').groupBy('envelope_id').execute()
  return new Map(rows.map(({ envelope_id, minor }) => [envelope_id, BigInt(minor)]))
}
/** One request, held until the act ends. */
export const lockFunding = async (tx: Tx, id: string): Promise<StoredFunding | undefined> => (await tx.selectFrom('funding_request').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredFunding | undefined
export const insertFunding = (tx: Tx, row: Omit<Insertable<FundingRequestTable>, 'answer'>) => tx.insertInto('funding_request').values(row).execute()
export const updateFunding = (tx: Tx, id: string, { answer, ...set }: Omit<Updateable<FundingRequestTable>, 'answer'> & { readonly answer: FundingRequest['answer'] }) =>
  tx.updateTable('funding_request').set({ ...set, answer: JSON.stringify(answer) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Who asked for funds of an envelope that were committed to an initiative. */
export const askersOf = async (tx: Tx, envelopeId: string, initiativeId: string): Promise<readonly string[]> =>
  (await tx.selectFrom('funding_request').select('asked_by_id').distinct().where('envelope_id', '=', envelopeId).where('initiative_id', '=', initiativeId).where('state', '=', 'committed').execute()).map(({ asked_by_id }) => asked_by_id)

/** Whether the organisation keeps any amount here. */
export async function holdsFunds(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select exists (select from budget_envelope) as held`.execute(tx)
  return rows[0]?.held === true
}
