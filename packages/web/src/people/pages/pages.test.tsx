import type { Job } from '@throughline/contract/governance'
import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../ui/locale.tsx'
import type { Reading } from '../../wire/index.ts'
import { inThePast } from '../session.ts'
import { AccessPage, type AccessProps } from './access/Page.tsx'
import { FirstRunPage } from './first-run/Page.tsx'
import type { ChoicesProps } from './first-run/parts/Choices.tsx'
import type { Factors } from '@throughline/contract/people'
import type { FactorsProps } from '../parts/Factors.tsx'
import { QrPicture } from '../parts/QrPicture.tsx'
import { AccountPage } from './account/Page.tsx'
import { ForgottenPage } from './forgotten/Page.tsx'
import { InvitationPage } from './invitation/Page.tsx'
import { InvitationsPage, type InvitationsPageProps } from './invitations/Page.tsx'
import { ResetPage } from './reset/Page.tsx'
import { SecondFactorPage } from './second-factor/Page.tsx'
import { SignInPage } from './sign-in/Page.tsx'
import { assignments, example, members, ownerSession, refusal, tokens, units, viewerSession } from './fixtures.ts'

const render = (page: React.ReactNode) => renderToStaticMarkup(<LocaleProvider locale="en-GB">{page}</LocaleProvider>)
const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const accepted = async () => ok({ secret: 'tl_1_x' })

const access = (change: { readonly session?: AccessProps['session']; readonly members?: AccessProps['members']['members'] } = {}) =>
  render(
    <AccessPage
      session={change.session ?? ownerSession}
      members={{ members: change.members ?? full(members), onAdd: accepted, onChange: accepted, onRemove: accepted, onErase: accepted }}
      roles={{ given: full(assignments), onGive: accepted, onDelegate: accepted, onEnd: accepted }}
      tokens={{ tokens: full(tokens), onCreate: accepted, onRevoke: accepted }}
      units={{ units: full(units), onCreate: accepted, onChange: accepted }}
      organisation={{ onChange: accepted }}
      archive={{ address: '/api/governance/archive', onRestore: async () => ok({ organisation: 'Acme', savedAt: '2026-03-31T12:00:00Z', tables: 40, rows: 900, people: 2 }) }}
    />,
  )

describe('access', () => {
  it('in the past: nobody is offered an act, whatever their role', () => {
    for (const session of [ownerSession, viewerSession]) {
      const html = access({ session: inThePast(session) })
      for (const act of ['Add member', 'Remove', 'Give a role', 'Delegate a role', 'End', 'Create token', 'Revoke', 'Change', 'Add a unit', 'Save everything']) expect(html).not.toMatch(new RegExp(`>${act}</button>`))
      expect(html).toContain('Peter Novak')
    }
  })
  it('full, for an owner: every member can be changed', () => {
    const html = access()
    expect(html).toContain('Role of Peter Novak')
    expect(html).toContain('Remove Peter Novak')
    expect(html).toContain('Erase Peter Novak')
    expect(html).toContain('Begins on 1 April, written 2024-25')
  })
  it('full, for a viewer: shows the same and offers nothing that would be refused', () => {
    const html = access({ session: viewerSession })
    expect(html).toContain('Peter Novak')
    for (const act of ['Remove Peter Novak', 'Erase Peter Novak', 'Add member', 'Add unit', 'Role of']) expect(html).not.toContain(act)
    expect(html).toContain('Create token')
  })
  it('offers an owner the way out with everything, and back in only where nothing is', () => {
    expect(access()).toContain('href="/api/governance/archive"')
    expect(access()).not.toContain('Restore an archive')
    expect(access({ session: { ...ownerSession, empty: true } })).toContain('Restore an archive')
    expect(access({ session: viewerSession })).not.toContain('/api/governance/archive')
  })
  it('shows roles in parts and by delegation with their end, and offers to end those that one may end', () => {
    const html = access()
    for (const words of ['Department for Transport, with all below', 'Until 31 Dec 2026', 'Delegated by Anna Lindqvist', 'Holiday', 'End the role of Peter Novak']) expect(html).toContain(words)
    expect(access({ session: viewerSession })).not.toContain('Give a role')
    expect(access({ session: viewerSession })).toContain('Delegate a role')
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
    expect(html).not.toContain('passkey')
    expect(html).toContain('href="/people/forgotten"')
  })
  it('offers a passkey where the browser has them', () => expect(render(<SignInPage passkeys onSignIn={accepted} />)).toContain('Sign in with a passkey'))
  it('refused: says that the pair is wrong', () => {
    expect(render(<SignInPage problem={refusal('credentials_wrong', 401, 'No account matches this email and password.')} onSignIn={accepted} />)).toContain('No account matches')
  })
  it('asks for the code where there is a second factor, and does not call that a fault', () => {
    const html = render(<SignInPage problem={refusal('second_factor_needed', 401, 'The password is right.')} onSignIn={accepted} />)
    expect(html).toContain('autoComplete="one-time-code"')
    expect(html).not.toContain('role="alert"')
    expect(html).toContain('recovery code')
  })
})

