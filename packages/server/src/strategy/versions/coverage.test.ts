import type { VersionMeasure, VersionObjective } from '@throughline/contract/strategy'
import { describe, expect, it } from 'vitest'
import { coverageOfVersion } from './coverage.ts'

const measure = (id: string, target: Partial<VersionMeasure['target']> = {}): VersionMeasure => ({ id, name: id, definition: '', unit: 'gbp', direction: 'higher', target: { baseline: '100.5', baselineOn: null, target: '300.5', dueOn: null, tolerance: null, ...target }, band: null })
const objective = (key: string, ...measures: readonly VersionMeasure[]): VersionObjective => ({ key, id: key, perspectiveId: 'p', statement: key, description: '', weight: 1, owner: null, deadline: null, mandatory: false, parentKey: null, origin: 'entered', citations: [], measures: [...measures] })
const promised = [{ initiativeId: 'tram', measureId: 'sales', unit: 'GBP.cash', from: '2026-01-01', to: '2026-04-01', least: 5_000n }]

describe('coverage of a version', () => {
  it('is of its own targets, and of objectives that it no longer has by theirs', () => {
    const found = coverageOfVersion([objective('grow', measure('sales', { target: '500.5' })), objective('new', measure('fresh'))], [objective('grow', measure('sales')), objective('gone', measure('old'))], [{ id: 'sales', frequency: 'quarter' }, { id: 'old', frequency: 'quarter' }], promised)
    expect(found.map(({ key, required, expected }) => [key, required, expected])).toEqual([
      ['grow', { status: 'ok', value: 400 }, { status: 'ok', value: [{ initiativeId: 'tram', movement: 50, confidence: 1 }] }],
      ['new', { status: 'ok', value: 200 }, { status: 'missing', inputs: ['a promise'] }],
      ['gone', { status: 'ok', value: 200 }, { status: 'missing', inputs: ['a promise'] }],
    ])
  })
  it('knows no period of what is measured when it happens to be', () => {
    expect(coverageOfVersion([objective('grow', measure('sales'))], [], [{ id: 'sales', frequency: 'ad_hoc' }], promised)[0]?.expected).toEqual({ status: 'missing', inputs: ['a promise for periods like those of the measure'] })
  })
})
