import type { UnitStrategy } from '@throughline/contract/strategy'
import { expect, test } from 'vitest'
import type { StoredStrategy } from '../store.ts'
import { holdersOf } from './holders.ts'

const strategy = (id: string, unitId: string | null, parentId: string | null): UnitStrategy => ({ id, name: id, intent: '', level: unitId === null ? 'functional' : 'unit', unitId, parentId, weights: 'local', objectives: [{ id: `goal of ${id}`, statement: '', description: '', weight: 1, owner: null, deadline: null, serves: null, contributions: [] }] })
const objective = (id: string, owner: string | null) => ({ id, stable_key: id, statement: id, weight: '0.5', owner })
const unit = (code: string, name: string) => ({ id: code, code, name, parentId: null })

test('a function is in the hands of the unit that it stands below; a unit without a strategy has what it owns of the organisation, by its very name', () => {
  const stored = {
    inForce: { id: 'top', unit_strategies: [strategy('justice', 'MOJ', null), strategy('prisons', null, 'justice'), strategy('digital', null, null)] },
    objectives: [objective('safe', 'moj'), objective('fast', 'DfT'), objective('clean', ' department for transport'), objective('green', 'Transport'), objective('free', null)], contributions: [],
  } as unknown as StoredStrategy
  const found = holdersOf(stored, [unit('MOJ', 'Justice'), unit('DFT', 'Department for Transport')])
  expect(found.map(({ id, unitId, goalsOf, goals }) => [id, unitId, goalsOf, goals.map((goal) => goal.id)])).toEqual([
    ['justice', 'MOJ', 'own_strategy', ['goal of justice']], ['prisons', 'MOJ', 'own_strategy', ['goal of prisons']], ['digital', null, 'own_strategy', ['goal of digital']], ['DFT', 'DFT', 'organisation', ['fast', 'clean']],
  ])
})