describe('a forgotten password', () => {
  it('asks for the address', () => expect(render(<ForgottenPage mail onAsk={accepted} />)).toContain('Send me a link'))
  it('says the same for every address', () => expect(render(<ForgottenPage mail asked onAsk={accepted} />)).toContain('If the address has an account here'))
  it('says who helps where there is no mail', () => {
    const html = render(<ForgottenPage mail={false} onAsk={accepted} />)
    expect(html).toContain('sends no mail')
    expect(html).not.toContain('<input')
  })
  it('is set anew, once', () => {
    expect(render(<ResetPage onReset={accepted} />)).toContain('autoComplete="new-password"')
    expect(render(<ResetPage done onReset={accepted} />)).toContain('Your password is set')
  })
})

describe('an invitation', () => {
  const invitation = { organisation: 'Meridian Group', name: 'Peter Novak', email: 'peter@meridian.example', role: 'finance', invitedBy: 'Anna Lindqvist', known: false } as const
  it('says who invites to what, and asks for name and password', () => {
    const html = render(<InvitationPage invitation={invitation} onAccept={accepted} />)
    expect(html).toContain('Anna Lindqvist invites peter@meridian.example as finance')
    expect(html.match(/<input/g)).toHaveLength(2)
  })
  it('asks who has an account for its password alone', () => expect(render(<InvitationPage invitation={{ ...invitation, known: true }} onAccept={accepted} />).match(/<input/g)).toHaveLength(1))
})

