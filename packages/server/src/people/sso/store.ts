import { sql, type Insertable, type Selectable } from 'kysely'
import type { Role, SamlShown, SignOnProvider } from '@throughline/contract/people'
import { enterOrg, type Db, type Tx } from '../../database/index.ts'
import type { Identity, RoleOfGroup, SamlParts } from './provider.ts'
import { shownCertificate } from './saml/metadata.ts'
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
  saml: row.saml as SamlParts | null,
  forOwners: row.for_owners,
  enabled: row.enabled,
  version: row.version,
})

/** A provider as an administrator sees it. */
export const shownProvider = (row: ProviderRow): SignOnProvider => ({ ...openParts(row), saml: shownSaml(row.saml as SamlParts | null), hasSecret: row.sealed_secret !== null })

function shownSaml(saml: SamlParts | null): SamlShown | null {
  if (!saml) return null
  const { ownCertificate: _, certificates, ...shown } = saml
  return { ...shown, certificates: certificates.map(shownCertificate) }
}

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

export type Begun = { readonly orgId: string; readonly id: string; readonly providerId: string; readonly stateHash: Buffer; readonly browserHash: Buffer; readonly returnTo: string; /** The id of the SAML request. */ readonly requestId: string | null; readonly now: Date }

/** Keeps a sign-in that has begun, and clears away those that took too long. */
export const insertSignOn = (db: Db, { orgId, id, providerId, stateHash, browserHash, returnTo, requestId, now }: Begun): Promise<void> =>
  within(db, orgId, async (tx) => {
    await sql`delete from sign_on where begun_at <= ${now.toISOString()}::timestamptz - make_interval(mins => ${signOnMinutes})`.execute(tx)
    await tx.insertInto('sign_on').values({ org_id: orgId, id, provider_id: providerId, state_hash: stateHash, browser_hash: browserHash, return_to: returnTo, request_id: requestId, begun_at: now.toISOString() }).execute()
  })

export type Wanted = { readonly orgId: string; readonly providerId: string; readonly stateHash: Buffer; readonly now: Date }

