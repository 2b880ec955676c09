import type { ExchangeUnit, Signal, StrategyExchange } from '@throughline/contract/strategy'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { ExchangePage } from './Page.tsx'

const counts = { down: { sent: 2, acknowledged: 1 }, up: { sent: 2, answered: 1, overdue: 1 } }
const unit = (name: string, more: Partial<ExchangeUnit> = {}): ExchangeUnit => ({ id: name, name, acknowledged: null, counts, objectives: [{ key: 'roads', statement: 'Safe roads' }], ...more })
const signal = (words: string, more: Partial<Signal> = {}): Signal => ({ id: words, unitId: 'Highways', unit: 'Highways', about: null, kind: 'constraint', words, raisedBy: 'Ada', raisedAt: '2026-03-01T08:00:00.000Z', dueOn: '2026-03-15', standing: 'overdue', escalatedAt: null, answer: null, version: 1, ...more })
const exchange: StrategyExchange = {
  inForce: { id: 'v', no: 3 }, withinDays: 14, counts,
  units: [unit('Highways'), unit('Rivers', { acknowledged: { by: 'Bea', at: '2026-03-02T08:00:00.000Z', words: 'We plan by it' }, objectives: [] })],
  signals: [signal('No bridge can be closed in summer'), signal('Why lamps?', { kind: 'question', standing: 'answered', answer: { kind: 'declined', words: 'Lamps come later', by: 'Cy', at: '2026-03-03T08:00:00.000Z' } })],
}
const full = (value: StrategyExchange): Reading<StrategyExchange> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const acts = { acknowledge: () => Promise.reject(new Error('not here')), raise: () => Promise.reject(new Error('not here')), answer: () => Promise.reject(new Error('not here')) }
const show = (reading: Reading<StrategyExchange>, may = { take: true, answer: true }) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><ExchangePage {...{ reading, may, acts }} /></LocaleProvider>)

describe('strategy exchange', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ ...exchange, units: [], signals: [] }))).toContain('No unit has a strategy of its own')
    expect(show({ state: 'loading' })).toContain('Loading the exchange with units')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('full: both directions counted alike, who has read it, and what waits', () => {
    const html = show(full(exchange))
    for (const words of ['1 of 2', '1 unit has yet to read version 3', 'Read, Bea', 'We plan by it', 'nothing of the organisation’s', 'No bridge can be closed in summer', 'due 15 Mar 2026', 'Declined: Lamps come later', 'Tell something upwards', 'Acknowledge for Highways', 'Answer Highways']) expect(html).toContain(words)
    expect(html).not.toContain('Acknowledge for Rivers')
  })
  it('who may only read is offered no act, and what waits is said', () => {
    const html = show(full(exchange), { take: false, answer: false })
    for (const act of ['Tell something upwards', 'Acknowledge for', 'Answer Highways']) expect(html).not.toContain(act)
    expect(html).toContain('waits')
  })
  it('units without signals', () => expect(show(full({ ...exchange, signals: [] }))).toContain('No unit has told anything upwards yet.'))
})
