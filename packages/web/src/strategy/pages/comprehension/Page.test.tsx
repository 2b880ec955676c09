import type { BriefGroup, ComprehensionReport } from '@throughline/contract/strategy'
import { comprehensionOf, type ReaderFacts } from '@throughline/engine/strategy'
import { toWire } from '@throughline/contract/wire'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { ComprehensionPage } from './Page.tsx'

const at = '2026-03-01T08:00:00.000Z'
const many = (group: string, stage: 'waiting' | 'delivered' | 'opened' | 'asked', count: number): readonly ReaderFacts[] => Array.from({ length: count }, () => ({ group, stage }))
const readers: readonly ReaderFacts[] = [...[1, 1, 2, 2, 2].map((right, place): ReaderFacts => ({ group: 'Highways', stage: 'answered', place, asked: 3, right })), ...many('Rivers', 'asked', 2), ...many('Rivers', 'delivered', 5), ...many('Owner', 'opened', 1), ...many('Editor', 'opened', 6)]
function reportOf(people: readonly ReaderFacts[]): ComprehensionReport {
  const { groups, reach, understood } = comprehensionOf(people)
  return {
    edition: 'e', version: { id: 'v', no: 3 }, goals: 4, delivered: { at, by: 'Ada', roles: ['viewer'] }, reach, understood: toWire(understood) as BriefGroup['understood'], least: { opened: 0.5, understood: 2 / 3 }, earlier: [{ version: 2, at, by: 'Ada' }], waiting: true,
    groups: groups.map(({ group, conversation, ...told }) => ({ kind: 'unit', id: group, name: group, reach: told.reach, understood: toWire(told.understood) as BriefGroup['understood'], conversation: conversation === null ? null : [...conversation] })),
  }
}
const full = (shown: ComprehensionReport): Reading<ComprehensionReport> => ({ state: 'full', value: shown, refreshing: false, problem: undefined, again: () => undefined })
const show = (reading: Reading<ComprehensionReport>, mayDeliver = true) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><ComprehensionPage {...{ reading, mayDeliver, onDeliver: () => Promise.reject(new Error('not here')) }} /></LocaleProvider>)

describe('understanding', () => {
  it('loading, and nothing to deliver', () => {
    expect(show({ state: 'loading' })).toContain('Loading reach and comprehension')
    const html = show(full({ ...reportOf([]), goals: 0, delivered: null, earlier: [] }))
    expect(html).toContain('there is nothing to deliver yet')
    expect(html).not.toContain('Deliver the brief')
  })
  it('full: bars and figures by unit, and who needs a conversation', () => {
    // Highways: 8 of 15 right is 53 %; Rivers: 2 of 7 opened. Who is alone in a role hides the next smallest, Highways or the editors.
    const html = show(full(reportOf([...readers, ...many('Highways', 'opened', 4)])))
    for (const said of ['53%', 'aria-label="Rivers: ', 'Asked, not answered 2', 'aria-label="Highways: Answered, or nothing to ask 9"', 'Of 7 whom something could be asked', 'Fewer than half have opened it', 'Less than two thirds is right', 'too few people', '1 earlier edition']) expect(html).toContain(said)
  })
  it('partial: of too few people nothing is told', () => {
    const html = show(full(reportOf(many('Owner', 'opened', 3))), false)
    expect(html).toContain('No unit of which something may be told')
    expect(html).not.toMatch(/aria-label="Owner|Deliver the brief/)
  })
})
