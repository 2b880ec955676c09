import { Role } from '@throughline/contract/people'
import type { SettingName } from './settings.ts'
import { StartProblem } from './start-problem.ts'

/** The OpenID provider that the environment names. */
export type OpenIdConfig = {
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string | undefined
  readonly domains: readonly string[]
  readonly createsAccounts: boolean
  readonly vouchesForAddresses: false
  readonly defaultRole: Role | null
  readonly groupsClaim: string
  readonly roles: readonly { readonly group: string; readonly role: Role }[]
}

type Given = (name: SettingName) => string | undefined

/** The provider of THROUGHLINE_OIDC_…; undefined where no issuer is named. */
export function openIdOf(given: Given, publicOnly: boolean): OpenIdConfig | undefined {
  const issuer = given('THROUGHLINE_OIDC_ISSUER')
  if (issuer === undefined) return undefined
  const url = URL.parse(issuer)
  if (!url || !/^https?:$/.test(url.protocol) || (publicOnly && url.protocol !== 'https:') || url.search || url.hash || issuer.includes('/.well-known/')) throw wrong('THROUGHLINE_OIDC_ISSUER is not the address of an OpenID provider.', url ? `${url.protocol}//${url.host}${url.pathname}` : 'text that is not a URL', 'https://login.example.org, as the provider’s discovery document names it')
  const defaultRole = given('THROUGHLINE_OIDC_ROLE')
  return {
    issuer,
    name: given('THROUGHLINE_OIDC_NAME') ?? 'Single sign-on',
    clientId: needed(given, 'THROUGHLINE_OIDC_CLIENT_ID', 'the client id that the provider knows this installation by'),
    clientSecret: given('THROUGHLINE_OIDC_CLIENT_SECRET'),
    domains: list(needed(given, 'THROUGHLINE_OIDC_DOMAINS', 'email domains with commas, such as example.org')).map(domainOf),
    createsAccounts: yesOf('THROUGHLINE_OIDC_CREATE', given('THROUGHLINE_OIDC_CREATE')),
    vouchesForAddresses: false,
    defaultRole: defaultRole === undefined ? null : roleOf('THROUGHLINE_OIDC_ROLE', defaultRole),
    groupsClaim: given('THROUGHLINE_OIDC_GROUPS_CLAIM') ?? 'groups',
    roles: list(given('THROUGHLINE_OIDC_ROLES') ?? '').map((pair) => {
      const cut = pair.lastIndexOf('=')
      if (cut < 1) throw wrong('THROUGHLINE_OIDC_ROLES is no list of groups with roles.', pair, 'group=role, with commas: pmo=editor,board=viewer')
      return { group: pair.slice(0, cut).trim(), role: roleOf('THROUGHLINE_OIDC_ROLES', pair.slice(cut + 1).trim()) }
    }),
  }
}

const wrong = (what: string, found: string, expected: string) => new StartProblem('configuration', { what, found, expected, helps: 'correct it, or leave every THROUGHLINE_OIDC_ variable out; administrators can add providers on a page' })
const list = (text: string): readonly string[] => text.split(',').map((part) => part.trim()).filter(Boolean)

function needed(given: Given, name: SettingName, expected: string): string {
  const value = given(name)
  if (value === undefined) throw wrong(`${name} is missing.`, 'THROUGHLINE_OIDC_ISSUER without it', expected)
  return value
}

function domainOf(text: string): string {
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(text)) return text
  throw wrong('THROUGHLINE_OIDC_DOMAINS names something that is no email domain.', text, 'domains in small letters without @, such as example.org')
}

function roleOf(name: SettingName, text: string): Role {
  const known = (Role as unknown as { enum: readonly Role[] }).enum
  const role = known.find((one) => one === text)
  if (role === undefined) throw wrong(`${name} names no role.`, text, known.join(', '))
  return role
}

function yesOf(name: SettingName, text = 'no'): boolean {
  if (text === 'yes' || text === 'no') return text === 'yes'
  throw wrong(`${name} is neither yes nor no.`, text, 'yes or no')
}
