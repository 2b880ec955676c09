import { sql } from 'kysely'
import type { Factors, Passkey } from '@throughline/contract/people'
import type { Db, Tx } from '../../database/index.ts'

// Rows of these tables are shown by the database to the account of the transaction alone.

const appRow = (tx: Tx, accountId: string) => tx.selectFrom('app_factor').select(['secret', 'confirmed_at as since', 'last_step as lastStep']).where('account_id', '=', accountId)

/** The secret of a person's authenticator app: in force once it is confirmed. */
export const findApp = (tx: Tx, accountId: string): Promise<{ readonly secret: string; readonly since: string | null; readonly lastStep: string } | undefined> => appRow(tx, accountId).executeTakeFirst()

/** Keeps a new secret that is not in force yet; one that is in force is left as it is. */
export async function insertApp(tx: Tx, { accountId, secret, now }: { readonly accountId: string; readonly secret: string; readonly now: Date }): Promise<void> {
  await sql`insert into app_factor (account_id, secret, created_at) values (${accountId}, ${secret}, ${now.toISOString()})
    on conflict (account_id) do update set secret = excluded.secret, created_at = excluded.created_at, last_step = 0, confirmed_at = null`.execute(tx)
}

export const confirmApp = (tx: Tx, accountId: string, now: Date) => tx.updateTable('app_factor').set({ confirmed_at: now.toISOString() }).where('account_id', '=', accountId).execute()

/** Uses a step up; false where it, or a later one, was used before: of two at once, one goes on. */
export async function useStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('app_factor').set({ last_step: String(step) }).where('account_id', '=', accountId).where(sql`last_step`, '<', step).executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export const deleteApp = (tx: Tx, accountId: string) => tx.deleteFrom('app_factor').where('account_id', '=', accountId).execute()

const passkeyRows = (tx: Tx, accountId: string) => tx.selectFrom('passkey').select(['id', 'name', 'created_at as createdAt', 'last_used_at as lastUsedAt', 'synced', sql<boolean>`made_in = current_org()`.as('opensHere')]).where('account_id', '=', accountId)

export const listPasskeys = (tx: Tx, accountId: string): Promise<Passkey[]> => passkeyRows(tx, accountId).orderBy('created_at').orderBy('id').execute()
export const findPasskey = (tx: Tx, accountId: string, id: string): Promise<Passkey | undefined> => passkeyRows(tx, accountId).where('id', '=', id).executeTakeFirst()
export const deletePasskey = (tx: Tx, id: string) => tx.deleteFrom('passkey').where('id', '=', id).execute()

/** What a browser is told, so that one authenticator is not added twice. */
export const credentialsOf = (tx: Tx, accountId: string): Promise<{ readonly id: string; readonly transports: string[] }[]> => tx.selectFrom('passkey').select(['credential_id as id', 'transports']).where('account_id', '=', accountId).execute()

export type NewPasskeyRow = { readonly id: string; readonly accountId: string; /** The organisation that it opens. */ readonly madeIn: string; readonly credentialId: string; readonly publicKey: Uint8Array; readonly counter: number; readonly transports: readonly string[]; readonly name: string; readonly synced: boolean; readonly now: Date }

/** Adds a passkey; false where it is there already. */
export async function insertPasskey(tx: Tx, { id, accountId, madeIn, credentialId, publicKey, counter, transports, name, synced, now }: NewPasskeyRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('passkey')
    .values({ id, account_id: accountId, made_in: madeIn, credential_id: credentialId, public_key: Buffer.from(publicKey), counter: String(counter), transports: [...transports], name, synced, created_at: now.toISOString(), last_used_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export const notePasskeyUse = (tx: Tx, { id, counter, now }: { readonly id: string; readonly counter: number; readonly now: Date }) => tx.updateTable('passkey').set({ counter: String(counter), last_used_at: now.toISOString() }).where('id', '=', id).execute()

export type PasskeyAccount = { readonly passkey_id: string; readonly public_key: Buffer; readonly counter: string; readonly transports: string[]; readonly account_id: string; readonly name: string; readonly email: string; readonly org_id: string; readonly role: import('@throughline/contract/people').Role }

/** Whose passkey this is, with the organisation that it opens. */
export async function passkeyAccount(db: Db, credentialId: string): Promise<PasskeyAccount | undefined> {
  const { rows } = await sql<PasskeyAccount>`select * from passkey_account(${credentialId})`.execute(db)
  return rows[0]
}

/** Keeps a challenge for five minutes; those that are over go. */
export async function keepChallenge(db: Db, { challenge, accountId, now }: { readonly challenge: string; readonly accountId: string | null; readonly now: Date }): Promise<void> {
  await sql`with over as (delete from passkey_challenge where expires_at <= ${now.toISOString()}::timestamptz)
    insert into passkey_challenge (challenge, account_id, expires_at) values (${challenge}, ${accountId}, ${now.toISOString()}::timestamptz + interval '5 minutes')`.execute(db)
}

/** Takes a challenge that was given out for this account (or, with null, for signing in): once. */
export async function takeChallenge(db: Db, { challenge, accountId, now }: { readonly challenge: string; readonly accountId: string | null; readonly now: Date }): Promise<boolean> {
  const { rows } = await sql`delete from passkey_challenge where challenge = ${challenge} and account_id is not distinct from ${accountId}::uuid and expires_at > ${now.toISOString()}::timestamptz returning challenge`.execute(db)
  return rows.length === 1
}

/** The salt of a person's recovery codes; undefined where there are none left. */
export const recoverySalt = async (tx: Tx, accountId: string): Promise<Buffer | undefined> => (await tx.selectFrom('recovery_code').select('salt').where('account_id', '=', accountId).where('used_at', 'is', null).limit(1).executeTakeFirst())?.salt

/** Uses a recovery code up; false where there is none such. */
export async function useRecoveryCode(tx: Tx, accountId: string, hash: Buffer, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('recovery_code').set({ used_at: now.toISOString() }).where('account_id', '=', accountId).where('hash', '=', hash).where('used_at', 'is', null).executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Puts a new set in the place of the one before. */
export async function replaceRecoveryCodes(tx: Tx, accountId: string, { salt, hashes }: { readonly salt: Buffer; readonly hashes: readonly Buffer[] }): Promise<void> {
  await tx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute()
  if (hashes.length > 0) await tx.insertInto('recovery_code').values(hashes.map((hash) => ({ account_id: accountId, hash, salt, used_at: null }))).execute()
}

/** All of a person's second factors, and whether the organisation of the transaction asks for one. */
export async function readFactors(tx: Tx, accountId: string): Promise<Factors> {
  const app = await findApp(tx, accountId)
  const { left } = await tx.selectFrom('recovery_code').select(sql<number>`count(*)::integer`.as('left')).where('account_id', '=', accountId).where('used_at', 'is', null).executeTakeFirstOrThrow()
  const policy = await tx.selectFrom('sign_in_policy').select('second_factor').executeTakeFirst()
  return { app: app?.since ? { since: app.since } : null, passkeys: await listPasskeys(tx, accountId), recoveryCodesLeft: left, required: policy?.second_factor === 'required' }
}

/** Removes the second factors of a member whose account belongs to this organisation alone; false where it does not. */
export async function forgetFactorsOf(tx: Tx, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select forget_factors_of(${accountId}) as done`.execute(tx)
  return rows[0]?.done === true
}
