import type { CriteriaModel, CriteriaStudio, Criterion, InitiativeScore } from '@throughline/contract/demand'
import { toWire } from '@throughline/contract/wire'
import { known, missing, numberFigure, undefinedBecause, type Metric } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { CriteriaPage } from './Page.tsx'

const told = (metric: Metric<number>) => toWire({ metric, why: { term: 'Figure', figure: metric.status === 'ok' ? known(numberFigure(metric.value)) : metric } })
const reach: Criterion = { id: 'r', name: 'Reach', about: 'How many it helps', source: { kind: 'judged', measureId: null }, scale: { kind: 'levels', levels: [{ name: 'Few', value: 0 }, { name: 'All', value: 100 }] }, objectiveKeys: ['k'] }
const cheap: Criterion = { id: 'c', name: 'Cheap', about: '', source: { kind: 'figure', figure: 'cost' }, scale: { kind: 'points', unit: 'GBP', points: [{ at: 0, value: 100 }, { at: 10, value: 0 }] }, objectiveKeys: [] }
const term = (name: string, value: number) => ({ term: name, figure: known(numberFigure(value, 'score')) })
const total = toWire({ metric: known(75), why: { term: 'Score', figure: known(numberFigure(75, 'score')), terms: [term('Reach', 50), term('Cheap', 25)] } })
const score = (id: string, more: Partial<InitiativeScore>): InitiativeScore => ({
  initiative: { id, name: id }, state: 'case', mandatory: false, total, low: 75, high: 75, best: 1, worst: 1,
  parts: [{ criterionId: 'r', raw: known('All'), value: known(100), beyond: false }, { criterionId: 'c', raw: known(11), value: known(0), beyond: true }], atGate: { gate: 'Approval', standing: 'not_met', failed: ['Cheap'], unknown: [] }, ...more,
})
const model: CriteriaModel = {
  id: 'm', no: 2, name: 'Selection', state: 'draft', version: 3, draftedBy: 'Ada', draftedAt: '2026-05-01T08:00:00.000Z', approvedBy: null, approvedAt: null, reason: '', note: '', criteria: [reach, cheap], gates: [{ id: 'g', name: 'Approval', before: 'approved', hurdles: [{ criterionId: 'c', least: null, most: 8, levels: [] }], leastScore: 40 }],
  weighing: { method: 'pairwise', table: 'saaty_1980', values: [], pairs: [{ a: 'r', b: 'c', ratio: 2 }] }, weights: { weights: [{ criterionId: 'r', weight: 0.5 }, { criterionId: 'c', weight: 0.5 }], consistency: told(known(0.12)), consistent: false, furthest: { a: 'r', b: 'c', said: 2, implied: 1 }, stale: ['c'], problem: null },
  notReady: ['stale_weights', 'inconsistent'], overlaps: [{ kind: 'move_together', a: 'r', b: 'c', what: '', correlation: 0.93, pairs: 12 }],
  scores: [score('Bridge', {}), score('Weir', { total: { metric: missing('Reach'), why: { term: 'Score', figure: missing('Reach') } }, low: 10, high: 60, best: 2, worst: 3, atGate: null }), score('Repairs', { mandatory: true, best: null, worst: null })], from: 0, total: 104,
  sensitivity: [{ criterionId: 'r', weight: 0.5, low: 0.25, high: 1, below: { id: 'Weir', name: 'Weir' }, above: null, agreement: told(known(0.8)) }],
  backTest: { agreement: told(undefinedBecause('INSUFFICIENT_POINTS')), decisions: 1, counted: 2, unscored: 3, alike: 0, against: 1, tiedScores: 0, tiedOutcomes: 0, surprises: [{ apart: 20, higher: { initiative: { id: 'a', name: 'Ferry' }, outcome: 'taken', score: known(30), decision: { id: 'd', question: 'Which ones?' } }, lower: { initiative: { id: 'b', name: 'Tunnel' }, outcome: 'ended', score: known(50), decision: { id: 'd', question: 'Which ones?' } } }] },
  inUse: { scored: told(known(0.5)), sound: told(undefinedBecause('DIV_BY_ZERO')), followed: told(known(0)) },
}
const { id, no, name, state, version, draftedBy, draftedAt, approvedBy, approvedAt, reason } = model
const studio: CriteriaStudio = { versions: [{ id, no, name, state, version, draftedBy, draftedAt, approvedBy, approvedAt, reason }, { id: 'n', no: 1, name: 'Selection', state: 'in_force', version: 4, draftedBy: 'Ada', draftedAt, approvedBy: 'Bo', approvedAt: draftedAt, reason: 'The board agreed' }], shown: model, around: { currency: 'GBP', fields: [], measures: [], objectives: [{ id: 'o', key: 'k', statement: 'Safe roads' }] }, may: { edit: true, approve: true, score: true } }
const full = (value: CriteriaStudio): Reading<CriteriaStudio> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const show = (reading: Reading<CriteriaStudio>, view?: string) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><CriteriaPage reading={reading} past={false} initiatives={{ found: [], total: 0, find: () => undefined }} view={view} onView={() => undefined} onModel={() => undefined} onFrom={() => undefined} acts={{ draft: never, change: never, weigh: never, approve: never, remove: never, score: never }} /></LocaleProvider>)

describe('criteria', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ ...studio, versions: [], shown: null }))).toMatch(/Begin a draft.*No criteria are agreed/s)
    expect(show({ state: 'loading' })).toContain('Loading criteria')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('the model: weights with their sum, consistency beside its table, what is stale and what may count twice', () => {
    const html = show(full(studio))
    for (const said of ['Sum of weights', '0 GBP → 100, 10 GBP → 0', 'Safe roads', 'Few → 0, All → 100', 'A scale, its unit or what is read was changed since it was weighed: weigh again', 'Consistency ratio', 'Saaty 1980', '0.58', 'Spearman’s ρ 0.93 over 12 initiatives', 'Cheap: at most 8', 'Score: at least 40', 'Nothing to count yet', 'Add a criterion', 'Weigh']) expect(html).toContain(said)
    // What is not ready cannot be approved.
    expect(html).not.toContain('>Approve<')
  })
  it('scores: intervals where something is missing, no rank for what is mandatory, and how each stands at its gate', () => expect(show(full(studio), 'scores')).toMatch(/75.*0.*\*.*Approval: not met.*Cheap.*2–3.*10–60.*Mandatory.*1 to 3 of 104/s))
  it('how far it holds: bounds of weights, and decisions with reason where too few', () => expect(show(full(studio), 'robustness')).toMatch(/25%.*Weir.*nobody else.*there are too few points.*1 decision; 2 outcomes with a score, 3 without.*Ferry.*taken up.*Tunnel.*ended/s))
  it('versions stay, and who may not change sees no way to', () => {
    const html = show(full({ ...studio, may: { edit: false, approve: false, score: false } }), 'versions')
    expect(html).toMatch(/2: Selection.*1: Selection.*The board agreed/s)
    expect(html).not.toMatch(/Begin a draft|Judge an initiative|>Weigh</)
  })
})
