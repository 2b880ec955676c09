import { refuse, ok, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import type { OpenIdConfig, Sealer } from '../../config/index.ts'
import type { Db } from '../../database/index.ts'
import { reachOf, type Network, type Reach } from './reach.ts'
import type { Provider } from './provider.ts'
import { openParts, providerOf, soleOrganisation, type ProviderRow } from './store.ts'

/** The provider that the environment names, for installations of one organisation. */
export type ProviderOfEnvironment = OpenIdConfig

/** What single sign-on needs of the server's configuration. */
export type SignOnSettings = {
  /** Seals secrets of providers; without a key none is taken. */
  readonly sealer?: Sealer
  readonly network: Network
  /** The address that people reach this installation at; otherwise that of the request. */
  readonly publicUrl?: string | undefined
  readonly environment?: ProviderOfEnvironment | undefined
}

export type SignOnServing = SignOnSettings & { readonly reach: Reach }
export const signOnServing = (settings: SignOnSettings): SignOnServing => ({ ...settings, reach: reachOf(settings.network) })

/** The id under which the provider of the environment is known. */
export const ofEnvironment = 'environment'

/** Where a sealed secret belongs. */
export const placeOf = (orgId: string, id: string): string => `identity_provider ${orgId} ${id}`

/** A provider with its secret opened, of whatever organisation; undefined where there is none. */
export async function openProvider(db: Db, { sealer, environment }: SignOnSettings, id: string): Promise<Provider | undefined> {
  if (id === ofEnvironment) {
    const orgId = environment && (await soleOrganisation(db))
    return environment && orgId ? { ...environment, orgId, id, protocol: 'oidc', saml: null, forOwners: true, enabled: true, version: 1 } : undefined
  }
  const row = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? await providerOf(db, id) : undefined
  return row && openedRow(row, sealer)
}

/** A stored provider with its secret opened. */
export const openedRow = (row: ProviderRow, sealer: Sealer | undefined): Provider => ({
  ...openParts(row),
  orgId: row.org_id,
  clientSecret: row.sealed_secret === null ? undefined : sealer?.open(row.sealed_secret, placeOf(row.org_id, row.id)),
})

/** A secret as it is stored; refused where the server has no key. */
export function sealed({ sealer }: SignOnSettings, secret: string | undefined, place: string): Result<Buffer | null, Refusal<'server_key_missing'>> {
  if (secret === undefined) return ok(null)
  return sealer ? ok(sealer.seal(secret, place)) : refuse({ code: 'server_key_missing' })
}
