import type { CaseInitiative, RecalibrationCase, StrategyVersionDetail } from '@throughline/contract/strategy'
import { fewMoves, rankAcceptability, recalibrate, stabilityOf, usualDoubt } from '@throughline/engine/portfolio'
import { leversOf, preparedOf, solverLevers, type Levers } from './levers.ts'
import type { Ranking } from './use-ranks.ts'
import { nothingYet, type Recalibrating } from './use-recalibration.ts'

const id = (at: number): string => `a0000000-0000-4000-8000-00000000000${at}`
const [growth, cost, nature] = ['growth', 'cost', 'nature'] as const
const measured = (measureId: string, name: string) => ({ id: measureId, identity: `#${measureId}`, name, definition: '', unit: 'count', target: 1, dueOn: null, baseline: null, baselineOn: null, tolerance: null, low: null, high: null })
const objective = (key: string, statement: string, share: number) => ({ key, statement, units: share * 1_000_000, owner: null, deadline: null, parentKey: null, measures: [measured(`of-${key}`, `Measure of ${key}`)] })
const ok = (value: number) => ({ status: 'ok' as const, value })
const initiative = (at: number, name: string, by: readonly number[], more: Partial<CaseInitiative> = {}): CaseInitiative => {
  const contributions = Object.fromEntries([growth, cost, nature].map((key, place) => [key, (by[place] ?? 0) * 1000]))
  return { id: id(at), key: `I${at}`, name, unitId: null, unit: 'Works', state: 'active', standing: 'running', mandatory: false, benefitsToGo: ok(500), costToGo: ok(100), costByYear: { '2027': 100 }, exitCost: ok(0), switchingCost: ok(0), before: contributions, after: contributions, asApproved: null, finishOn: null, affected: ['Supplier'], decides: 'Board', decideBy: '2027-01-31', requires: [], ...more }
}

/** Growth 60, cost 40 become growth 20, cost 20, nature 60; money for two of three. */
export const recalibrationCase: RecalibrationCase = {
  versionId: id(9), asOf: '2026-11-21', currency: 'GBP', firstYear: 2027, before: { id: id(8), no: 1, objectives: [objective(growth, 'Grow faster', 60), objective(cost, 'Cost less', 40)] }, after: { id: id(9), no: 2, objectives: [objective(growth, 'Grow faster', 20), objective(cost, 'Cost less', 20), objective(nature, 'Leave nature better', 60)] },
  mappings: [{ kind: 'added', key: nature, weight: [] }],
  unitStrategies: [{ id: 'un', name: 'Sales first', kind: 'kept', objectives: [{ id: 'u1', statement: 'Sell to more people', kinds: ['measures_changed'], measures: [{ kind: 'target_changed', measure: { id: 'm', name: 'Customers', unit: 'count' }, from: 100, to: 150 }, { kind: 'measure_replaced', from: [{ id: 'o', name: 'Letters sent', unit: 'count' }], to: [] }] }] }],
  initiatives: [initiative(1, 'New markets', [1, 0, 0]), initiative(2, 'Lean stock', [0, 0.8, 0.1]), initiative(3, 'River parks', [0, 0, 1], { state: 'case', standing: 'candidate', unit: null }), initiative(4, 'Unpriced', [0, 0, 1], { costToGo: { status: 'missing', inputs: ['whole-life cost'] } })],
  standing: [], settings: { worth: { kind: 'strategic' }, hysteresis: 0, emergency: null, exitShare: 0, switchingShare: 0, constraints: [{ kind: 'totalBudget', limit: 200 }] },
  benefits: [], coverage: [{ key: growth, measure: 'Sales', unit: 'gbp', required: ok(200), expected: { status: 'ok', value: [{ initiativeId: id(1), movement: 150, confidence: 1 }] } }, { key: cost, measure: 'Stock', unit: 'gbp', required: ok(50), expected: { status: 'missing', inputs: ['a promise'] } }], years: [{ year: 2027, label: '2027', running: 200 }], units: [], notes: ['Costs are spread by days.'],
}

const content = { name: 'Strategy', mission: '', vision: '', perspectives: [{ id: id(7), name: 'Results', order: 0 }], contributions: [], links: [], units: [], waivers: [], unitStrategies: [] }
/** The draft of it. */
export const draft: StrategyVersionDetail = {
  id: id(9), no: 2, title: 'Nature first', status: 'draft', version: 3, reason: 'The river flooded twice.', signalOn: '2026-10-01', draftedAt: null, draftedBy: null, changedAt: null, changedBy: null, sentAt: null, sentBy: null, remark: '', approvedAt: null, approvedBy: null, decisionId: null, supersededAt: null, objectives: 3,
  content: { ...content, objectives: recalibrationCase.after.objectives.map(({ key, statement, units }, at) => ({ key, id: id(at + 4), perspectiveId: id(7), statement, description: '', weight: units / 1e8, owner: null, deadline: null, mandatory: false, parentKey: null, origin: 'entered' as const, citations: [], measures: [] })) },
  mappings: [{ kind: 'added', key: nature, weight: [] }], settings: recalibrationCase.settings, estimates: [], actions: [{ initiativeId: id(1), kind: 'pause' }], problems: [], amounts: 'shown', moved: false, may: { edit: true, send: true, recall: false, decide: false, whyNotDecide: null },
}

/** Ranks as they begin to be counted. */
export const counting: Ranking = { run: { kind: 'counting', share: 0.4 }, onStart: () => undefined, onCancel: () => undefined }

/** What the worker says of the case under these levers. */
export function worked(levers: Levers = leversOf(recalibrationCase), deep = true, given = recalibrationCase) {
  const prepared = preparedOf(given)
  const of = solverLevers(given, prepared, levers)
  const input = { ...prepared.input, ...of }
  const found = recalibrate(input)
  if (!found.ok) return { prepared, levers, known: { ...nothingYet, refused: { of, refusal: found.refusal } } satisfies Recalibrating, ranking: counting }
  const few = fewMoves(input, found.value.selected)
  const stability = stabilityOf(input, { seed: 1, samples: 20, weights: { kind: 'around', doubt: 0.1 }, spread: 0.2 })
  const known: Recalibrating = { ...nothingYet, found: { of, recalibration: found.value, took: 1 }, few: deep && few.ok ? { of, moves: few.value } : undefined, stability: deep && stability.ok ? { of, stability: stability.value } : undefined }
  return { prepared, levers, known, ranking: { ...counting, run: deep ? { kind: 'counted' as const, ranks: rankAcceptability(input, { seed: 1, samples: 200, ...usualDoubt }) } : counting.run } }
}
