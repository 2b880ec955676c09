import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { ContradictionsPage, type ContradictionsProps } from './Page.tsx'
import { emptyRegister, fullRegister, noGrounds, quietRegister, someGrounds } from './fixture.ts'
import { entryOf, givenOf, notYetOf, withAttribute } from './ground-entry.ts'
import { GroundDialog } from './parts/ground-forms.tsx'

const full = <Value,>(value: Value): Reading<Value> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const show = (change: Partial<ContradictionsProps> = {}) =>
  renderToStaticMarkup(
    <LocaleProvider locale="en-GB">
      <ContradictionsPage register={full(fullRegister)} grounds={full(noGrounds)} onGround={() => undefined} dialog={undefined} canEdit today="2026-11-20" onAccept={async () => ok({})} onReopen={async () => ok({})} {...change} />
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

describe('policies, rewards and assets', () => {
  const written = (html: string): string => html.replaceAll(/<[^>]+>/g, '')
  it('empty: why there should be some, and the button for who may', () => {
    expect(show()).toMatch(/No policy, reward or asset is recorded yet.*>Record one</s)
    expect(show({ canEdit: false })).not.toContain('Record one')
  })
  it('says of each what it asks; what is withheld or gone is said so', () => {
    const html = show({ grounds: full(someGrounds) })
    const words = ['Whole-life cost at most £5m', 'From 1 Jan 2026 to before 1 Jan 2027', 'Kind of initiative anything but Bundle', 'Benefits at least an amount that is withheld from you', 'a higher Days of stock', 'a measure that was removed', 'Needs it to be open from 1 Mar 2026 to before 1 Sept 2026', 'Makes it closed on 1 May 2026', 'an initiative that was removed']
    for (const each of words) expect(written(html)).toContain(each)
    expect(html.match(/>Remove</g)).toHaveLength(7)
    // Without the amount it could only be overwritten.
    expect(html.match(/>Change</g)).toHaveLength(6)
    expect(show({ grounds: full(someGrounds), canEdit: false })).not.toMatch(/>Remove<|>Change</)
  })
  it('what shows a contradiction leads to its line', () => {
    const [first] = fullRegister.entries
    const html = show({ grounds: full(someGrounds), register: full({ ...fullRegister, entries: [{ ...first!, rule: 'X-11', witness: [{ kind: 'policy', id: 'g1', name: 'Small first', objectiveId: null, ofUnit: false }] }] }) })
    expect(html).toContain('href="#ground-g1"')
    expect(html).toContain('id="ground-g1"')
  })
  it('what was typed is sent: amounts in whole minor units, other texts trimmed, no end as none', () => {
    const policy = { ...entryOf(undefined, 'GBP'), name: ' Small first ', amount: '5000000.5', from: '2026-01-01' }
    expect(givenOf(policy, 'GBP')).toEqual({ kind: 'policy', name: 'Small first', attribute: 'cost', rule: 'at_most', value: '500000050', from: '2026-01-01', to: null })
    const category = { ...policy, ...withAttribute(policy, 'category'), text: ' Roads ' }
    expect(givenOf(category, 'GBP')).toMatchObject({ attribute: 'category', rule: 'equals', value: 'Roads' })
    expect(category.amount).toBe('5000000.5')
  })
  it('what is recorded comes back as it was', () => {
    for (const ground of someGrounds.grounds) {
      if ((ground.kind === 'policy' && ground.value === null) || ('measure' in ground && ground.measure === null) || ('initiative' in ground && ground.initiative === null)) continue
      const { id: _, version: __, ...said } = ground
      const about = 'measure' in said ? { measureId: said.measure?.id } : 'initiative' in said ? { initiativeId: said.initiative?.id } : {}
      const { measure: ___, initiative: ____, ...rest } = said as typeof said & { measure?: unknown; initiative?: unknown }
      expect(givenOf(entryOf(ground, 'GBP'), 'GBP')).toEqual({ ...rest, ...about })
      expect(notYetOf(entryOf(ground, 'GBP'), 'GBP')).toBeUndefined()
    }
  })
  it('says what is missing before it is sent', () => {
    const entry = entryOf(undefined, 'GBP')
    expect(notYetOf(entry, 'GBP')).toBe('Name the policy')
    expect(notYetOf({ ...entry, name: 'A' }, 'GBP')).toBe('Enter the amount')
    expect(notYetOf({ ...entry, name: 'A', amount: '1', from: '2026-02-01', to: '2026-02-01' }, 'GBP')).toBe('It must end after it begins')
    expect(notYetOf({ ...entry, kind: 'asset_need', asset: 'Dock', state: 'open' }, 'GBP')).toBe('Choose an initiative')
  })
  it('changing keeps the kind; recording asks for it first', () => {
    const dialog = (at: number) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><GroundDialog {...someGrounds} ground={someGrounds.grounds[at]} measures={[]} initiatives={{ found: [], total: 0, find: () => undefined }} onSubmit={async () => ok({})} onClose={() => undefined} /></LocaleProvider>)
    expect(dialog(-1)).toContain('What is recorded')
    expect(dialog(0)).not.toContain('What is recorded')
    expect(dialog(0)).toContain('value="5,000,000')
    expect(dialog(3)).toContain('Days of stock')
    expect(dialog(5)).toContain('Spectrum release')
  })
})
