import type { AlignmentOutcome } from '@throughline/contract/strategy'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { outcomeEmpty, outcomeFor, outcomeUndecided, outcomeUnjudged } from './fixture.ts'
import { OutcomePage, type OutcomeProps } from './Page.tsx'

const full = (value: AlignmentOutcome): Reading<AlignmentOutcome> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const show = (reading: Reading<AlignmentOutcome>, more: Partial<OutcomeProps> = {}) =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><OutcomePage reading={reading} canJudge claim={undefined} onClaim={() => undefined} acts={{ judge: never, preview: never, judgeAll: never }} {...more} /></LocaleProvider>)

describe('outcome of alignment', () => {
  it('empty, loading, refused', () => {
    const html = show(full(outcomeEmpty))
    for (const said of ['No initiative is closed yet', 'Stopped ones are not judged']) expect(html).toContain(said)
    expect(html).not.toContain('Load verdicts')
    expect(show({ state: 'loading' })).toContain('Loading the outcome of alignment')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('partial: nobody judged yet, and no number is told', () => {
    const html = show(full(outcomeUnjudged))
    for (const said of ['Insufficient', 'each needs 10 before a number is told', 'Nobody has judged this yet.', 'Too few were judged for a difference.', 'Judge Pier']) expect(html).toContain(said)
    expect(html).not.toMatch(/95% interval [+−\d]/)
  })
  it('full: shares with their counts, the difference with its interval, and that it is no cause', () => {
    const html = show(full(outcomeFor))
    for (const said of ['+60 pp', '95% interval +17.1 pp to +80.9 pp', 'Evidence for', 'More aligned initiatives met their intent more often', '9 of 10', '3 of 10', 'alignment 0.60 to 0.69', 'not a cause', 'of 32 judged and 34 closed', '3 stopped ones are not judged', 'Approved 1 Mar 2024, Version 2', 'Approval not on record', 'stated', 'A year late', 'Too few']) expect(html).toContain(said)
    expect(show(full(outcomeUndecided))).toContain('the interval of the difference holds 0')
  })
  it('a claim is held against the top tercile, and 71 % stands nowhere by itself', () => {
    const claimed = { ...outcomeFor, rows: outcomeFor.rows.map((row, at) => ({ ...row, claim: at === 0 ? ({ status: 'ok', value: 'within' } as const) : ({ status: 'undefined', reason: 'INSUFFICIENT_POINTS' } as const) })) }
    const html = show(full(claimed), { claim: 0.71 })
    for (const said of ['The claim of 71% lies within the interval of the top tercile', 'Whether 71% holds cannot be said of so few', 'Claimed 71%']) expect(html).toContain(said)
    expect(show(full(outcomeFor))).not.toMatch(/[ >]71%/)
  })
  it('who may only read is offered no act', () => {
    const html = show(full(outcomeFor), { canJudge: false })
    for (const act of ['Load verdicts', 'Judge Pier']) expect(html).not.toContain(act)
  })
})
