import type { Workshop } from '@throughline/contract/strategy'
import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { WorkshopsPage, type WorkshopsProps } from '../workshops/Page.tsx'
import { closedWorkshop, decidedWorkshop, openWorkshop } from './fixture.ts'
import { firstEntered, judgementOf, outcomeOf } from './judgement.ts'
import { WorkshopPage, type WorkshopProps } from './Page.tsx'
import { weightsForDraft } from './take.ts'
import { ratioWords } from './words.ts'

const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const accepted = async () => ok({})
const problem = { type: '', title: 'Your role does not allow this', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }
const show = (reading: Reading<Workshop>, change: Partial<WorkshopProps> = {}) =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><WorkshopPage reading={reading} past={false} onHandIn={accepted} onCloseEarly={accepted} onDecide={accepted} onCancel={accepted} onAgain={accepted} onTake={accepted} {...change} /></LocaleProvider>)
const list = (change: Partial<WorkshopsProps> = {}) =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><WorkshopsPage list={full([openWorkshop, decidedWorkshop])} canOpen perspectives={[]} people={[]} onAsk={() => undefined} onOpen={accepted} {...change} /></LocaleProvider>)

describe('a workshop', () => {
  it('loading, and refused', () => {
    expect(show({ state: 'loading' })).toContain('Loading the workshop')
    expect(show({ state: 'refused', problem, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('open, to who is invited: what is asked, who has judged, and that nobody sees it yet', () => {
    const html = show(full(openWorkshop))
    for (const words of ['Your judgement', 'Think of every objective at its worst', '1 of 3 have judged', 'Bea Lund', 'Not yet', 'Still to judge: Enough homes are built, and homes are safe, Electricity is clean and secure, Nature recovers.']) expect(html).toContain(words)
    expect(html).not.toContain('Together')
    expect(html).not.toContain('Close now')
  })
  it('open, to who leads and is not invited: the way to close it, and nothing of what was given', () => {
    const html = show(full({ ...openWorkshop, mine: false, may: { judge: false, lead: true } }))
    for (const words of ['Close now', 'Call off', 'The results are not there yet', 'You are not invited']) expect(html).toContain(words)
    expect(html).not.toContain('Hand in')
  })
  it('a second round: what the round before disagreed on, beginning with what one gave, and what became of it', () => {
    const earlier = { values: [{ key: 'homes', value: 100 }, { key: 'power', value: 40 }, { key: 'nature', value: 20 }], pairs: [] }
    const second = { ...openWorkshop, round: 2, follows: 'w1', earlier, before: closedWorkshop.results }
    for (const words of ['Round 2', 'The round before', 'What the round before disagreed on', 'Ada Byron gives 80%']) expect(show(full(second))).toContain(words)
    expect(show(full(second))).not.toContain('Still to judge')
    const over = show(full({ ...closedWorkshop, round: 2, before: closedWorkshop.results }))
    for (const words of ['Judge again', 'in the round before', 'was the widest before']) expect(over).toContain(words)
    expect(show(full({ ...closedWorkshop, followedBy: 'w2' }))).not.toContain('>Decide<')
  })
  it('in pairs: comparisons that go round say how far and which is furthest', () => {
    const compared = { values: [], pairs: [{ a: 'homes', b: 'power', ratio: 3 }, { a: 'power', b: 'nature', ratio: 3 }, { a: 'nature', b: 'homes', ratio: 3 }] }
    const html = show(full({ ...openWorkshop, method: 'pairwise', judgement: compared }))
    for (const words of ['The comparisons contradict each other', 'Consistency ratio', 'Furthest off: you say', 'Hand it in as it is', 'Leave out']) expect(html).toContain(words)
  })
  it('partial: closed early says who is missing, and what to talk about comes first', () => {
    const html = show(full(closedWorkshop))
    for (const words of ['Ada Byron closed it before Cyd Moor had judged', 'What to talk about', 'Ada Byron gives 80%, Bea Lund 20%', 'What each judged', 'geometric means', 'Decide']) expect(html).toContain(words)
    expect(html.indexOf('What to talk about')).toBeLessThan(html.indexOf('What each judged'))
  })
  it('decided: the weights, the reason and the record; nothing is changed any more', () => {
    const html = show(full(decidedWorkshop))
    for (const words of ['What was decided', 'Homes first, but not alone.', 'href="/governance/decisions/c0000000', '45%']) expect(html).toContain(words)
    expect(html).not.toContain('Call off')
    expect(html).toContain('Put them into the next version')
    expect(show(full(decidedWorkshop), { onTake: undefined })).not.toContain('Put them into the next version')
  })
  it('in the past nothing is done', () => {
    const html = show(full({ ...openWorkshop, may: { judge: true, lead: true } }), { past: true })
    for (const act of ['Hand in', 'Close now', 'Call off']) expect(html).not.toContain(act)
  })
})

describe('the list', () => {
  it('empty, with the way to the first for who may', () => {
    expect(list({ list: full([]) })).toContain('Open a workshop')
    expect(list({ list: full([]), canOpen: false })).not.toContain('Open a workshop')
  })
  it('full: state, how many have judged, and whether one is invited', () => {
    const html = list()
    for (const words of ['People judge', 'Decided', '1 of 3', 'Invited', 'Took part', `href="/strategy/workshops/${openWorkshop.id}"`]) expect(html).toContain(words)
  })
})

describe('the weights of the next version', () => {
  it('divide what the level weighs there as was decided: 45, 30 and 25 of a half', () => {
    const objectives = [{ key: 'homes', weight: 0.1 }, { key: 'power', weight: 0.3 }, { key: 'nature', weight: 0.1 }, { key: 'other', weight: 0.5 }]
    expect(weightsForDraft(decidedWorkshop, objectives)).toEqual([{ key: 'homes', weight: 0.225 }, { key: 'power', weight: 0.15 }, { key: 'nature', weight: 0.125 }])
    // Without nature 45 and 30 divide 0.4.
    expect(weightsForDraft(decidedWorkshop, objectives.filter(({ key }) => key !== 'nature'))).toEqual([{ key: 'homes', weight: 0.24 }, { key: 'power', weight: 0.16 }])
  })
})

describe('what is entered', () => {
  it('comes back as it was handed in, whichever way round a pair was compared', () => {
    const pairs = { ...openWorkshop, method: 'pairwise' as const, judgement: { values: [], pairs: [{ a: 'power', b: 'homes', ratio: 0.5 }] } }
    expect(judgementOf(pairs, firstEntered(pairs)).pairs).toEqual([{ a: 'homes', b: 'power', ratio: 2 }])
    const points = { ...openWorkshop, judgement: { values: [{ key: 'homes', value: 100 }], pairs: [] } }
    expect(judgementOf(points, firstEntered(points)).values).toEqual([{ key: 'homes', value: 100 }])
  })
  it('an order begins as the list stands, the rest with nothing said', () => {
    expect(outcomeOf({ ...openWorkshop, method: 'rank' }, firstEntered({ ...openWorkshop, method: 'rank' })).judged?.weights.map(({ units }) => units)).toEqual([61_111_111, 27_777_778, 11_111_111])
    expect(outcomeOf(openWorkshop, firstEntered(openWorkshop)).judged).toBeUndefined()
  })
  it('a ratio reads from the one that counts more', () => expect([ratioWords('A', 'B', 3), ratioWords('A', 'B', 1 / 3), ratioWords('A', 'B', 1)]).toEqual(['A counts 3 times as much as B', 'B counts 3 times as much as A', 'A and B count the same']))
})
