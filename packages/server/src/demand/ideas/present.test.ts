import { expect, it } from 'vitest'
import type { MeasureFacts } from '@throughline/engine/strategy'
import type { IdeasAsked } from '@throughline/contract/demand'
import { presentIntake } from './present.ts'
import type { StoredIdea, StoredMove } from './store.ts'

const at = '2026-03-01T08:00:00.000Z'
const idea = (id: string, more: Partial<StoredIdea> = {}): StoredIdea => ({
  org_id: 'o', id, version: 1, title: id, problem: 'Slow', source: 'person', origin: '', measure_id: null, measure: null, signal_id: null, unit_id: null, submitter_id: 'bo', submitter: 'Bo', handed_in_at: at, checked: { alike: [], missing: '' }, state: 'new', levels: null,
  sponsor_id: null, sponsor: null, duplicate_of: null, initiative_id: null, outcome: null, ...more,
})
const moveOf = ({ id, state }: StoredIdea): StoredMove => ({ org_id: 'o', id: `m${id}`, idea_id: id, no: 1, went_to: state, words: '', moved_by: 'Bo', moved_at: at })
const measure: MeasureFacts = {
  id: 'days', objectiveId: 'o', name: 'Days to a permit', unit: 'day', direction: { kind: 'lower' }, aggregation: 'stock', frequency: 'month', maxAgeDays: 40, dueAfterDays: 10, baseline: 20, baselineOn: '2026-01-01', target: 10, dueOn: '2026-12-31', course: { kind: 'linear' }, tolerance: 1,
  actuals: [{ id: 'a', on: '2026-07-02', value: 19, source: '', state: 'approved' }],
}
const intake = (ideas: readonly StoredIdea[], reader = 'bo', asked: IdeasAsked = {}) =>
  presentIntake({ ideas, moves: ideas.map(moveOf), units: new Map(), initiatives: new Map(), strategy: { objectives: [], measures: [measure] } as unknown as Parameters<typeof presentIntake>[0]['strategy'], opportunities: [], today: '2026-07-10', reader: { accountId: reader, mayDecide: false } }, asked)

it('does not call again for a measure whose idea lives on in another one, however new the latest actual is', () => {
  expect(intake([]).shortfalls.map(({ measureId }) => measureId)).toEqual(['days'])
  const merged = idea('merged', { source: 'measure', measure_id: 'days', measure: measure.name, state: 'duplicate', duplicate_of: 'stays' })
  expect(intake([idea('stays'), merged]).shortfalls).toEqual([])
  expect(intake([idea('stays', { state: 'declined' }), merged]).shortfalls).toHaveLength(1)
})

it('lists ideas by page, and finds one’s own, one that is named and one by its words however many others wait before it', () => {
  const many = [...Array.from({ length: 250 }, (_, no) => idea(`i${no}`)), idea('own', { submitter_id: 'cy', submitter: 'Cy', state: 'declined' }), idea('merged', { submitter_id: 'di', submitter: 'Di', state: 'duplicate', duplicate_of: 'i249' })]
  const listed = (reader: string, asked: IdeasAsked) => {
    const { ideas, from, total, opened } = intake(many, reader, asked)
    return [ideas.map(({ id }) => id).slice(0, 2), ideas.length, from, total, opened?.id ?? null]
  }
  expect(listed('bo', {})).toEqual([['i0', 'i1'], 100, 0, 252, null])
  expect(listed('bo', { list: 'open', from: 200, open: 'own' })).toEqual([['i200', 'i201'], 50, 200, 250, 'own'])
  expect(listed('cy', { list: 'mine' })).toEqual([['own'], 1, 0, 1, null])
  // Whose idea was merged is to be thanked for the one that stays.
  expect(listed('di', { list: 'mine' })).toEqual([['i249', 'merged'], 2, 0, 2, null])
  expect(listed('bo', { search: ' I24' , limit: 3 })).toEqual([['i24', 'i240'], 3, 0, 11, null])
  expect(listed('bo', { list: 'over', from: 5 })).toEqual([[], 0, 5, 2, null])
})
