import { sql } from 'kysely'
import type { Role } from '@throughline/contract/people'
import type { Permission } from '@throughline/contract/wire'
import type { Db, Standing as FoundStanding, Tx } from '../database/index.ts'
import { dayOf } from './rights/rights-store.ts'

/** Whether there is no organisation yet. */
export async function installationIsEmpty(db: Db): Promise<boolean> {
  const { rows } = await sql<{ empty: boolean }>`select installation_is_empty() as empty`.execute(db)
  return rows[0]?.empty === true
}

/** Lets one set-up at a time go on; the others wait here until it is committed. */
export const lockInstallation = (tx: Tx) => sql`select pg_advisory_xact_lock(7238414)`.execute(tx)

export type SignInAccount = { readonly account_id: string; readonly name: string; readonly email: string; readonly password_hash: string; readonly org_id: string | null; readonly role: Role | null }

export async function signInAccount(db: Db, email: string): Promise<SignInAccount | undefined> {
  const { rows } = await sql<SignInAccount>`select * from sign_in_account(${email})`.execute(db)
  return rows[0]
}

/** What the caller stands on, read in the same statement. */
type Standing = { readonly standing: FoundStanding | null }

export type SessionActor = Standing & { readonly org_id: string; readonly session_id: string; readonly account_id: string; readonly name: string; readonly email: string; readonly role: Role; readonly proved_at: string; readonly lacks_factor: boolean }

export async function sessionActor(db: Db, secretHash: Buffer, now: Date): Promise<SessionActor | undefined> {
  const { rows } = await sql<SessionActor>`select a.*, standing_of(a.org_id, a.account_id, ${dayOf(now)}::date) as standing from session_actor(${secretHash}, ${now.toISOString()}::timestamptz) a`.execute(db)
  return rows[0]
}

export type TokenActor = Standing & { readonly org_id: string; readonly account_id: string; readonly name: string; readonly email: string; readonly role: Role | null; readonly may: readonly Permission[] | null; readonly member_role: Role }

export async function tokenActor(db: Db, id: string, secretHash: Buffer, now: Date): Promise<TokenActor | undefined> {
  const { rows } = await sql<TokenActor>`select a.*, standing_of(a.org_id, a.account_id, ${dayOf(now)}::date) as standing from token_actor(${id}, ${secretHash}, ${now.toISOString()}::timestamptz) a`.execute(db)
  return rows[0]
}

export const endSessionOf = (tx: Db | Tx, secretHash: Buffer) => sql`select end_session(${secretHash})`.execute(tx)

export type NewSession = { readonly orgId: string; readonly id: string; readonly accountId: string; readonly secretHash: Buffer; readonly now: Date; readonly device: string; readonly address: string; readonly secondFactor: boolean }

/** Begins a session, and clears away the person's sessions that are over. */
export async function insertSession(tx: Tx, { orgId, id, accountId, secretHash, now, device, address, secondFactor }: NewSession): Promise<void> {
  const at = now.toISOString()
  await sql`delete from session where account_id = ${accountId} and (last_seen_at <= ${at}::timestamptz - interval '7 days' or created_at <= ${at}::timestamptz - interval '30 days')`.execute(tx)
  await tx.insertInto('session').values({ org_id: orgId, id, account_id: accountId, secret_hash: secretHash, created_at: at, last_seen_at: at, proved_at: at, device, address, second_factor: secondFactor }).execute()
}

/** Only the account of the transaction's own person can be changed: the policy of the table sees to it. */
export const setPasswordHash = (tx: Tx, accountId: string, passwordHash: string) => tx.updateTable('account').set({ password_hash: passwordHash }).where('id', '=', accountId).executeTakeFirstOrThrow()

export const deleteSession = (tx: Tx, id: string) => tx.deleteFrom('session').where('id', '=', id).execute()

export const attemptWindowMinutes = 15

/** Counts one attempt of a subject in its window of 15 minutes; returns the count and the seconds until the window ends. */
export async function countAttempt(db: Db, subject: Buffer, now: Date): Promise<{ attempts: number; secondsLeft: number }> {
  const at = now.toISOString()
  const { rows } = await sql<{ attempts: number; seconds_left: number }>`
    insert into sign_in_attempt as a (subject, started_at, attempts) values (${subject}, ${at}, 1)
    on conflict (subject) do update set
      attempts = case when a.started_at <= ${at}::timestamptz - make_interval(mins => ${attemptWindowMinutes}) then 1 else a.attempts + 1 end,
      started_at = case when a.started_at <= ${at}::timestamptz - make_interval(mins => ${attemptWindowMinutes}) then excluded.started_at else a.started_at end
    returning attempts, ceil(extract(epoch from started_at + make_interval(mins => ${attemptWindowMinutes}) - ${at}::timestamptz))::integer as seconds_left`.execute(db)
  return { attempts: rows[0]?.attempts ?? 1, secondsLeft: rows[0]?.seconds_left ?? 0 }
}

/** After a success: the account starts afresh, the address gets its attempt back. Old windows are cleared away. */
export async function forgiveAttempts(db: Db, account: Buffer, address: Buffer, now: Date): Promise<void> {
  await sql`delete from sign_in_attempt where subject = ${account} or started_at < ${now.toISOString()}::timestamptz - make_interval(mins => ${attemptWindowMinutes})`.execute(db)
  await sql`update sign_in_attempt set attempts = greatest(attempts - 1, 0) where subject = ${address}`.execute(db)
}
