import type { Contradictions } from '@throughline/contract/strategy'
import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { ContradictionsPage, type ContradictionsProps } from './Page.tsx'
import { emptyRegister, fullRegister, quietRegister } from './fixture.ts'

const full = (value: Contradictions): Reading<Contradictions> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const show = (change: Partial<ContradictionsProps> = {}) =>
  renderToStaticMarkup(
    <LocaleProvider locale="en-GB">
      <ContradictionsPage register={full(fullRegister)} canEdit today="2026-11-20" onAccept={async () => ok({})} onReopen={async () => ok({})} {...change} />
    </LocaleProvider>,
  )

describe('contradictions', () => {
  it('empty: there is nothing to check', () => expect(show({ register: full(emptyRegister) })).toContain('There is nothing to check yet'))
  it('loading', () => expect(show({ register: { state: 'loading' } })).toContain('Loading contradictions'))
  it('refused', () => {
    const problem = { type: '', title: 'Your role does not allow this', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }
    expect(show({ register: { state: 'refused', problem, again: () => undefined } })).toContain('This needs the role viewer.')
  })
  it('partial: nothing is found, and what was not looked at is said', () => {
    const html = show({ register: full(quietRegister) })
    expect(html).toContain('Nothing that was checked contradicts itself.')
    expect(html).toContain('Needs: Causal links between measures')
  })
  it('full: each with its severity, its witness and its state', () => {
    const html = show()
    for (const words of ['Cannot be met jointly', 'Trade-off to manage', 'Worth a look', 'Review is due', 'Managed tensions', 'No longer found', '4 among 12 objectives, 14 measures and 213 initiatives']) expect(html).toContain(words)
    expect(html).toContain('href="/demand/initiatives/in1"')
    expect(html).toContain('href="/strategy?objective=ob2"')
    expect(html).toContain('Ada Byron manages it until')
    // Only the open tension and the open smell can be lived with; three are managed or were.
    expect(html.match(/>Live with it</g)).toHaveLength(2)
    expect(html).toContain('works against')
    expect(html.match(/>Reopen</g)).toHaveLength(3)
  })
  it('many: fifty of a rule at once, and the way to the others', () => {
    const [, open] = fullRegister.entries
    const many = Array.from({ length: 120 }, (_, at) => ({ ...(open ?? fullRegister.entries[0]!), key: `k${at}`, words: `Contradiction ${at}.` }))
    const html = show({ register: full({ ...fullRegister, entries: many }) })
    expect(html.match(/>Live with it</g)).toHaveLength(50)
    expect(html).toContain('Further')
    expect(show()).not.toContain('Further')
  })
  it('for a viewer: shows the same and offers no change', () => {
    const html = show({ canEdit: false })
    expect(html).toContain('Spectrum release')
    for (const act of ['Live with it', '>Reopen<']) expect(html).not.toContain(act)
  })
})
