import type { Role, SignOnProtocol, SignOnReason } from '@throughline/contract/people'

/** An identity provider that people of one organisation sign in by, with its secret opened. */
export type Provider = {
  readonly orgId: string
  readonly id: string
  readonly protocol: SignOnProtocol
  readonly name: string
  /** With the subject it names a person for good. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string | undefined
  /** Email domains whose people may be linked or created. */
  readonly domains: readonly string[]
  readonly createsAccounts: boolean
  /** Addresses count as verified without the provider saying so of each. */
  readonly vouchesForAddresses: boolean
  readonly defaultRole: Role | null
  readonly groupsClaim: string
  readonly roles: readonly RoleOfGroup[]
  /** Of a SAML provider; its `clientSecret` is the key by which requests are signed. */
  readonly saml: SamlParts | null
  /** Whether an owner arranged it last: who is no owner cannot come in as one by a provider of their own. */
  readonly forOwners: boolean
  readonly enabled: boolean
  readonly version: number
}

/** What a SAML provider has beside what every provider has. */
export type SamlParts = {
  readonly entryPoint: string
  /** Base64 of each certificate by which its assertions are known. */
  readonly certificates: readonly string[]
  readonly metadataUrl: string | null
  readonly signsRequests: boolean
  /** PEM, for the provider to know our requests by. */
  readonly ownCertificate: string | null
  readonly emailAttribute: string | null
  readonly nameAttribute: string | null
}

export type RoleOfGroup = { readonly group: string; readonly role: Role }

/** What a provider says of a person, after everything about the message was checked. */
export type Identity = {
  readonly issuer: string
  /** Never given to another person by this issuer; an email may be. */
  readonly subject: string
  readonly email: string | undefined
  readonly emailVerified: boolean
  readonly name: string | undefined
  readonly groups: readonly string[]
  /** The session at the provider, where it names it. */
  readonly sid?: string | undefined
}

/** Why someone who comes from a provider is not let in; shown in words on the sign-in page. */
export class SignOnRefused extends Error {
  override readonly name = 'SignOnRefused'
  readonly reason: SignOnReason
  constructor(reason: SignOnReason, detail: string) {
    super(detail)
    this.reason = reason
  }
}
export type { SignOnReason }

/** A list of groups as claims bring it: a list, or one text. */
export function groupsOf(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value : [value]
  return list.filter((group): group is string => typeof group === 'string' && group !== '')
}

/** Where an address ends in one of the domains: exactly, never below it. */
export const isOfDomains = (email: string, domains: readonly string[]): boolean => domains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase())
