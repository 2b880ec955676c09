import type { Provisioning, SignOnProvider, Token } from '@throughline/contract/people'
import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { SignOnChoices } from '../../parts/SignOnChoices.tsx'
import { refusal } from '../fixtures.ts'
import { SignOnPage } from './Page.tsx'
import { groupLines, rolesOfLines } from './parts/group-lines.ts'
import { draftOf, missingIn, providerOf } from './parts/provider-draft.ts'

const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const acme: SignOnProvider = { id: 'p1', protocol: 'oidc', name: 'Acme login', issuer: 'https://login.acme.example', clientId: 'throughline', hasSecret: true, domains: ['acme.example'], createsAccounts: true, vouchesForAddresses: false, defaultRole: 'viewer', groupsClaim: 'groups', roles: [], saml: null, forOwners: true, enabled: true, version: 1 }
const known = (value: number) => ({ status: 'ok', value }) as const
const accepted = async () => ok({})
const keeping: Provisioning = { path: '/scim/v2', people: known(12), active: known(11), groups: [{ name: 'PMO', people: known(3) }], defaultRole: 'viewer', roles: [{ group: 'PMO', role: 'portfolio_lead' }], version: 2 }
const token: Token = { id: 't1', name: 'Provisioning', role: null, may: ['provision'], owner: { id: 's1', name: 'Provisioning', service: true }, createdAt: '2026-11-01T00:00:00Z', expiresAt: null, lastUsedAt: null }
const provisioning = { provisioning: full(keeping), tokens: full([token]), onChange: accepted, onCreateToken: async () => ok({ secret: 'tl_x' }), onRevoke: accepted }
const page = (providers: Reading<readonly SignOnProvider[]>, canAdminister = true) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><SignOnPage providers={providers} canAdminister={canAdminister} origin="https://pmo.example" provisioning={provisioning} onAdd={accepted} onChange={accepted} onRemove={accepted} /></LocaleProvider>)

describe('single sign-on', () => {
  it('full: says who, whose people, and what becomes of who is new', () => {
    for (const words of ['Acme login', 'https://login.acme.example', 'acme.example', 'becomes Viewer', 'In use', 'Change Acme login']) expect(page(full([acme]))).toContain(words)
    expect(page(full([{ ...acme, createsAccounts: false, enabled: false }]))).toContain('is not let in')
  })
  it('says where people are kept from, what their groups give, and by which token', () => {
    for (const words of ['https://pmo.example/scim/v2', '12 people, 11 of them active, and 1 group: PMO (3)', 'PMO gives Portfolio lead; everybody else is Viewer', 'Revoke Provisioning']) expect(page(full([acme]))).toContain(words)
  })
  it('says of a provider that no owner arranged that no owner comes in by it', () => expect(page(full([{ ...acme, protocol: 'saml', forOwners: false }]))).toContain('not for owners until one saves it'))
  it('empty', () => expect(page(full([]))).toContain('None. Add the identity provider'))
  it('loading', () => expect(page({ state: 'loading' })).toContain('Loading identity providers'))
  it('refused', () => expect(page({ state: 'refused', problem: refusal('role_insufficient', 403, 'This needs more.'), again: () => undefined })).toContain('This needs more.'))
  it('says to everybody else whom to ask', () => expect(page({ state: 'loading' }, false)).toContain('an owner or an administrator'))
})

describe('the sign-in page', () => {
  const choices = (reason?: string, list = [{ id: 'p1', name: 'Acme login', startAt: '/api/people/sign-on/p1/start' }]) => renderToStaticMarkup(<SignOnChoices choices={full(list)} reason={reason} wanted="/portfolio?view=1" />)
  it('links to each provider, and back to where one wanted to go', () => expect(choices()).toContain('href="/api/people/sign-on/p1/start?return=%2Fportfolio%3Fview%3D1"'))
  it('says why the last sign-in came to nothing, and nothing that an address makes up', () => {
    expect(choices('no_role')).toContain('None of your groups has a role here')
    expect(choices('made up', [])).toBe('')
  })
})

describe('a provider as it is entered', () => {
  const draft = { ...draftOf(undefined), name: ' Acme ', domains: 'acme.example, ACME.org', metadataUrl: 'https://login.acme.example/metadata' }
  it('by SAML is sent with its metadata, and without what it has not', () => {
    const sent = providerOf('p1', { ...draft, protocol: 'saml', vouches: true })
    expect(sent).toMatchObject({ id: 'p1', protocol: 'saml', name: 'Acme', domains: ['acme.example', 'acme.org'], vouchesForAddresses: true, saml: { metadataUrl: 'https://login.acme.example/metadata', signsRequests: false, emailAttribute: null } })
    expect(['issuer' in sent, 'clientId' in sent, 'metadata' in sent.saml!]).toEqual([false, false, false])
  })
  it('says what is missing', () => {
    expect(missingIn({ ...draft, protocol: 'saml', metadataUrl: '' }, undefined)).toContain('metadata')
    expect(missingIn(draft, undefined)).toContain('issuer')
    expect(missingIn({ ...draft, protocol: 'saml' }, undefined)).toBeUndefined()
  })
})

describe('roles by group', () => {
  it('are lines that come back as they were', () => {
    const roles = [{ group: 'cn=pmo,dc=acme', role: 'editor' as const }, { group: 'Board', role: 'portfolio_lead' as const }]
    expect(rolesOfLines(groupLines(roles))).toEqual({ ok: true, roles })
    expect(rolesOfLines('\nBoard = Portfolio lead\n')).toEqual({ ok: true, roles: [{ group: 'Board', role: 'portfolio_lead' }] })
  })
  it.each([['pmo', 1], ['pmo = editor\nboard = king', 2], ['= editor', 1]])('%j is wrong in line %i', (text, line) => expect(rolesOfLines(text)).toEqual({ ok: false, line }))
})
