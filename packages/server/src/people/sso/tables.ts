import type { Generated } from 'kysely'
import type { SignOnProtocol } from '@throughline/contract/people'
import type { RoleOfGroup } from './provider.ts'

/** An identity provider of an organisation; its secret is sealed with the server's key. */
export interface IdentityProviderTable {
  org_id: string
  id: string
  protocol: SignOnProtocol
  name: string
  issuer: string
  client_id: string
  sealed_secret: Buffer | null
  domains: string[]
  creates_accounts: boolean
  vouches_for_addresses: boolean
  default_role: string | null
  groups_claim: string
  /** A list of `RoleOfGroup`; written as JSON text. */
  roles: unknown
  enabled: boolean
  version: Generated<number>
  created_at: Generated<string>
}
export type RolesOfGroups = readonly RoleOfGroup[]

/** Who a person is at an issuer. */
export interface FederatedIdentityTable {
  org_id: string
  issuer: string
  subject: string
  account_id: string
  created_at: Generated<string>
}

/** A sign-in that has been begun at a provider: hashes of what only the browser and the provider's answer hold. */
export interface SignOnTable {
  org_id: string
  id: string
  provider_id: string
  state_hash: Buffer
  browser_hash: Buffer
  return_to: string
  begun_at: string
}

/** Sessions that were begun at a provider. */
export interface SignOnSessionTable {
  org_id: string
  session_id: string
  provider_id: string
}

declare module '../../database/tables.ts' {
  interface Tables {
    identity_provider: IdentityProviderTable
    federated_identity: FederatedIdentityTable
    sign_on: SignOnTable
    sign_on_session: SignOnSessionTable
  }
}
