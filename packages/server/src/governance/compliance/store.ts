import type { ObligationText } from '@throughline/contract/governance'
import { usualExceptionMonths } from '@throughline/engine/governance'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { AttestationTable, ComplianceExceptionTable, ObligationTable } from './tables.ts'

export type Named = { readonly id: string; readonly name: string }
type Said = { readonly by: string; readonly at: string; readonly words: string }
export type RefusedVerifier = { readonly name: string; readonly way: string; readonly at: string }
export type StoredObligation = Omit<Selectable<ObligationTable>, 'said' | 'verifiers'> & { readonly said: ObligationText; readonly verifiers: readonly Named[] }
export type StoredAttestation = Omit<Selectable<AttestationTable>, 'judgement' | 'refused'> & { readonly judgement: Said | null; readonly refused: readonly RefusedVerifier[] }
export type StoredException = Selectable<ComplianceExceptionTable>

/** Every obligation by its title, retired ones among them. */
export const readObligations = async (tx: Tx): Promise<readonly StoredObligation[]> => ((await tx.selectFrom('obligation').selectAll().orderBy(sql`lower(said->>'title')`).orderBy('id').execute()) as StoredObligation[]).map(whole)
/** One obligation, held until the act ends. */
export async function lockObligation(tx: Tx, id: string): Promise<StoredObligation | undefined> {
  const found = (await tx.selectFrom('obligation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredObligation | undefined
  return found && whole(found)
}
/** An obligation that was written down before it said how long an exception is granted has the usual term. */
const whole = <Row extends Pick<StoredObligation, 'said'>>(row: Row): Row => ({ ...row, said: { ...row.said, exceptionMonths: (row.said as Partial<ObligationText>).exceptionMonths ?? usualExceptionMonths } })
type Written = { readonly said: ObligationText; readonly verifiers: readonly Named[] }
export const insertObligation = (tx: Tx, { said, verifiers, ...row }: Omit<Insertable<ObligationTable>, keyof Written> & Written) => tx.insertInto('obligation').values({ ...row, said: JSON.stringify(said), verifiers: JSON.stringify(verifiers) }).execute()
export const updateObligation = (tx: Tx, id: string, { said, verifiers, ...set }: Omit<Updateable<ObligationTable>, keyof Written> & Partial<Written>) =>
  tx.updateTable('obligation').set({ ...set, ...(said ? { said: JSON.stringify(said) } : {}), ...(verifiers ? { verifiers: JSON.stringify(verifiers) } : {}) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Attestations of one initiative, or of all, the newest first. */
export const readAttestations = async (tx: Tx, initiativeId?: string): Promise<readonly StoredAttestation[]> =>
  (await tx.selectFrom('attestation').selectAll().$if(initiativeId !== undefined, (query) => query.where('initiative_id', '=', initiativeId ?? '')).orderBy('attested_at', 'desc').orderBy('id', 'desc').execute()) as StoredAttestation[]
export const lockAttestation = async (tx: Tx, id: string): Promise<StoredAttestation | undefined> => (await tx.selectFrom('attestation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredAttestation | undefined
export const insertAttestation = (tx: Tx, row: Omit<Insertable<AttestationTable>, 'judgement' | 'refused'>) => tx.insertInto('attestation').values(row).execute()
export const judgeStored = (tx: Tx, id: string, state: 'verified' | 'rejected', judgement: Said) => tx.updateTable('attestation').set({ state, judgement: JSON.stringify(judgement) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
/** Keeps who was refused as verifier; the version stays, for nothing of what was attested is another. */
export const addRefusedVerifier = (tx: Tx, id: string, refused: RefusedVerifier) => tx.updateTable('attestation').set({ refused: sql`refused || ${JSON.stringify([refused])}::jsonb` }).where('id', '=', id).execute()

/** Exceptions of one initiative, or of all, the newest first. */
export const readExceptions = (tx: Tx, initiativeId?: string): Promise<readonly StoredException[]> => tx.selectFrom('compliance_exception').selectAll().$if(initiativeId !== undefined, (query) => query.where('initiative_id', '=', initiativeId ?? '')).orderBy('granted_at', 'desc').orderBy('id', 'desc').execute()
export const lockException = (tx: Tx, id: string): Promise<StoredException | undefined> => tx.selectFrom('compliance_exception').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const insertException = (tx: Tx, row: Insertable<ComplianceExceptionTable>) => tx.insertInto('compliance_exception').values(row).execute()
export const endStored = (tx: Tx, id: string, ended: { readonly ended_at: string; readonly ended_by: string; readonly ended_because: string }) => tx.updateTable('compliance_exception').set(ended).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Obligations by what they are called now. */
export const namesOfObligations = async (tx: Tx, ids: readonly string[]): Promise<readonly Named[]> => (await sql<Named>`select id, said->>'title' as name from obligation where id = any(${ids}::uuid[])`.execute(tx)).rows
/** What was attested or excepted of an obligation, or of an initiative. */
export const idsOf = async (tx: Tx, table: 'attestation' | 'compliance_exception', column: 'obligation_id' | 'initiative_id', id: string): Promise<readonly string[]> => (await tx.selectFrom(table).select('id').where(column, '=', id).execute()).map((row) => row.id)