/** Takes a sign-in, once, by the browser that began it at this provider; undefined where there is none or it took too long. */
export const takeSignOn = (db: Db, { orgId, providerId, stateHash, now }: Wanted, browserHash: Buffer): Promise<{ returnTo: string; arrived: Identity | null } | undefined> =>
  within(db, orgId, async (tx) => {
    const { rows } = await sql<{ returnTo: string; arrived: Identity | null }>`
      delete from sign_on where state_hash = ${stateHash} and browser_hash = ${browserHash} and provider_id = ${providerId}
        and begun_at > ${now.toISOString()}::timestamptz - make_interval(mins => ${signOnMinutes})
      returning return_to as "returnTo", arrived`.execute(tx)
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
export const memberOrFree = (db: Db, orgId: string, email: string): Promise<{ member: (Linked & { readonly elsewhere: boolean }) | undefined; freeId: string | undefined; taken: boolean; ended: boolean }> =>
  within(db, orgId, async (tx) => {
    const member = await tx.selectFrom('membership as m').innerJoin('account as a', 'a.id', 'm.account_id').select(['a.id as accountId', 'a.name', 'a.email', 'm.role']).where('a.email', '=', email).executeTakeFirst()
    const { rows } = await sql<{ free: string | null; any: string | null }>`select account_nowhere(${email}) as free, account_with_email(${email}) as any`.execute(tx)
    // Whom the provider itself has taken away comes back by it alone, not by signing in.
    const ended = await tx.selectFrom('scim_user').select('id').where('email', '=', email).where('active', '=', false).executeTakeFirst()
    return { member: member && { ...member, elsewhere: await isElsewhere(tx, member.accountId) }, freeId: rows[0]?.free ?? undefined, taken: (rows[0]?.any ?? null) !== null, ended: ended !== undefined }
  })

export const insertIdentity = (tx: Tx, row: { org_id: string; issuer: string; subject: string; account_id: string }) => tx.insertInto('federated_identity').values(row).onConflict((conflict) => conflict.doNothing()).execute()

/** Remembers at which provider a session was begun, and as whom there. */
export const rememberProvider = (db: Db, { orgId, id }: { readonly orgId: string; readonly id: string }, { subject, sid }: Pick<Identity, 'subject' | 'sid'>, secretHash: Buffer): Promise<unknown> =>
  within(db, orgId, (tx) => sql`insert into sign_on_session (org_id, session_id, provider_id, subject, sid) select org_id, id, ${id}, ${subject}, ${sid ?? null} from session where secret_hash = ${secretHash}`.execute(tx))

/** The id of the request that a sign-in at a provider waits for an answer to; undefined where none does, or it was answered. */
export const waitingRequest = (db: Db, { orgId, providerId, stateHash, now }: Wanted): Promise<string | undefined> =>
  within(db, orgId, async (tx) => {
    const { rows } = await sql<{ id: string | null }>`
      select request_id as id from sign_on where state_hash = ${stateHash} and provider_id = ${providerId} and arrived is null
        and begun_at > ${now.toISOString()}::timestamptz - make_interval(mins => ${signOnMinutes})`.execute(tx)
    return rows[0]?.id ?? undefined
  })

/** A message of a provider that counts once: an assertion, or the word that a session ended. */
export type Once = { readonly orgId: string; readonly providerId: string; readonly messageHash: Buffer; readonly endsAt: Date; readonly now: Date }

/** Remembers a message until it could not be sent again; false where it came before. Those that are over are cleared away. */
async function isFirst(tx: Tx, { orgId, providerId, messageHash, endsAt, now }: Once): Promise<boolean> {
  await sql`delete from sign_on_once where ends_at < ${now.toISOString()}::timestamptz`.execute(tx)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('sign_on_once')
    .values({ org_id: orgId, provider_id: providerId, message_hash: messageHash, ends_at: endsAt.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Keeps who came back until the browser that asked comes for it; false where the message came before, or nothing waits for it any more. */
export const keepArrived = (db: Db, { stateHash, ...once }: Once & Pick<Wanted, 'stateHash'>, identity: Identity): Promise<boolean> =>
  within(db, once.orgId, async (tx) => {
    if (!(await isFirst(tx, once))) return false
    const { numUpdatedRows } = await tx
      .updateTable('sign_on')
      .set({ arrived: JSON.stringify(identity) })
      .where('state_hash', '=', stateHash)
      .where('provider_id', '=', once.providerId)
      .where('arrived', 'is', null)
      .executeTakeFirstOrThrow()
    return numUpdatedRows === 1n
  })

export const takeOnce = (db: Db, once: Once): Promise<boolean> => within(db, once.orgId, (tx) => isFirst(tx, once))

export type SessionAtProvider = { readonly id: string; readonly accountId: string; readonly name: string; readonly role: Role }

/** The sessions that were begun at a provider by a subject, or in one session there. */
export const sessionsAt = (db: Db, orgId: string, providerId: string, { subject, sid }: { readonly subject: string | undefined; readonly sid: string | undefined }): Promise<readonly SessionAtProvider[]> =>
  within(db, orgId, (tx) => {
    const ofProvider = tx
      .selectFrom('sign_on_session as o')
      .innerJoin('session as s', (join) => join.onRef('s.org_id', '=', 'o.org_id').onRef('s.id', '=', 'o.session_id'))
      .innerJoin('membership as m', (join) => join.onRef('m.org_id', '=', 's.org_id').onRef('m.account_id', '=', 's.account_id'))
      .innerJoin('account as a', 'a.id', 's.account_id')
      .select(['s.id', 'a.id as accountId', 'a.name', 'm.role'])
      .where('o.provider_id', '=', providerId)
    const ofSubject = subject === undefined ? ofProvider : ofProvider.where('o.subject', '=', subject)
    return (sid === undefined ? ofSubject : ofSubject.where('o.sid', '=', sid)).execute()
  })

/** Whether an account belongs to another organisation as well. */
export const isElsewhere = async (tx: Tx, accountId: string): Promise<boolean> => (await sql<{ yes: boolean }>`select account_elsewhere(${accountId}) as yes`.execute(tx)).rows[0]?.yes === true

/** The provider at which a session was begun. */
export const providerOfSession = async (tx: Tx, sessionId: string): Promise<string | undefined> => (await tx.selectFrom('sign_on_session').select('provider_id').where('session_id', '=', sessionId).executeTakeFirst())?.provider_id
