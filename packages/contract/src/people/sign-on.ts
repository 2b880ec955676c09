import { Type, type Static } from 'typebox'
import { Empty, Id, IdParams, Instant, Nullable, OneOf, route, ShortText, Version } from '../wire/index.ts'
import { Role } from './schemas.ts'

export const SignOnProtocol = OneOf(['oidc', 'saml'], 'OpenID Connect, or SAML 2.0')
export type SignOnProtocol = Static<typeof SignOnProtocol>

/** An email domain, in small letters. */
const Domain = Type.String({ pattern: '^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$', maxLength: 253, description: 'An email domain in small letters, without @' })
const Attribute = Type.String({ minLength: 1, maxLength: 300, pattern: '^[^\\s\\u0000]+$' })
/** What a SAML provider says of itself, and how it is asked. Metadata that are left out in a change stay as they are. */
export const SamlWish = Type.Object(
  {
    metadata: Type.Optional(Type.String({ minLength: 1, maxLength: 500_000, pattern: '^[^\\u0000]*$', description: 'The provider’s metadata as XML' })),
    metadataUrl: Type.Optional(Nullable(Type.String({ minLength: 1, maxLength: 2_000, pattern: '^https?://[^\\s\\u0000]+$', description: 'Where they are read instead, and read again, so that new certificates are known' }))),
    signsRequests: Type.Optional(Type.Boolean({ description: 'Whether requests are signed, by a key that the server makes' })),
    emailAttribute: Type.Optional(Nullable(Type.String({ ...Attribute, description: 'Attribute with the address; left out, the usual ones and a name id that is an address' }))),
    nameAttribute: Type.Optional(Nullable(Type.String({ ...Attribute, description: 'Attribute with the person’s name; left out, the usual ones' }))),
  },
  { additionalProperties: false },
)
export type SamlWish = Static<typeof SamlWish>
const given = {
  name: ShortText(80),
  issuer: Type.Optional(Type.String({ minLength: 1, maxLength: 500, pattern: '^[^\\s\\u0000]+$', description: 'The issuer’s address; of a SAML provider its metadata tell it' })),
  saml: Type.Optional(SamlWish),
  clientId: Type.Optional(Type.String({ minLength: 1, maxLength: 500, pattern: '^[^\\u0000]+$', description: 'As the provider knows this installation' })),
  clientSecret: Type.Optional(Type.String({ minLength: 1, maxLength: 2_000, pattern: '^[^\\u0000]+$', description: 'Kept encrypted, never shown again; left out in a change, the one before stays' })),
  domains: Type.Array(Domain, { minItems: 1, maxItems: 100, description: 'Whose people may be let in for the first time' }),
  createsAccounts: Type.Boolean({ description: 'Whether who comes for the first time gets an account' }),
  vouchesForAddresses: Type.Optional(Type.Boolean({ description: 'The provider verifies every address itself and need not say so of each' })),
  defaultRole: Type.Optional(Nullable(Role)),
  groupsClaim: Type.Optional(Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\s\\u0000]+$', description: 'Claim or attribute with the groups or roles of a person' })),
  roles: Type.Optional(Type.Array(Type.Object({ group: ShortText(200), role: Role }, { additionalProperties: false }), { maxItems: 200, description: 'Roles by group; the first that fits counts, at every sign-in' })),
  enabled: Type.Boolean(),
}

export const NewSignOnProvider = Type.Object({ id: Type.Optional(Type.String({ ...Id, description: 'Chosen beforehand, so that the address to come back to can be given to the provider first' })), protocol: SignOnProtocol, ...given })
export type NewSignOnProvider = Static<typeof NewSignOnProvider>
export const SignOnProviderChange = Type.Object({ version: Version, ...given })
export type SignOnProviderChange = Static<typeof SignOnProviderChange>

/** A SAML provider as an administrator sees it. */
export const SamlShown = Type.Object({
  entryPoint: Type.String({ description: 'Where people are sent to sign in' }),
  certificates: Type.Array(Type.Object({ fingerprint: Type.String({ description: 'SHA-256' }), endsAt: Instant })),
  metadataUrl: Nullable(Type.String()),
  signsRequests: Type.Boolean(),
  emailAttribute: Nullable(Type.String()),
  nameAttribute: Nullable(Type.String()),
})
export type SamlShown = Static<typeof SamlShown>

/** A provider as an administrator sees it: whether there is a secret, never which. */
export const SignOnProvider = Type.Object({
  id: Id,
  protocol: SignOnProtocol,
  name: Type.String(),
  issuer: Type.String(),
  clientId: Type.String(),
  hasSecret: Type.Boolean(),
  domains: Type.Array(Type.String()),
  createsAccounts: Type.Boolean(),
  vouchesForAddresses: Type.Boolean(),
  defaultRole: Nullable(Role),
  groupsClaim: Type.String(),
  roles: Type.Array(Type.Object({ group: Type.String(), role: Role })),
  saml: Nullable(SamlShown),
  forOwners: Type.Boolean({ description: 'Whether an owner arranged it last: otherwise no owner signs in by it' }),
  enabled: Type.Boolean(),
  version: Version,
})
export type SignOnProvider = Static<typeof SignOnProvider>

/** What the sign-in page offers. */
export const SignOnChoice = Type.Object({ id: Type.String(), name: Type.String(), startAt: Type.String({ description: 'Where the browser goes to begin' }) })
export type SignOnChoice = Static<typeof SignOnChoice>

export const signOnRoutes = {
  listSignOnChoices: route({ method: 'GET', path: '/api/people/sign-on', summary: 'Identity providers to sign in by: of the only organisation here, or of the domain of an email', access: 'public', query: Type.Object({ email: Type.Optional(Type.String({ maxLength: 254 })) }), reply: Type.Array(SignOnChoice) }),
  listSignOnProviders: route({ method: 'GET', path: '/api/people/sign-on/providers', summary: 'Identity providers of the organisation', access: 'administer', reply: Type.Array(SignOnProvider) }),
  addSignOnProvider: route({ method: 'POST', path: '/api/people/sign-on/providers', summary: 'Add an identity provider; it is asked at once whether it is one', access: 'administer', recentSignIn: true, body: NewSignOnProvider, reply: SignOnProvider, status: 201, refusals: ['provider_unfit', 'server_key_missing', 'role_not_yours_to_give'] }),
  changeSignOnProvider: route({ method: 'PATCH', path: '/api/people/sign-on/providers/:id', summary: 'Change an identity provider', access: 'administer', recentSignIn: true, params: IdParams, body: SignOnProviderChange, reply: SignOnProvider, refusals: ['provider_unfit', 'server_key_missing', 'role_not_yours_to_give'] }),
  removeSignOnProvider: route({ method: 'DELETE', path: '/api/people/sign-on/providers/:id', summary: 'Remove an identity provider; its people stay members', access: 'administer', params: IdParams, reply: Empty, status: 204 }),
  leaveSignOn: route({ method: 'DELETE', path: '/api/people/sign-on/session', summary: 'End the session, and tell where to end that of the identity provider', access: 'own', beforeSecondFactor: true, reply: Type.Object({ address: Nullable(Type.String()) }) }),
} as const

/** Why someone who came from an identity provider was not let in; the sign-in page says it in words. */
export const signOnReasons = ['expired', 'denied', 'invalid', 'unreachable', 'address_unverified', 'address_foreign', 'not_invited', 'no_role', 'account_elsewhere', 'owner_unvouched'] as const
export type SignOnReason = (typeof signOnReasons)[number]