describe('one’s own account', () => {
  const acts: Omit<FactorsProps, 'factors'> = { passkeys: true, onBeginApp: async () => ok({ secret: 'ABCD', address: 'otpauth://totp/x' }), onConfirmApp: async () => ok({ recoveryCodes: [] }), onRemoveApp: accepted, onAddPasskey: async () => ok({ recoveryCodes: null }), onRemovePasskey: accepted, onRenewCodes: async () => ok({ recoveryCodes: [] }) }
  const none = { app: null, passkeys: [], recoveryCodesLeft: 0, required: false }
  const some = { app: { since: '2026-11-01T08:00:00Z' }, passkeys: [{ id: 'p', name: 'Work laptop', createdAt: '2026-11-02T08:00:00Z', lastUsedAt: null, synced: true, opensHere: true }], recoveryCodesLeft: 1, required: true }
  const sessions = [{ id: 's1', device: 'Firefox on Linux', address: '10.0.0.7', startedAt: '2026-11-20T08:00:00Z', lastSeenAt: '2026-11-21T08:00:00Z', current: true }, { id: 's2', device: 'Chrome on Android', address: '10.0.0.8', startedAt: '2026-11-20T08:00:00Z', lastSeenAt: '2026-11-20T09:00:00Z', current: false }]
  const account = (factors: Reading<Factors>, given = sessions) => render(<AccountPage session={ownerSession} factors={{ ...acts, factors }} sessions={{ sessions: full(given), onEnd: accepted, onEndOthers: accepted }} password={{ onChange: accepted }} />)
  it('full: every factor, how many codes are left, and every session but this one can be ended', () => {
    const html = account(full(some))
    for (const words of ['In use since 1 Nov 2026', 'Work laptop', '1 recovery code is left', 'Sign out everywhere else', 'End the session of Chrome on Android', 'asks everybody for one', 'Change password']) expect(html).toContain(words)
    expect(html).not.toContain('End the session of Firefox on Linux')
  })
  it('empty: offers both factors and no codes, and nothing to end', () => {
    const html = account(full(none), sessions.slice(0, 1))
    for (const words of ['Add an app', 'Add a passkey']) expect(html).toContain(words)
    for (const words of ['recovery code', 'Sign out everywhere else']) expect(html).not.toContain(words)
  })
  it('loading and refused', () => {
    expect(account({ state: 'loading' })).toContain('Loading your second factors')
    expect(account({ state: 'refused', problem: refusal('unreachable', 503, 'Away.'), again: () => undefined })).toContain('Away.')
  })
  it('is asked for a second factor before anything else, where the organisation wants one', () => {
    const page = (factors: Factors) => render(<SecondFactorPage {...acts} factors={full(factors)} organisation="Meridian Group" onProve={() => undefined} onSignOut={() => undefined} />)
    expect(page(none)).toContain('Meridian Group asks everybody for a second factor')
    expect(page(some)).toContain('Show it now')
  })
  it('shows a secret as a picture that is the same for the same text', () => {
    const html = render(<QrPicture text="otpauth://totp/x?secret=ABCD" label="Picture" />)
    expect(html).toContain('aria-label="Picture"')
    expect(html).toBe(render(<QrPicture text="otpauth://totp/x?secret=ABCD" label="Picture" />))
    expect(html).not.toBe(render(<QrPicture text="otpauth://totp/x?secret=ABCE" label="Picture" />))
  })
})

describe('the page of those who give access', () => {
  const given = async () => ok({ sent: true, link: null, expiresAt: '2026-11-28T08:00:00Z' })
  const page = (change: Partial<InvitationsPageProps> = {}) =>
    render(
      <InvitationsPage
        canAdminister
        invitations={{ invitations: full([{ id: 'i', name: 'Ben Okafor', email: 'ben@meridian.example', role: 'finance', invitedBy: 'Anna Lindqvist', createdAt: '2026-11-21T08:00:00Z', expiresAt: '2026-11-28T08:00:00Z' }]), onInvite: given, onAgain: given, onWithdraw: accepted }}
        policy={{ policy: full({ secondFactor: 'required', idleMinutes: 720, longestHours: 720, version: 1 }), onChange: accepted }}
        standings={{ standings: full([{ id: 'a1', name: 'Anna Lindqvist', email: null, secondFactor: true, sessions: 1, lastSeenAt: '2026-11-21T08:00:00Z' }, { id: 'a2', name: 'Peter Novak', email: null, secondFactor: true, sessions: 0, lastSeenAt: null }]), self: 'a1', onEndSessions: accepted, onPasswordLink: given, onRemoveFactors: accepted }}
        {...change}
      />,
    )
  it('full: invitations, how members sign in, and what is asked of everybody', () => {
    const html = page()
    for (const words of ['Withdraw the invitation of Ben Okafor', 'Remove factors of Peter Novak', 'Not signed in', 'Ask everybody for a second factor', 'value="720"']) expect(html).toContain(words)
    for (const words of ['Remove factors of Anna Lindqvist', 'End sessions of Peter Novak']) expect(html).not.toContain(words)
  })
  it('empty, loading and refused', () => {
    expect(page({ invitations: { invitations: full([]), onInvite: given, onAgain: given, onWithdraw: accepted } })).toContain('Nobody is invited at the moment.')
    expect(page({ policy: { policy: { state: 'loading' }, onChange: accepted } })).toContain('Loading what is asked')
    expect(page({ canAdminister: false })).toContain('This is for those who give access')
  })
})
