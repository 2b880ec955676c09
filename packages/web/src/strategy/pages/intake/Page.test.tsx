import type { ReadingItem, SourceItem, SourceText, StrategyIntake } from '@throughline/contract/strategy'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { IntakePage, type IntakeActs, type Looked } from './Page.tsx'
import { trimmed } from './select.ts'
import { standingReason } from './words.ts'

const at = '2026-03-01T08:00:00.000Z'
const text = 'Nobody shall die on our roads. Rivers shall be clean.'
const cited = (value: number): SourceItem['cited'] => ({ metric: { status: 'ok', value }, why: { term: 'Text that is cited', figure: { status: 'ok', value: { kind: 'number', value, unit: 'ratio' } }, formula: 'source-coverage' } })
const source: SourceItem = { id: 's', title: 'Plan 2030', issuedOn: '2026-01-15', characters: 53, recordedBy: 'Ada', recordedAt: at, editionOf: null, laterEdition: { id: 't', title: 'Plan 2030', issuedOn: '2026-02-15' }, passages: 1, cited: cited(30 / 53) }
const passage = { id: 'p', objectiveId: 'o', sourceId: 's', source: 'Plan 2030', from: 0, to: 30, quote: 'Nobody shall die on our roads.', citedBy: 'Ada', citedAt: at, superseded: true, version: 1 }
const item = (statement: string, more: Partial<ReadingItem> = {}): ReadingItem => ({ objectiveId: statement, about: 'objective', of: 'in_force', statement, description: '', perspective: 'People', references: 0, passages: [], standing: 'uncited', review: null, changes: [], seen: '0'.repeat(64), mayConfirm: false, whyNotConfirm: null, ...more })
const review = { id: 'r', verdict: 'confirmed' as const, point: '', by: 'Bea', at, statement: 'Safe road', description: '' }
const intake: StrategyIntake = {
  inForce: { no: 1 }, draft: null, sources: [source], cited: cited(30 / 53), items: [item('Safe roads', { objectiveId: 'o', passages: [passage], standing: 'changed', changes: ['words'], review, mayConfirm: true }), item('Open books', { standing: 'confirmed' }), item('New ways', { of: 'draft' })],
  counts: { objectives: 3, uncited: 1, cited: 0, confirmed: 1, questioned: 0, changed: 1 }, unclear: [{ id: 'u', objectiveId: 'o', statement: 'Safe roads', point: 'On which roads?', by: 'Bea', at, changedSince: true, answers: [{ id: 'a', words: 'On ours', passage: { id: 'p', sourceId: 's', source: 'Plan 2030', quote: 'our roads' }, by: 'Cem', at }] }],
  settled: [{ id: 'v', objectiveId: 'o', statement: 'Safe roads', point: 'By when?', by: 'Bea', at, changedSince: true, answers: [] }],
}
const shownText: SourceText = { ...source, text, marks: [{ passageId: 'p', objectiveId: 'o', statement: 'Safe roads', quote: passage.quote, place: { from: 0, to: 30 } }, { passageId: 'q', objectiveId: 'o', statement: 'Safe roads', quote: 'Gone words', place: null }] }
const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const acts: IntakeActs = { record: never, cite: never, withdraw: never, review: never, answer: never }
const show = (reading: Reading<StrategyIntake>, { looked = {}, edit = true, source: of = full(shownText) }: { readonly looked?: Looked; readonly edit?: boolean; readonly source?: Reading<SourceText> | undefined } = {}) =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><IntakePage reading={reading} text={of} looked={looked} may={{ edit, decide: true }} acts={acts} onLook={() => undefined} /></LocaleProvider>)

describe('the strategy intake', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ ...intake, sources: [], items: [], unclear: [], settled: [] }), { source: undefined })).toContain('No document is recorded')
    expect(show({ state: 'loading' })).toContain('Loading the strategy intake')
    expect(show({ state: 'refused', problem: { type: '/problems#role_insufficient', title: 'Not your role', status: 403, code: 'role_insufficient', detail: 'x' }, again: () => undefined })).toContain('Not your role')
  })
  it('shows the whole text with its passages marked, objectives with their standing, and what nobody confirmed as a reading', () => {
    const html = show(full(intake))
    expect(html).toContain('<mark data-marks="p"')
    expect(html.slice(html.indexOf('<mark')).replace(/<[^>]+>/g, '')).toContain(text)
    for (const words of ['Changed since', 'Confirmed', 'In the draft', 'PMO reading', 'On which roads?', 'changed since, look again', 'On ours', '<q class="whitespace-pre-line">our roads</q>', 'Answer: On which roads?', 'Later edition of', '57%', 'Gone words', 'Words to cite']) expect(html).toContain(words)
    expect(html.match(/PMO reading/g)).toHaveLength(2)
  })
  it('opens why an objective stands so, with what it said as it was confirmed', () => {
    const html = show(full(intake), { looked: { objective: 'o' } })
    for (const words of ['It says something else than what was confirmed', 'It said: “Safe road”', 'Nobody shall die on our roads.', 'there is a later edition', 'Confirm the reading', 'Question the reading', 'By when?', 'confirmed since']) expect(html).toContain(words)
  })
  it('offers nothing to cite to who may not', () => {
    const html = show(full(intake), { edit: false, looked: { objective: 'o' } })
    for (const words of ['Words to cite', 'Record a document', 'Take away', 'Answer:']) expect(html).not.toContain(words)
  })
  it('takes white space off what is selected', () => {
    expect(trimmed(text, { from: 30, to: 38 })).toEqual({ from: 31, to: 37 })
    expect(trimmed(text, { from: 30, to: 31 })).toBeUndefined()
  })
  it('gives a reason for every standing', () => {
    const reasons = (['uncited', 'cited', 'confirmed', 'questioned'] as const).map((standing) => standingReason(item('x', { standing, references: 1 })))
    expect(new Set(reasons).size).toBe(4)
    expect(reasons[0]).toContain('without quoting them')
    expect(standingReason(item('x', { standing: 'changed', changes: ['words', 'passages'], review }))).toContain('says and cites something else')
  })
})
