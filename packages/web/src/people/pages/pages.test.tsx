import type { Job } from '@throughline/contract/governance'
import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../ui/locale.tsx'
import type { Reading } from '../../wire/index.ts'
import { AccessPage, type AccessProps } from './access/Page.tsx'
import { FirstRunPage } from './first-run/Page.tsx'
import type { ChoicesProps } from './first-run/parts/Choices.tsx'
import { SignInPage } from './sign-in/Page.tsx'
import { example, members, ownerSession, refusal, tokens, units, viewerSession } from './fixtures.ts'

const render = (page: React.ReactNode) => renderToStaticMarkup(<LocaleProvider locale="en-GB">{page}</LocaleProvider>)
const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const accepted = async () => ok({ secret: 'tl_1_x' })

const access = (change: { readonly session?: AccessProps['session']; readonly members?: AccessProps['members']['members'] } = {}) =>
  render(
    <AccessPage
      session={change.session ?? ownerSession}
      members={{ members: change.members ?? full(members), onAdd: accepted, onChange: accepted, onRemove: accepted }}
      tokens={{ tokens: full(tokens), onCreate: accepted, onRevoke: accepted }}
      units={{ units: full(units), onCreate: accepted, onChange: accepted }}
      password={{ onChange: accepted }}
      organisation={{ onChange: accepted }}
      archive={{ address: '/api/governance/archive', onRestore: async () => ok({ organisation: 'Acme', savedAt: '2026-03-31T12:00:00Z', tables: 40, rows: 900, people: 2 }) }}
    />,
  )

describe('access', () => {
  it('full, for an owner: every member can be changed', () => {
    const html = access()
    expect(html).toContain('Role of Peter Novak')
    expect(html).toContain('Remove Peter Novak')
    expect(html).toContain('Begins on 1 April, written 2024-25')
  })
  it('full, for a viewer: shows the same and offers nothing that would be refused', () => {
    const html = access({ session: viewerSession })
    expect(html).toContain('Peter Novak')
    for (const act of ['Remove Peter Novak', 'Add member', 'Add unit', 'Role of']) expect(html).not.toContain(act)
    expect(html).toContain('Create token')
  })
  it('offers an owner the way out with everything, and back in only where nothing is', () => {
    expect(access()).toContain('href="/api/governance/archive"')
    expect(access()).not.toContain('Restore an archive')
    expect(access({ session: { ...ownerSession, empty: true } })).toContain('Restore an archive')
    expect(access({ session: viewerSession })).not.toContain('/api/governance/archive')
  })
  it('loading', () => expect(access({ members: { state: 'loading' } })).toContain('Loading members'))
  it('refused: says so in its place and leaves the rest whole', () => {
    const html = access({ members: { state: 'refused', problem: refusal('role_insufficient', 403, 'This needs the role viewer.'), again: () => undefined } })
    expect(html).toContain('This needs the role viewer.')
    expect(html).toContain('Nightly export')
  })
  it('partial: keeps what was read and says that it is old', () => {
    const html = access({ members: { state: 'full', value: members, refreshing: false, problem: refusal('unreachable', 503, 'The server does not answer.'), again: () => undefined } })
    expect(html).toContain('This is what was read before.')
    expect(html).toContain('Peter Novak')
  })
})

describe('the first run', () => {
  const choices = (change: Partial<ChoicesProps> = {}): ChoicesProps => ({ examples: full([example]), loading: undefined, problem: undefined, canEdit: true, onLoad: () => undefined, onCancel: () => undefined, ...change })
  const job = (change: Partial<Job>): Job => ({ id: 'j', kind: 'example', state: 'running', progress: { done: 3, total: 12, words: 'Reading 2016' }, result: null, problem: null, createdAt: '2026-11-01T08:00:00Z', finishedAt: null, ...change })
  const choose = (change: Partial<ChoicesProps>) => render(<FirstRunPage step="choice" organisation="Meridian Group" choices={choices(change)} />)
  it('asks for organisation and owner', () => {
    const html = render(<FirstRunPage step="account" onSetUp={accepted} />)
    for (const label of ['Organisation', 'Currency', 'Your name', 'Email', 'Password']) expect(html).toContain(`>${label}</label>`)
    expect(html).toContain('At least 12 characters')
  })
  it('says what the example is, under which licence, and how much of it', () => {
    const html = choose({})
    expect(html).toContain('Open Government Licence v3.0')
    expect(html).toContain('>11<')
    expect(html).toContain('href="/demand/import"')
    expect(html).toContain('href="/strategy"')
  })
  it('shows how far loading is, and lets it be stopped', () => {
    const html = choose({ loading: { key: 'uk-gmpp', job: job({}) } })
    expect(html).toContain('aria-valuenow="25"')
    expect(html).toContain('Reading 2016')
    expect(html).toContain('Cancel')
  })
  it('says why loading failed, and offers it again', () => {
    const html = choose({ loading: { key: 'uk-gmpp', job: job({ state: 'failed', problem: { title: 'The file cannot be read', detail: 'row 7' } }) } })
    expect(html).toContain('The file cannot be read')
    expect(html).toContain('Load this portfolio')
  })
  it('says that loading was stopped', () => expect(choose({ loading: { key: 'uk-gmpp', job: job({ state: 'cancelled' }) } })).toContain('nothing was kept'))
  it('offers the other two ways while examples load or cannot be read', () => {
    for (const examples of [{ state: 'loading' }, { state: 'refused', problem: refusal('unreachable', 503, 'Away.'), again: () => undefined }] as const) expect(choose({ examples })).toContain('Start empty')
  })
})

describe('signing in', () => {
  it('asks for email and password and nothing else', () => {
    const html = render(<SignInPage onSignIn={accepted} />)
    expect(html.match(/<input/g)).toHaveLength(2)
    expect(html).toContain('autoComplete="current-password"')
  })
  it('refused: says that the pair is wrong', () => {
    expect(render(<SignInPage problem={refusal('credentials_wrong', 401, 'No account matches this email and password.')} onSignIn={accepted} />)).toContain('No account matches')
  })
})
