import type { ColumnType, Generated } from 'kysely'
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
  /** `SamlParts`, or null; written as JSON text. */
  saml: unknown
  for_owners: boolean
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
  /** Of a SAML request; its answer names it. */
  request_id: string | null
  /** An `Identity`, from when the provider's answer was accepted until its browser comes. */
  arrived: ColumnType<unknown, string | undefined, string>
  begun_at: string
}

/** Sessions that were begun at a provider. */
export interface SignOnSessionTable {
  org_id: string
  session_id: string
  provider_id: string
  /** Who it is at the provider, and in which session there; unknown for sessions from before it was kept. */
  subject: string | null
  sid: string | null
}

/** Messages of providers that count once, by their hash, until they are over by themselves. */
export interface SignOnOnceTable {
  org_id: string
  provider_id: string
  message_hash: Buffer
  ends_at: string
}

declare module '../../database/tables.ts' {
  interface Tables {
    identity_provider: IdentityProviderTable
    federated_identity: FederatedIdentityTable
    sign_on: SignOnTable
    sign_on_session: SignOnSessionTable
    sign_on_once: SignOnOnceTable
  }
}
