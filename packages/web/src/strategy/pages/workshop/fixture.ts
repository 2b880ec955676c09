import type { Workshop } from '@throughline/contract/strategy'

const [ada, bea, cyd] = ['a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000003']
const objectives = [
  { key: 'homes', statement: 'Enough homes are built, and homes are safe', description: 'New homes each year, and unsafe cladding gone.', weight: 0.12 },
  { key: 'power', statement: 'Electricity is clean and secure', description: '', weight: 0.09 },
  { key: 'nature', statement: 'Nature recovers', description: '', weight: 0.03 },
]

/** A workshop while people judge: Ada has, Bea and Cyd have not. */
export const openWorkshop: Workshop = {
  id: 'b0000000-0000-4000-8000-000000000001', version: 2, title: 'Weights of the environment', question: 'What counts more while money is short?', method: 'swing', state: 'open', level: { perspectiveId: null, name: 'All objectives' }, openedAt: '2026-11-21T09:00:00.000Z', openedBy: 'Ada Byron', closedAt: null, closedBy: null, closedEarly: false, round: 1, follows: null, followedBy: null, earlier: null, before: null,
  judges: [{ accountId: ada ?? '', name: 'Ada Byron', handedInAt: '2026-11-21T09:10:00.000Z' }, { accountId: bea ?? '', name: 'Bea Lund', handedInAt: null }, { accountId: cyd ?? '', name: 'Cyd Moor', handedInAt: null }], mine: true,
  randomIndex: 'saaty_1980', objectives, levelWeight: 0.24, judgement: null, judged: null, results: null, decision: null, may: { judge: true, lead: false },
}

const judged = (...weights: readonly number[]) => ({ weights: weights.map((weight, at) => ({ key: objectives[at]?.key ?? '', weight })), consistent: true, consistency: null, furthest: null })
/** Closed before Cyd had judged. */
export const closedWorkshop: Workshop = {
  ...openWorkshop, state: 'closed', closedEarly: true, closedBy: 'Ada Byron', closedAt: '2026-11-21T10:00:00.000Z', may: { judge: false, lead: true },
  results: {
    weights: judged(0.5, 0.25, 0.25).weights, how: 'geometric', judges: [{ accountId: ada ?? '', name: 'Ada Byron', judged: judged(0.8, 0.1, 0.1) }, { accountId: bea ?? '', name: 'Bea Lund', judged: judged(0.2, 0.4, 0.4) }], absent: ['Cyd Moor'],
    agenda: [{ key: 'homes', least: 0.2, greatest: 0.8, spread: 0.6, leastBy: 'Bea Lund', greatestBy: 'Ada Byron' }, { key: 'nature', least: 0.1, greatest: 0.4, spread: 0.3, leastBy: 'Ada Byron', greatestBy: 'Bea Lund' }, { key: 'power', least: 0.1, greatest: 0.4, spread: 0.3, leastBy: 'Ada Byron', greatestBy: 'Bea Lund' }],
    apart: [{ a: 'Ada Byron', b: 'Bea Lund', distance: 0.6 }], agreement: { status: 'ok', value: -1 },
  },
}
export const decidedWorkshop: Workshop = { ...closedWorkshop, state: 'decided', decision: { weights: judged(0.45, 0.3, 0.25).weights, rationale: 'Homes first, but not alone.', expected: 'More places to build.', decisionId: 'c0000000-0000-4000-8000-000000000001', decidedAt: '2026-11-21T11:00:00.000Z', decidedBy: 'Ada Byron' } }
