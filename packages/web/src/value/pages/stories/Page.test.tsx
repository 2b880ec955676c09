import type { StoryFeed, StoryFigure, SuccessStory } from '@throughline/contract/value'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { StoriesPage } from './Page.tsx'
import type { StoryActs } from './parts/forms.tsx'
import { withoutFigure } from './text.ts'

const at = '2026-03-01T08:00:00.000Z'
const figure: StoryFigure = { no: 1, benefitId: 'b', benefit: 'Postage', initiativeId: 'i', initiative: 'Letters', period: '2026-Q1', unit: 'EUR.cash', label: 'verified', standing: 'corrected', statedMinor: '600000', nowMinor: '500000', takenAt: at, why: { term: 'Postage', figure: { status: 'not_applicable' } } }
const story: SuccessStory = {
  id: 's', version: 1, title: 'Letters that nobody prints', words: 'We saved [1] and 12 %.', parts: [{ kind: 'words', text: 'We saved ' }, { kind: 'figure', no: 1 }, { kind: 'words', text: ' and ' }, { kind: 'typed', text: '12 %' }, { kind: 'words', text: '.' }],
  figures: [figure], objectives: [{ id: 'o', statement: 'Cheaper mail' }], contributors: [{ id: 'c', version: 1, person: { id: 'ada', name: 'Ada' }, part: 'Wrote it', answer: 'asked', answeredAt: null }], unanswered: 1, state: 'published', writtenBy: 'Bo', writtenAt: at, published: { by: 'Bo', at }, takenBack: null,
}
const full = (stories: readonly SuccessStory[]): Reading<StoryFeed> => ({ state: 'full', value: { stories: [...stories], omitted: 0, write: true }, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const acts: StoryActs = { add: never, change: never, publish: never, takeBack: never, remove: never, name: never, unname: never, answer: never }
const show = (reading: Reading<StoryFeed>, { write = false, me = 'bo', shown = undefined as string | undefined } = {}) =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><StoriesPage {...{ reading, acts, me, shown }} may={{ take: true, write }} members={[]} choices={{ found: undefined, find: () => undefined }} discuss={() => 'Discuss'} /></LocaleProvider>)

describe('success stories', () => {
  it('empty, loading, gone', () => {
    expect(show(full([]))).toContain('No success story is told yet')
    expect(show({ state: 'loading' })).toContain('Loading success stories')
    expect(show(full([story]), { shown: 'other' })).toContain('This story is not there any more')
  })
  it('full: figures with their label, what was corrected, what somebody typed as unverified', () => {
    const html = show(full([story]))
    for (const said of ['Letters that nobody prints', 'Corrected since', 'It said €6k', '€5k', '12 %', 'marked as unverified', 'Cheaper mail', '1 person has']) expect(html).toContain(said)
    expect(html).not.toMatch(/>(Take back|Publish|I may be named)</)
    expect(show(full([{ ...story, figures: [{ ...figure, nowMinor: null, statedMinor: null }] }]))).toContain('amount withheld')
  })
  it('what there is to do: for who writes it, and for who is asked', () => {
    expect(show(full([story]), { write: true })).toMatch(/>Take back</)
    expect(show(full([{ ...story, state: 'draft', published: null }]), { write: true })).toMatch(/>Publish</)
    expect(show(full([story]), { me: 'ada' })).toMatch(/>I may be named</)
  })
  it('a figure that is taken out takes its mark with it', () => expect(withoutFigure('A [1], b [2] and c [3]', 2)).toBe('A [1], b and c [2]'))
})
