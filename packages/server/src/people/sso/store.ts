import { sql, type Insertable, type Selectable } from 'kysely'
import type { Role, SignOnProvider } from '@throughline/contract/people'
import { enterOrg, type Db, type Tx } from '../../database/index.ts'
import type { Identity, RoleOfGroup } from './provider.ts'
import type { IdentityProviderTable } from './tables.ts'

export type ProviderRow = Selectable<IdentityProviderTable>

/** What is no secret of a provider. */
export const openParts = (row: ProviderRow) => ({
  id: row.id,
  protocol: row.protocol,
  name: row.name,
  issuer: row.issuer,
  clientId: row.client_id,
  domains: row.domains,
  createsAccounts: row.creates_accounts,
  vouchesForAddresses: row.vouches_for_addresses,
  defaultRole: row.default_role as Role | null,
  groupsClaim: row.groups_claim,
  roles: row.roles as RoleOfGroup[],
  enabled: row.enabled,
  version: row.version,
})

/** A provider as an administrator sees it. */
export const shownProvider = (row: ProviderRow): SignOnProvider => ({ ...openParts(row), hasSecret: row.sealed_secret !== null })

export const listProviders = (tx: Tx): Promise<ProviderRow[]> => tx.selectFrom('identity_provider').selectAll().orderBy('name').orderBy('id').execute()

export const lockProvider = (tx: Tx, id: string): Promise<ProviderRow | undefined> => tx.selectFrom('identity_provider').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const findProvider = (tx: Tx, id: string): Promise<ProviderRow | undefined> => tx.selectFrom('identity_provider').selectAll().where('id', '=', id).executeTakeFirst()

/** Adds a provider; undefined where its id is taken, here or elsewhere. */
export const insertProvider = (tx: Tx, row: Insertable<IdentityProviderTable>): Promise<ProviderRow | undefined> =>
  tx
    .insertInto('identity_provider')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()

export const updateProvider = (tx: Tx, { id, ...row }: Omit<Insertable<IdentityProviderTable>, 'org_id' | 'version' | 'created_at'>): Promise<ProviderRow> =>
  tx
    .updateTable('identity_provider')
    .set((old) => ({ ...row, version: old('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const deleteProvider = (tx: Tx, id: string) => tx.deleteFrom('identity_provider').where('id', '=', id).execute()

/** The providers that a person of a domain may sign in by, or everybody where there is one organisation alone. */
export async function signOnChoices(db: Db, domain: string): Promise<readonly { id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select * from sign_on_choices(${domain})`.execute(db)
  return rows
}

/** A provider by its id, of whatever organisation. */
export async function providerOf(db: Db, id: string): Promise<ProviderRow | undefined> {
  const { rows } = await sql<ProviderRow>`select * from sign_on_provider(${id})`.execute(db)
  return rows[0]
}

/** The organisation of an installation that has one alone. */
export async function soleOrganisation(db: Db): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select sole_organisation() as id`.execute(db)
  return rows[0]?.id ?? undefined
}

/** Nobody yet: reads and writes of an organisation before its person is known. */
const nobody = '00000000-0000-0000-0000-000000000000'
const within = <T>(db: Db, orgId: string, run: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await enterOrg(tx, { orgId, accountId: nobody })
    return run(tx)
  })

export const signOnMinutes = 10

export type Begun = { readonly orgId: string; readonly id: string; readonly providerId: string; readonly stateHash: Buffer; readonly browserHash: Buffer; readonly returnTo: string; readonly now: Date }

/** Keeps a sign-in that has begun, and clears away those that took too long. */
export const insertSignOn = (db: Db, { orgId, id, providerId, stateHash, browserHash, returnTo, now }: Begun): Promise<void> =>
  within(db, orgId, async (tx) => {
    await sql`delete from sign_on where begun_at <= ${now.toISOString()}::timestamptz - make_interval(mins => ${signOnMinutes})`.execute(tx)
    await tx.insertInto('sign_on').values({ org_id: orgId, id, provider_id: providerId, state_hash: stateHash, browser_hash: browserHash, return_to: returnTo, begun_at: now.toISOString() }).execute()
  })

export type Wanted = { readonly orgId: string; readonly providerId: string; readonly stateHash: Buffer; readonly now: Date }

/** Takes a sign-in, once, by the browser that began it at this provider; undefined where there is none or it took too long. */
export const takeSignOn = (db: Db, { orgId, providerId, stateHash, now }: Wanted, browserHash: Buffer): Promise<{ returnTo: string } | undefined> =>
  within(db, orgId, async (tx) => {
    const { rows } = await sql<{ returnTo: string }>`
      delete from sign_on where state_hash = ${stateHash} and browser_hash = ${browserHash} and provider_id = ${providerId}
        and begun_at > ${now.toISOString()}::timestamptz - make_interval(mins => ${signOnMinutes})
      returning return_to as "returnTo"`.execute(tx)
    return rows[0]
  })

export type Linked = { readonly accountId: string; readonly name: string; readonly email: string; readonly role: Role }

/** The member that an identity stands for. */
export const linkedMember = (db: Db, orgId: string, { issuer, subject }: Pick<Identity, 'issuer' | 'subject'>): Promise<Linked | undefined> =>
  within(db, orgId, (tx) =>
    tx
      .selectFrom('federated_identity as f')
      .innerJoin('membership as m', (join) => join.onRef('m.org_id', '=', 'f.org_id').onRef('m.account_id', '=', 'f.account_id'))
      .innerJoin('account as a', 'a.id', 'f.account_id')
      .select(['a.id as accountId', 'a.name', 'a.email', 'm.role'])
      .where('f.issuer', '=', issuer)
      .where('f.subject', '=', subject)
      .executeTakeFirst(),
  )

/** The member with an email; an id that came free, where an account has no organisation any more. */
export const memberOrFree = (db: Db, orgId: string, email: string): Promise<{ member: Linked | undefined; freeId: string | undefined; taken: boolean }> =>
  within(db, orgId, async (tx) => {
    const member = await tx.selectFrom('membership as m').innerJoin('account as a', 'a.id', 'm.account_id').select(['a.id as accountId', 'a.name', 'a.email', 'm.role']).where('a.email', '=', email).executeTakeFirst()
    const { rows } = await sql<{ free: string | null; any: string | null }>`select account_nowhere(${email}) as free, account_with_email(${email}) as any`.execute(tx)
    return { member, freeId: rows[0]?.free ?? undefined, taken: (rows[0]?.any ?? null) !== null }
  })

export const insertIdentity = (tx: Tx, row: { org_id: string; issuer: string; subject: string; account_id: string }) => tx.insertInto('federated_identity').values(row).onConflict((conflict) => conflict.doNothing()).execute()

/** Remembers at which provider a session was begun. */
export const rememberProvider = (db: Db, orgId: string, secretHash: Buffer, providerId: string): Promise<unknown> =>
  within(db, orgId, (tx) => sql`insert into sign_on_session (org_id, session_id, provider_id) select org_id, id, ${providerId} from session where secret_hash = ${secretHash}`.execute(tx))

/** The provider at which a session was begun. */
export const providerOfSession = async (tx: Tx, sessionId: string): Promise<string | undefined> => (await tx.selectFrom('sign_on_session').select('provider_id').where('session_id', '=', sessionId).executeTakeFirst())?.provider_id
