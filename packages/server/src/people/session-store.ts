import { sql } from 'kysely'
import type { MemberStanding, OwnSession, SignInPolicy } from '@throughline/contract/people'
import type { Db, Tx } from '../database/index.ts'

/** What holds where an organisation has said nothing. */
export const standardPolicy: SignInPolicy = { secondFactor: 'optional', idleMinutes: 720, longestHours: 720, version: 1 }

/** What the organisation of the transaction asks of those who sign in. */
export async function readPolicy(tx: Tx): Promise<SignInPolicy> {
  const row = await tx.selectFrom('sign_in_policy').selectAll().executeTakeFirst()
  return row ? { secondFactor: row.second_factor, idleMinutes: row.idle_minutes, longestHours: row.longest_hours, version: row.version } : standardPolicy
}

/** The policy with its version moved on. */
export async function writePolicy(tx: Tx, orgId: string, { secondFactor, idleMinutes, longestHours, version }: SignInPolicy): Promise<void> {
  const values = { second_factor: secondFactor, idle_minutes: idleMinutes, longest_hours: longestHours, version: version + 1 }
  await tx.insertInto('sign_in_policy').values({ org_id: orgId, ...values }).onConflict((conflict) => conflict.column('org_id').doUpdateSet(values)).execute()
}

/** SQL of the sessions that are not over, by the policy of their organisation. */
const standing = (now: Date) => sql<boolean>`s.last_seen_at > ${now.toISOString()}::timestamptz - make_interval(mins => coalesce((select idle_minutes from sign_in_policy), 720))
  and s.created_at > ${now.toISOString()}::timestamptz - make_interval(hours => coalesce((select longest_hours from sign_in_policy), 720))`

/** Where a person is signed in to the organisation of the transaction, the latest use first. */
export const listSessions = (tx: Tx, accountId: string, currentId: string | undefined, now: Date): Promise<OwnSession[]> =>
  tx
    .selectFrom('session as s')
    .select(['s.id', 's.device', 's.address', 's.created_at as startedAt', 's.last_seen_at as lastSeenAt', sql<boolean>`s.id is not distinct from ${currentId ?? null}::uuid`.as('current')])
    .where('s.account_id', '=', accountId)
    .where(standing(now))
    .orderBy('s.last_seen_at', 'desc')
    .orderBy('s.id')
    .execute()

export const findSession = (tx: Tx, accountId: string, id: string) => tx.selectFrom('session').select(['id', 'device']).where('account_id', '=', accountId).where('id', '=', id).executeTakeFirst()

/** Ends sessions of a member in this organisation; returns how many. */
export async function endSessionsOf(tx: Tx, accountId: string): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('session').where('account_id', '=', accountId).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Ends one's own sessions in every organisation but, where it is given, one. */
export const endOwnSessions = (tx: Tx, keptId: string | null) => sql`select end_own_sessions(${keptId}::uuid)`.execute(tx)

/** The session goes on under another secret, with a proof of now; the secret before opens nothing any more. */
export const renewSession = (tx: Tx, { id, secretHash, now, secondFactor }: { readonly id: string; readonly secretHash: Buffer; readonly now: Date; readonly secondFactor: boolean }) =>
  tx
    .updateTable('session')
    .set({ secret_hash: secretHash, proved_at: now.toISOString(), ...(secondFactor ? { second_factor: true } : {}) })
    .where('id', '=', id)
    .execute()

/** Whether a browser's cookie says that this account was signed in to from it before. */
export async function deviceIsKnown(db: Db, email: string, secretHash: Buffer): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`select device_is_known(${email}, ${secretHash}) as known`.execute(db)
  return rows[0]?.known === true
}

/** At most so many browsers are kept for an account; the one longest unused goes first. */
const mostDevices = 20

/** Keeps a browser as known for half a year from its last use; returns whether it is new, and whether the account has others. */
export async function rememberDevice(tx: Tx, accountId: string, secretHash: Buffer, now: Date): Promise<{ readonly isNew: boolean; readonly hasOthers: boolean }> {
  const at = now.toISOString()
  await sql`delete from known_device where account_id = ${accountId} and last_used_at < ${at}::timestamptz - interval '180 days'`.execute(tx)
  const known = await tx.selectFrom('known_device').select('secret_hash').where('account_id', '=', accountId).execute()
  await sql`insert into known_device (account_id, secret_hash, last_used_at) values (${accountId}, ${secretHash}, ${at}) on conflict (account_id, secret_hash) do update set last_used_at = excluded.last_used_at`.execute(tx)
  await sql`delete from known_device where account_id = ${accountId} and secret_hash not in (select secret_hash from known_device where account_id = ${accountId} order by last_used_at desc limit ${sql.lit(mostDevices)})`.execute(tx)
  const isNew = !known.some((one) => one.secret_hash.equals(secretHash))
  return { isNew, hasOthers: known.length > (isNew ? 0 : 1) }
}

export const forgetDevices = (tx: Tx, accountId: string) => tx.deleteFrom('known_device').where('account_id', '=', accountId).execute()

/** How each member signs in: with a second factor or without, where, and when last. */
export async function listMemberStandings(tx: Tx, now: Date): Promise<MemberStanding[]> {
  const { rows } = await sql<MemberStanding>`
    select m.account_id as id, f.account_id is not null as "secondFactor", count(s.id)::integer as sessions, max(s.last_seen_at) as "lastSeenAt"
    from membership m left join members_with_factor() f on f.account_id = m.account_id left join session s on s.account_id = m.account_id and ${standing(now)}
    where not m.service group by m.account_id, f.account_id order by m.account_id`.execute(tx)
  return rows
}

/** Forgets sessions, links, browsers and attempts of every organisation that are over; tells how many sessions. */
export async function forgetEnded(db: Db, now: Date): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select forget_ended(${now.toISOString()}::timestamptz) as gone`.execute(db)
  return rows[0]?.gone ?? 0
}
