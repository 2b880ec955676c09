import { sql } from 'kysely'
import type { Invitation, Role } from '@throughline/contract/people'
import type { Db, Tx } from '../database/index.ts'

const invitationRows = (tx: Tx) => tx.selectFrom('invitation').select(['id', 'name', 'email', 'role', 'invited_by as invitedBy', 'created_at as createdAt', 'expires_at as expiresAt'])

export const listInvitations = (tx: Tx): Promise<Invitation[]> => invitationRows(tx).orderBy('created_at').orderBy('id').execute()
export const findInvitation = (tx: Tx, id: string): Promise<Invitation | undefined> => invitationRows(tx).where('id', '=', id).executeTakeFirst()

export type NewInvitationRow = { readonly orgId: string; readonly id: string; readonly name: string; readonly email: string; readonly role: Role; readonly invitedBy: string; readonly secretHash: Buffer; readonly now: Date; readonly expiresAt: Date }

/** Keeps an invitation in the place of an earlier one to the same address. */
export async function insertInvitation(tx: Tx, { orgId, id, name, email, role, invitedBy, secretHash, now, expiresAt }: NewInvitationRow): Promise<void> {
  await tx.deleteFrom('invitation').where('email', '=', email).execute()
  await tx.insertInto('invitation').values({ org_id: orgId, id, name, email, role, invited_by: invitedBy, secret_hash: secretHash, created_at: now.toISOString(), expires_at: expiresAt.toISOString() }).execute()
}

/** Another link for an invitation; the one before opens nothing any more. */
export const renewInvitation = (tx: Tx, id: string, secretHash: Buffer, expiresAt: Date) => tx.updateTable('invitation').set({ secret_hash: secretHash, expires_at: expiresAt.toISOString() }).where('id', '=', id).execute()

/** Takes an invitation away; false where it was gone: of two who accept at once, one goes on. */
export async function deleteInvitation(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('invitation').where('id', '=', id).executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

export const memberWithEmail = (tx: Tx, email: string) => tx.selectFrom('account').innerJoin('membership', 'membership.account_id', 'account.id').select('account.id').where('account.email', '=', email).executeTakeFirst()

export type SeenInvitation = { readonly org_id: string; readonly id: string; readonly organisation: string; readonly name: string; readonly email: string; readonly role: Role; readonly invited_by: string; readonly account_id: string | null; readonly known: boolean }

/** The invitation that a link opens. */
export async function invitationSeen(db: Db, secretHash: Buffer, now: Date): Promise<SeenInvitation | undefined> {
  const { rows } = await sql<SeenInvitation>`select * from invitation_seen(${secretHash}, ${now.toISOString()}::timestamptz)`.execute(db)
  return rows[0]
}

type Ends = { readonly secretHash: Buffer; readonly now: Date; readonly expiresAt: Date }

/** Begins a reset for an address; returns whose it is, where it is somebody's. */
export async function beginPasswordReset(db: Db, email: string, { secretHash, now, expiresAt }: Ends): Promise<{ readonly name: string; readonly email: string } | undefined> {
  const { rows } = await sql<{ name: string; email: string }>`select * from begin_password_reset(${email}, ${secretHash}, ${now.toISOString()}::timestamptz, ${expiresAt.toISOString()}::timestamptz)`.execute(db)
  return rows[0]
}

/** Begins a reset for a member whose account belongs to this organisation alone; false where it does not. */
export async function beginPasswordResetOf(tx: Tx, accountId: string, { secretHash, now, expiresAt }: Ends): Promise<boolean> {
  const { rows } = await sql<{ begun: boolean }>`select begin_password_reset_of(${accountId}, ${secretHash}, ${now.toISOString()}::timestamptz, ${expiresAt.toISOString()}::timestamptz) as begun`.execute(tx)
  return rows[0]?.begun === true
}

export type ResetAccount = { readonly account_id: string; readonly name: string; readonly email: string; readonly org_id: string; readonly role: Role }

/** Whose password a link resets. */
export async function passwordResetAccount(db: Db, secretHash: Buffer, now: Date): Promise<ResetAccount | undefined> {
  const { rows } = await sql<ResetAccount>`select * from password_reset_account(${secretHash}, ${now.toISOString()}::timestamptz)`.execute(db)
  return rows[0]
}

/** Uses up a link, and with it every other one of the account; false where it was used: of two at once, one goes on. */
export async function usePasswordReset(tx: Tx, accountId: string, secretHash: Buffer): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('password_reset').where('secret_hash', '=', secretHash).executeTakeFirstOrThrow()
  await tx.deleteFrom('password_reset').where('account_id', '=', accountId).execute()
  return numDeletedRows === 1n
}
