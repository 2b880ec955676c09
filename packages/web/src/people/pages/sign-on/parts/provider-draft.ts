import type { NewSignOnProvider, Role, SignOnProtocol, SignOnProvider } from '@throughline/contract/people'
import { groupLines, rolesOfLines } from './group-lines.ts'

/** What is entered of a provider, as text. */
export type ProviderDraft = {
  readonly protocol: SignOnProtocol
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly secret: string
  readonly metadata: string
  readonly metadataUrl: string
  readonly signsRequests: boolean
  readonly emailAttribute: string
  readonly nameAttribute: string
  readonly domains: string
  readonly createsAccounts: boolean
  readonly vouches: boolean
  readonly role: Role | 'none'
  readonly claim: string
  readonly groups: string
  readonly enabled: boolean
}

/** What each is called where two people changed it. */
export const draftLabels: Readonly<Record<keyof ProviderDraft, string>> = {
  protocol: 'How it speaks', name: 'Name', issuer: 'Issuer', clientId: 'Client id', secret: 'Client secret', metadata: 'Metadata', metadataUrl: 'Address of the metadata', signsRequests: 'Sign our requests', emailAttribute: 'Attribute with the address',
  nameAttribute: 'Attribute with the name', domains: 'Email domains', createsAccounts: 'Who is new gets an account', vouches: 'It verifies every address', role: 'Role of who is new', claim: 'Where the groups are', groups: 'Roles by group', enabled: 'In use',
}

/** The draft of a provider, or of a new one. */
export const draftOf = (before: SignOnProvider | undefined): ProviderDraft => ({
  protocol: before?.protocol ?? 'oidc', name: before?.name ?? '', issuer: before?.issuer ?? '', clientId: before?.clientId ?? '', secret: '',
  metadata: '', metadataUrl: before?.saml?.metadataUrl ?? '', signsRequests: before?.saml?.signsRequests ?? false, emailAttribute: before?.saml?.emailAttribute ?? '', nameAttribute: before?.saml?.nameAttribute ?? '',
  domains: before?.domains.join(', ') ?? '', createsAccounts: before?.createsAccounts ?? true, vouches: before?.vouchesForAddresses ?? false, role: before ? (before.defaultRole ?? 'none') : 'viewer',
  claim: before?.groupsClaim ?? 'groups', groups: groupLines(before?.roles ?? []), enabled: before?.enabled ?? true,
})

const listed = (domains: string): string[] => domains.toLowerCase().split(/[\s,]+/).filter(Boolean)

/** What is still missing, in words; undefined where nothing is. */
export function missingIn(draft: ProviderDraft, before: SignOnProvider | undefined): string | undefined {
  const read = rolesOfLines(draft.groups)
  if (draft.name.trim() === '' || listed(draft.domains).length === 0) return 'Give a name and a domain.'
  if (draft.protocol === 'oidc' && (draft.issuer.trim() === '' || draft.clientId.trim() === '')) return 'Give issuer and client id.'
  if (draft.protocol === 'saml' && !before && draft.metadata.trim() === '' && draft.metadataUrl.trim() === '') return 'Give the provider’s metadata.'
  return read.ok ? undefined : `Line ${read.line} is no “group = role”.`
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** The provider as it is sent; metadata that were not entered again stay as they are. */
export function providerOf(id: string, draft: ProviderDraft): NewSignOnProvider {
  const read = rolesOfLines(draft.groups)
  const common = {
    id, protocol: draft.protocol, name: draft.name.trim(), domains: listed(draft.domains), createsAccounts: draft.createsAccounts, vouchesForAddresses: draft.vouches,
    defaultRole: draft.role === 'none' ? null : draft.role, groupsClaim: draft.claim.trim() || 'groups', roles: read.ok ? [...read.roles] : [], enabled: draft.enabled,
  }
  if (draft.protocol === 'oidc') return { ...common, issuer: draft.issuer.trim(), clientId: draft.clientId.trim(), ...(draft.secret === '' ? {} : { clientSecret: draft.secret }) }
  const metadata = draft.metadata.trim() === '' ? {} : { metadata: draft.metadata.trim() }
  return { ...common, saml: { ...metadata, metadataUrl: orNull(draft.metadataUrl), signsRequests: draft.signsRequests, emailAttribute: orNull(draft.emailAttribute), nameAttribute: orNull(draft.nameAttribute) } }
}
