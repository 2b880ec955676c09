import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ukFiscalCalendar } from '../../kernel/index.ts'
import { findItems, leadOf, leadsBack, ratingClasses, ratingSpread, unusedItems, usageOf, usesByQuarter, type FindableItem, type MethodUseFacts, type Succeeded } from './index.ts'

const chain = (...rows: readonly (readonly [string, boolean, string | null])[]) => new Map<string, Succeeded>(rows.map(([id, retired, successorId]) => [id, { retired, successorId }]))

describe('an item that was retired', () => {
  it('leads over those that were retired after it to the one that is offered', () => expect(leadOf('a', chain(['a', true, 'b'], ['b', true, 'c'], ['c', false, null]))).toEqual({ to: 'c', by: ['a', 'b'] }))
  it('leads nowhere where the chain ends, or where a circle was made', () => {
    expect(leadOf('a', chain(['a', true, 'b'], ['b', true, null]))).toEqual({ to: null, by: ['a', 'b'] })
    expect(leadOf('a', chain(['a', true, 'b'], ['b', true, 'a']))).toEqual({ to: null, by: ['a', 'b'] })
  })
  it('is itself while it is offered, whatever was to follow it', () => expect(leadOf('a', chain(['a', false, null]))).toEqual({ to: 'a', by: [] }))
  it('is followed by nothing that leads back to it, at whatever length', () => {
    const items = chain(['a', true, null], ['b', true, 'c'], ['c', true, 'a'])
    expect([leadsBack('a', 'b', items), leadsBack('a', 'a', items), leadsBack('b', 'a', items)]).toEqual([true, true, false])
  })
})

describe('items that are looked for', () => {
  const item = (name: string, more: Partial<FindableItem> = {}): FindableItem => ({ id: name, name, themes: [], whenToUse: '', whenNot: '', ...more })
  const found = (asked: string, ...items: readonly FindableItem[]) => findItems(asked, items).map(({ id, points }) => `${id} ${points.metric.status === 'ok' ? points.metric.value : ''}`)
  it('come by how many words they have, then by where: 3 in the name, 2 in a theme, 1 in when to use it or not', () => {
    const [name, theme, when, both] = [item('Risk workshop'), item('Bow tie', { themes: ['risk'] }), item('Pre-mortem', { whenToUse: 'Before risks are known' }), item('Estimates', { whenToUse: 'Where risk is high', themes: ['estimating'] })]
    // Both words: 3 in the name and 1 in when, before any that has one of them.
    expect(found('risk estimate', when, theme, name, both, item('Kanban'))).toEqual(['Estimates 4', 'Risk workshop 3', 'Bow tie 2', 'Pre-mortem 1'])
  })
  it('are found by the beginning of a word, and by one as short as AI', () => {
    expect(found('kan', item('Kanban board'), item('Scan'))).toEqual(['Kanban board 3'])
    expect(found('AI', item('Use of AI'), item('Maintenance'))).toEqual(['Use of AI 3'])
  })
  it('say by which words', () => expect(findItems('risk', [item('Risk workshop')])[0]?.points.why).toMatchObject({ formula: 'method-search', terms: [{ term: '“risk” in the name' }] }))
})

describe('ratings', () => {
  const median = (...ratings: Parameters<typeof ratingSpread>[0]) => ratingSpread(ratings).median.metric
  it('have a median class from five on, the lower one of two in the middle', () => {
    expect(median(5, 5, 5, 5)).toMatchObject({ reason: 'INSUFFICIENT_POINTS' })
    expect(median(1, 1, 4, 5, 5)).toEqual({ status: 'ok', value: 4 })
    expect(median(1, 2, 3, 4, 5, 5)).toEqual({ status: 'ok', value: 3 })
  })
  it('are all counted, in whatever order, and the median is a class that somebody gave', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...ratingClasses), { maxLength: 30 }), (ratings) => {
      const { classes, rated, median: of } = ratingSpread(ratings)
      expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(rated)
      if (of.metric.status === 'ok') expect(ratings).toContain(of.metric.value)
      expect(ratingSpread(ratings.toReversed())).toEqual(ratingSpread(ratings))
    }))
  })
})

describe('use', () => {
  const use = (itemId: string, initiativeId: string, begunOn: string, more: Partial<MethodUseFacts> = {}): MethodUseFacts => ({ itemId, initiativeId, begunOn, endedOn: null, verdict: null, ...more })
  it('counts every beginning, initiatives once, and what it was good for', () => {
    const uses = [use('a', 'bridge', '2026-01-10', { endedOn: '2026-02-01', verdict: 'helped' }), use('a', 'bridge', '2026-05-10', { endedOn: '2026-05-20', verdict: 'did_not_help' }), use('a', 'ferry', '2026-03-01', { endedOn: '2026-03-02', verdict: 'helped' })]
    expect(usageOf(uses, '2026-06-30')).toMatchObject({ uses: { metric: { value: 3 } }, initiatives: 2, running: 0, lastOn: '2026-05-20', verdicts: [{ count: 2 }, { count: 0 }, { count: 1 }] })
    expect(usageOf([...uses, use('a', 'ferry', '2026-06-01')], '2026-06-30')).toMatchObject({ running: 1, lastOn: '2026-06-30' })
    expect(usageOf([], '2026-06-30')).toMatchObject({ uses: { metric: { value: 0 } }, lastOn: null })
  })
  it('divides by the eight quarters of the fiscal calendar up to the day', () => {
    const quarters = usesByQuarter([use('a', 'bridge', '2026-03-31'), use('b', 'bridge', '2026-04-01'), use('b', 'ferry', '2026-06-30'), use('b', 'bridge', '2026-06-30'), use('c', 'bridge', '2020-01-01')], ukFiscalCalendar, '2026-06-30')
    expect([quarters.length, quarters[0]?.label, ...quarters.slice(-2).map(({ label, begun, initiatives }) => `${label}: ${begun} of ${initiatives}`)]).toEqual([8, 'Q2 2024-25', 'Q4 2025-26: 1 of 1', 'Q1 2026-27: 3 of 2'])
  })
  it('is missing of what has been offered for so many days and nobody ever used', () => {
    const items = [{ id: 'new', publishedOn: '2026-06-01' }, { id: 'old', publishedOn: '2026-01-01' }, { id: 'older', publishedOn: '2025-01-01' }, { id: 'used', publishedOn: '2025-01-01' }, { id: 'on the day', publishedOn: '2026-04-01' }]
    // 90 days after 1 April are 30 June.
    expect(unusedItems(items, new Set(['used']), { today: '2026-06-30', days: 90 }).map(({ id }) => id)).toEqual(['older', 'old', 'on the day'])
  })
})
