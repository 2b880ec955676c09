import { describe, expect, it } from 'vitest'
import { explainFigure, figureNow, takeFigure } from './figure.ts'
import { figureMissing, labelledText, storyParts, typedNumber } from './text.ts'

const of = { benefit: 'Postage', period: '2026-Q1', unit: 'EUR.cash' }

describe('a figure of a story', () => {
  it('is the verified part, or stands there as unverified: nothing that waits enters without that word', () => {
    expect(takeFigure(of, 'verified', { verified: 60n, waiting: 40n })).toMatchObject({ ok: true, value: { label: 'verified', verified: 60n } })
    expect(takeFigure(of, 'verified', { verified: 0n, waiting: 40n })).toMatchObject({ refusal: { code: 'figure_unverified', values: { benefit: 'Postage', period: '2026-Q1' } } })
    expect(takeFigure(of, 'unverified', { verified: 0n, waiting: 40n })).toMatchObject({ ok: true, value: { label: 'unverified', waiting: 40n } })
    expect(takeFigure(of, 'verified', { verified: 0n, waiting: 0n })).toMatchObject({ refusal: { code: 'figure_absent' } })
    expect(takeFigure(of, 'unverified', { verified: 60n, waiting: 0n })).toMatchObject({ refusal: { code: 'figure_absent' } })
  })
  it('shows what was corrected, verified or taken away since, and is never called verified when it is no longer', () => {
    const verified = { label: 'verified', verified: 60n, waiting: 0n } as const
    expect(figureNow(verified, { verified: 60n, waiting: 5n })).toEqual({ label: 'verified', standing: 'stands', stated: 60n, now: 60n })
    expect(figureNow(verified, { verified: 50n, waiting: 0n })).toEqual({ label: 'verified', standing: 'corrected', stated: 60n, now: 50n })
    expect(figureNow(verified, { verified: 0n, waiting: 60n })).toEqual({ label: 'unverified', standing: 'withdrawn', stated: 60n, now: 0n })
    // Of 40 that waited beside 60 that were verified, 35 were accepted: 95 − 60.
    const waiting = { label: 'unverified', verified: 60n, waiting: 40n } as const
    expect(figureNow(waiting, { verified: 60n, waiting: 40n })).toMatchObject({ label: 'unverified', standing: 'stands', now: 40n })
    expect(figureNow(waiting, { verified: 95n, waiting: 0n })).toEqual({ label: 'verified', standing: 'verified', stated: 40n, now: 35n })
    expect(figureNow(waiting, { verified: 60n, waiting: 30n })).toMatchObject({ label: 'unverified', standing: 'corrected', now: 30n })
    expect(figureNow(waiting, { verified: 60n, waiting: 0n })).toMatchObject({ label: 'unverified', standing: 'withdrawn', now: 0n })
    // The 40 were disallowed, and the 60 beside them taken back: nothing was verified, least of all −60. A disbenefit grows downwards.
    expect(figureNow(waiting, { verified: 0n, waiting: 0n })).toMatchObject({ label: 'unverified', standing: 'withdrawn', now: 0n })
    expect(figureNow({ label: 'unverified', verified: -60n, waiting: -40n }, { verified: -95n, waiting: 0n })).toMatchObject({ label: 'verified', standing: 'verified', now: -35n })
  })
  it('says why', () => expect(explainFigure(of, { label: 'unverified', verified: 60n, waiting: 40n }, { verified: 95n, waiting: 0n })).toMatchObject({ term: 'Postage, 2026-Q1, verified', figure: { value: { money: { minor: 35n } } }, formula: 'story-figure', terms: [{ term: 'Stated in the story' }, { term: 'Verified in the ledger' }, { term: 'Waiting for verification' }, { term: 'Verified when the story was written' }] }))
})

describe('the text of a story', () => {
  it('has figures by their number, and every number that was typed stands apart', () => {
    expect(storyParts('We saved [1], some £2.5m or 12 % in all.')).toEqual([{ kind: 'words', text: 'We saved ' }, { kind: 'figure', no: 1 }, { kind: 'words', text: ', some ' }, { kind: 'typed', text: '£2.5m' }, { kind: 'words', text: ' or ' }, { kind: 'typed', text: '12 %' }, { kind: 'words', text: ' in all.' }])
    for (const [text, typed] of [['EUR500 less', '500'], ['by 2030 %', '2030 %'], ['20 hours', '20'], ['1,200 calls in March', '1,200'], ['R500 a month', '500'], ['2024.5 tons', '2024.5']] as const) expect([text, typedNumber(text)]).toEqual([text, typed])
  })
  it('takes no amount for a year, and reads the digits of every script', () => {
    for (const [text, typed] of [['We saved 2000 hours', '2000'], ['EUR 2000 less', '2000'], ['It fell by 1950 calls in 2026', '1950'], ['Done in 2000 cases', '2000'], ['From 3,000 to 2000.', '3,000'], ['It fell to 2000.', '2000'], ['Less by 2000', '2000'], ['In 2000 or more cases', '2000'], ['2050 € a month', '2050'], ['We saved ٥٠٠ hours', '٥٠٠'], ['５００ less', '５００']] as const) expect([text, typedNumber(text)]).toEqual([text, typed])
    for (const text of ['2026: cheaper mail', 'In 2026 we saved', 'Since 2024, until 2026', 'By the end of 2026', 'In March 2026 the desk closed', 'In 2024–2026.', 'Cheaper mail in Q3 2026']) expect([text, typedNumber(text)]).toEqual([text, undefined])
  })
  it('takes dates, years, quarters, ordinals and names for what they are', () => {
    for (const text of ['In Q3 of 2026', 'On 12 March 2026', 'On March 12, 2026', 'From 2026-03-12', 'In 2026-Q1', 'The 3rd attempt', 'Form A4', 'Nothing at all']) expect([text, storyParts(text)]).toEqual([text, [{ kind: 'words', text }]])
  })
  it('labels every number in what somebody did for it', () => {
    expect(['Ran 3 pilots in 2026', 'Saved £2m for [1]', 'Asked the users'].map(labelledText)).toEqual(['Ran 3 (unverified) pilots in 2026', 'Saved £2m (unverified) for [1]', 'Asked the users'])
  })
  it('names a figure that is not there', () => {
    expect([figureMissing('[1] and [3]', 2), figureMissing('[0]', 2), figureMissing('[2]', 2), figureMissing('none', 0)]).toEqual([3, 0, undefined, undefined])
  })
})
