import type { SignOnProvider } from '@throughline/contract/people'
import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { SignOnChoices } from '../../parts/SignOnChoices.tsx'
import { refusal } from '../fixtures.ts'
import { SignOnPage } from './Page.tsx'
import { groupLines, rolesOfLines } from './parts/group-lines.ts'

const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const acme: SignOnProvider = { id: 'p1', protocol: 'oidc', name: 'Acme login', issuer: 'https://login.acme.example', clientId: 'throughline', hasSecret: true, domains: ['acme.example'], createsAccounts: true, vouchesForAddresses: false, defaultRole: 'viewer', groupsClaim: 'groups', roles: [], enabled: true, version: 1 }
const accepted = async () => ok({})
const page = (providers: Reading<readonly SignOnProvider[]>, canAdminister = true) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><SignOnPage providers={providers} canAdminister={canAdminister} origin="https://pmo.example" onAdd={accepted} onChange={accepted} onRemove={accepted} /></LocaleProvider>)

describe('single sign-on', () => {
  it('full: says who, whose people, and what becomes of who is new', () => {
    for (const words of ['Acme login', 'https://login.acme.example', 'acme.example', 'becomes Viewer', 'In use', 'Change Acme login']) expect(page(full([acme]))).toContain(words)
    expect(page(full([{ ...acme, createsAccounts: false, enabled: false }]))).toContain('is not let in')
  })
  it('empty', () => expect(page(full([]))).toContain('None. Add the OpenID Connect provider'))
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

describe('roles by group', () => {
  it('are lines that come back as they were', () => {
    const roles = [{ group: 'cn=pmo,dc=acme', role: 'editor' as const }, { group: 'Board', role: 'portfolio_lead' as const }]
    expect(rolesOfLines(groupLines(roles))).toEqual({ ok: true, roles })
    expect(rolesOfLines('\nBoard = Portfolio lead\n')).toEqual({ ok: true, roles: [{ group: 'Board', role: 'portfolio_lead' }] })
  })
  it.each([['pmo', 1], ['pmo = editor\nboard = king', 2], ['= editor', 1]])('%j is wrong in line %i', (text, line) => expect(rolesOfLines(text)).toEqual({ ok: false, line }))
})
