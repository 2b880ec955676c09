import type { Contradiction, Contradictions, Grounds } from '@throughline/contract/strategy'

const entry = (key: string, change: Partial<Contradiction>): Contradiction => ({
  key, rule: 'X-4', title: 'An initiative harms an objective', words: 'Spectrum release works against Gigabit everywhere, and nobody has accepted it.', state: 'open', severity: 'tension',
  witness: [{ kind: 'initiative', id: 'in1', name: 'Spectrum release', objectiveId: null, ofUnit: false }, { kind: 'objective', id: 'ob1', name: 'Gigabit everywhere', objectiveId: 'ob1', ofUnit: false }],
  resolutions: ['add_compensation', 'split_scope', 'accept_tension'], accepted: null, ...change,
})
const accepted = { id: 'te1', version: 1, owner: 'Ada Byron', tradeOff: 'Coverage first, then spectrum.', reviewOn: '2027-03-31', acceptedBy: 'Grace' }

/** A register with one of each: hard, open, due, managed, resolved. */
export const fullRegister: Contradictions = {
  asOf: '2026-11-20',
  entries: [
    entry('hard', {
      rule: 'X-1', title: 'Targets clash', severity: 'hard', words: 'Inventory days at most 30 (Lean stock) and Days of stock at least 45 (Happy customers) cannot both hold.', resolutions: ['change_target', 'sequence_in_time', 'split_scope'],
      witness: [{ kind: 'target', id: 'm1', name: 'Inventory days', objectiveId: 'ob2', ofUnit: false }, { kind: 'target', id: 'm2', name: 'Days of stock', objectiveId: 'ob3', ofUnit: false }],
    }),
    entry('open', {}),
    entry('due', { state: 'due', words: 'Night shifts works against Good employer, and nobody has accepted it.', accepted: { ...accepted, reviewOn: '2026-11-01' } }),
    entry('smell', { rule: 'X-12', title: 'Money goes elsewhere than priorities', severity: 'smell', words: 'The money of Missions lies 0.41 from its priorities; up to 0.2 needs no word.', witness: [{ kind: 'strategy', id: 'st1', name: 'Missions', objectiveId: null, ofUnit: false }] }),
    entry('managed', { state: 'managed', words: 'Reservoirs works against Clean rivers, and nobody has accepted it.', accepted }),
    entry('gone', { state: 'resolved', severity: null, witness: [], resolutions: [], words: 'Old roads works against Clean air, and nobody has accepted it.', accepted }),
  ],
  checked: { objectives: 12, measures: 14, initiatives: 213 },
  unchecked: [{ rule: 'X-3', title: 'One target works against another', needs: 'Causal links between measures' }, { rule: 'X-6', title: 'More is committed than there is', needs: 'Pools of people with their capacity, and what initiatives in the plan need of them' }],
}
export const emptyRegister: Contradictions = { ...fullRegister, entries: [], checked: { objectives: 0, measures: 0, initiatives: 0 } }
export const quietRegister: Contradictions = { ...fullRegister, entries: [] }

/** One of each kind; one amount is withheld, and one initiative and one measure are gone. */
export const someGrounds: Grounds = {
  currency: 'GBP',
  grounds: [
    { kind: 'policy', id: 'g1', version: 3, name: 'Small first', attribute: 'cost', rule: 'at_most', value: '500000000', from: '2026-01-01', to: '2027-01-01' },
    { kind: 'policy', id: 'g2', version: 1, name: 'No bundles', attribute: 'kind', rule: 'differs', value: 'bundle', from: null, to: null },
    { kind: 'policy', id: 'g3', version: 1, name: 'Worth it', attribute: 'benefits', rule: 'at_least', value: null, from: null, to: null },
    { kind: 'reward', id: 'g4', version: 1, role: 'Head of Sales', direction: 'higher', measure: { id: 'm1', name: 'Days of stock' } },
    { kind: 'reward', id: 'g5', version: 1, role: 'Head of Stores', direction: 'lower', measure: null },
    { kind: 'asset_need', id: 'g6', version: 2, asset: 'Dock 3', state: 'open', from: '2026-03-01', to: '2026-09-01', initiative: { id: 'in1', name: 'Spectrum release' } },
    { kind: 'asset_change', id: 'g7', version: 1, asset: 'Dock 3', state: 'closed', on: '2026-05-01', initiative: null },
  ],
}
export const noGrounds: Grounds = { currency: 'GBP', grounds: [] }
