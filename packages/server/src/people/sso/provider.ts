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
  readonly enabled: boolean
  readonly version: number
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
