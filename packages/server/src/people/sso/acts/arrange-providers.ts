import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { NewSignOnProvider, SignOnProtocol, SignOnProvider, SignOnProviderChange } from '@throughline/contract/people'
import type { Refusal } from '@throughline/contract/wire'
import { expectVersion, newId, withOrg, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { mayGive } from '../../rights/standing.ts'
import { checkOidc } from '../fitness.ts'
import type { SamlParts } from '../provider.ts'
import { arrangeSaml } from '../saml/arrange.ts'
import { openedRow, placeOf, sealed, type SignOnServing } from '../settings.ts'
import { deleteProvider, findProvider, insertProvider, lockProvider, shownProvider, updateProvider, type ProviderRow } from '../store.ts'

type Unfit = Refusal<'provider_unfit' | 'server_key_missing' | 'role_not_yours_to_give'>
type Wish = Omit<NewSignOnProvider, 'id' | 'protocol'>

/** Adds an identity provider, once it has answered as one, or its metadata were read. */
export async function addProvider(db: Db, actor: Actor, { id = newId(), protocol, ...wish }: NewSignOnProvider, serving: SignOnServing, now: Date): Promise<Result<SignOnProvider, Unfit>> {
  if (!mayGiveAll(actor, wish)) return refuse({ code: 'role_not_yours_to_give' })
  const arranged = await arrange(actor, { id, protocol, wish, before: undefined }, serving, now)
  if (!arranged.ok) return arranged
  const row = { org_id: actor.orgId, ...arranged.value }
  const unusable = protocol === 'oidc' ? await checkOidc(openedRow({ ...row, saml: null, roles: wish.roles ?? [], version: 1, created_at: '' }, serving.sealer), serving.reach) : ok(undefined)
  if (!unusable.ok) return unusable
  return writeAs(db, actor, 'people.add-sign-on', async (tx, record) => {
    const inserted = await insertProvider(tx, row)
    if (!inserted) return refuse({ code: 'provider_unfit', values: { issuer: row.issuer, found: `the id ${id}, which is taken`, expected: 'an id of its own, or none' } })
    const added = shownProvider(inserted)
    await record({ room: 'people', kind: 'sign_on', id, before: null, after: added })
    return ok(added)
  })
}

/** Changes an identity provider; without a new secret the one before stays. */
export async function changeProvider(db: Db, actor: Actor, id: string, { version, ...wish }: SignOnProviderChange, serving: SignOnServing, now: Date): Promise<Result<SignOnProvider, Unfit | Refusal<'not_found' | 'version_moved'>>> {
  if (!mayGiveAll(actor, wish)) return refuse({ code: 'role_not_yours_to_give' })
  const seen = await readOwn(db, actor, id)
  if (!seen) return refuse({ code: 'not_found', values: { what: 'identity provider', id } })
  const arranged = await arrange(actor, { id, protocol: seen.protocol, wish, before: seen }, serving, now)
  if (!arranged.ok) return arranged
  const row = arranged.value
  const unusable = wish.enabled && seen.protocol === 'oidc' ? await checkOidc(openedRow({ ...seen, ...row, saml: null, roles: wish.roles ?? [] }, serving.sealer), serving.reach) : ok(undefined)
  if (!unusable.ok) return unusable
  return writeAs(db, actor, 'people.change-sign-on', async (tx, record) => {
    const current = await expectVersion(tx, await lockProvider(tx, id), { room: 'people', kind: 'sign_on', id, version })
    if (!current.ok) return current
    const after = shownProvider(await updateProvider(tx, row))
    await record({ room: 'people', kind: 'sign_on', id, before: shownProvider(current.value), after: { ...after, ...(row.sealed_secret === seen.sealed_secret ? {} : { secret: 'a new one' }) } })
    return ok(after)
  })
}

/** Removes an identity provider: nobody signs in by it any more; its people stay members. */
export function removeProvider(db: Db, actor: Actor, id: string): Promise<Result<object, Refusal<'not_found'>>> {
  return writeAs(db, actor, 'people.remove-sign-on', async (tx, record) => {
    const before = await lockProvider(tx, id)
    if (!before) return refuse({ code: 'not_found', values: { what: 'identity provider', id } })
    await deleteProvider(tx, id)
    await record({ room: 'people', kind: 'sign_on', id, before: shownProvider(before), after: null })
    return ok({})
  })
}

/** Who may not make an owner makes none by a group either. */
const mayGiveAll = (actor: Actor, { defaultRole, roles = [] }: Pick<NewSignOnProvider, 'defaultRole' | 'roles'>): boolean => [...(defaultRole ? [defaultRole] : []), ...roles.map(({ role }) => role)].every((role) => mayGive(actor, { role, to: '' }))

type Arranging = { readonly id: string; readonly protocol: SignOnProtocol; readonly wish: Wish; readonly before: ProviderRow | undefined }

/** A provider as it is to be stored: its secret sealed, and of a SAML provider its metadata read. */
async function arrange(actor: Actor, { id, protocol, wish, before }: Arranging, serving: SignOnServing, now: Date): Promise<Result<ReturnType<typeof columnsOf> & { id: string; protocol: SignOnProtocol; sealed_secret: Buffer | null }, Unfit>> {
  const saml = protocol === 'saml' ? await arrangeSaml(wish.saml, before && { issuer: before.issuer, saml: before.saml as SamlParts | null }, serving.reach, now) : undefined
  if (saml && !saml.ok) return saml
  const given = saml ? saml.value.newKey : wish.clientSecret
  const secret = sealed(serving, given, placeOf(actor.orgId, id))
  if (!secret.ok) return secret
  const columns = columnsOf(saml ? { ...wish, issuer: saml.value.issuer } : wish, saml?.value.saml ?? null, isOwner(actor))
  return ok({ id, protocol, ...columns, sealed_secret: given === undefined ? (before?.sealed_secret ?? null) : secret.value })
}

/** An owner in person, or by a token of all that an owner may. */
const isOwner = (actor: Actor): boolean => mayGive(actor, { role: 'owner', to: '' })

const columnsOf = ({ name, issuer = '', clientId = '', domains, createsAccounts, vouchesForAddresses = false, defaultRole = null, groupsClaim = 'groups', roles = [], enabled }: Wish, saml: SamlParts | null, forOwners: boolean) => ({
  name: name.trim(),
  issuer,
  client_id: clientId,
  domains,
  creates_accounts: createsAccounts,
  vouches_for_addresses: vouchesForAddresses,
  default_role: defaultRole,
  groups_claim: groupsClaim,
  roles: JSON.stringify(roles),
  saml: saml && JSON.stringify(saml),
  for_owners: forOwners,
  enabled,
})

/** The provider as it stands, before anybody waits for it to answer. */
const readOwn = (db: Db, actor: Actor, id: string): Promise<ProviderRow | undefined> => withOrg(db, actor, (tx) => findProvider(tx, id))
