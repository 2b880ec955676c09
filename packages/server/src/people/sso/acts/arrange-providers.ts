import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { NewSignOnProvider, SignOnProvider, SignOnProviderChange } from '@throughline/contract/people'
import type { Refusal } from '@throughline/contract/wire'
import { expectVersion, newId, withOrg, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { mayGive } from '../../rights/standing.ts'
import { unfitness } from '../fitness.ts'
import { openedRow, placeOf, sealed, type SignOnServing } from '../settings.ts'
import { deleteProvider, findProvider, insertProvider, lockProvider, shownProvider, updateProvider, type ProviderRow } from '../store.ts'

type Unfit = Refusal<'provider_unfit' | 'server_key_missing' | 'role_not_yours_to_give'>

/** Adds an identity provider, once it has answered as one. */
export async function addProvider(db: Db, actor: Actor, { id = newId(), protocol, clientSecret, ...wish }: NewSignOnProvider, serving: SignOnServing): Promise<Result<SignOnProvider, Unfit>> {
  if (!mayGiveAll(actor, wish)) return refuse({ code: 'role_not_yours_to_give' })
  const secret = sealed(serving, clientSecret, placeOf(actor.orgId, id))
  if (!secret.ok) return secret
  const row = { org_id: actor.orgId, id, protocol, ...columnsOf(wish), sealed_secret: secret.value }
  const unfit = await unfitness(openedRow({ ...row, roles: wish.roles ?? [], version: 1, created_at: '' }, serving.sealer), serving.reach)
  if (unfit) return unfit
  return writeAs(db, actor, 'people.add-sign-on', async (tx, record) => {
    const inserted = await insertProvider(tx, row)
    if (!inserted) return refuse({ code: 'provider_unfit', values: { issuer: row.issuer, found: `the id ${id}, which is taken`, expected: 'an id of its own, or none' } })
    const added = shownProvider(inserted)
    await record({ room: 'people', kind: 'sign_on', id, before: null, after: added })
    return ok(added)
  })
}

/** Changes an identity provider; without a new secret the one before stays. */
export async function changeProvider(db: Db, actor: Actor, id: string, { version, clientSecret, ...wish }: SignOnProviderChange, serving: SignOnServing): Promise<Result<SignOnProvider, Unfit | Refusal<'not_found' | 'version_moved'>>> {
  if (!mayGiveAll(actor, wish)) return refuse({ code: 'role_not_yours_to_give' })
  const secret = sealed(serving, clientSecret, placeOf(actor.orgId, id))
  if (!secret.ok) return secret
  const seen = await readOwn(db, actor, id)
  if (!seen) return refuse({ code: 'not_found', values: { what: 'identity provider', id } })
  const row = { id, protocol: seen.protocol, ...columnsOf(wish), sealed_secret: clientSecret === undefined ? seen.sealed_secret : secret.value }
  const unfit = wish.enabled ? await unfitness(openedRow({ ...seen, ...row, roles: wish.roles ?? [] }, serving.sealer), serving.reach) : undefined
  if (unfit) return unfit
  return writeAs(db, actor, 'people.change-sign-on', async (tx, record) => {
    const current = await expectVersion(tx, await lockProvider(tx, id), { room: 'people', kind: 'sign_on', id, version })
    if (!current.ok) return current
    const after = shownProvider(await updateProvider(tx, row))
    await record({ room: 'people', kind: 'sign_on', id, before: shownProvider(current.value), after: { ...after, ...(clientSecret === undefined ? {} : { secret: 'a new one' }) } })
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

const columnsOf = ({ name, issuer, clientId = '', domains, createsAccounts, vouchesForAddresses = false, defaultRole = null, groupsClaim = 'groups', roles = [], enabled }: Omit<NewSignOnProvider, 'id' | 'protocol' | 'clientSecret'>) => ({
  name: name.trim(),
  issuer,
  client_id: clientId,
  domains,
  creates_accounts: createsAccounts,
  vouches_for_addresses: vouchesForAddresses,
  default_role: defaultRole,
  groups_claim: groupsClaim,
  roles: JSON.stringify(roles),
  enabled,
})

/** The provider as it stands, before anybody waits for it to answer. */
const readOwn = (db: Db, actor: Actor, id: string): Promise<ProviderRow | undefined> => withOrg(db, actor, (tx) => findProvider(tx, id))
