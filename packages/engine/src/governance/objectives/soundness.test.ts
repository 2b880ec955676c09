import { expect, it } from 'vitest'
import { known, missing } from '../../kernel/index.ts'
import type { SmartVerdict } from '../../strategy/index.ts'
import { missingOf, soundness, strategiesOf, type PmoObjectiveFacts } from './soundness.ts'

const verdict = (letter: SmartVerdict['letter'], ...reasons: string[]): SmartVerdict => ({ letter, passed: reasons.length === 0, reasons })
const objective = (more: Partial<PmoObjectiveFacts> = {}): PmoObjectiveFacts => ({ id: 'o', statement: 'Cut gate delays to 5 days', smart: [verdict('specific'), verdict('relevant')], linked: true, measures: [{ name: 'Delay', recorded: true }], ...more })

it('says what is missing: what keeps it from being SMART, a line that ends too soon, and measures that nobody took', () => {
  expect(missingOf(objective())).toEqual([])
  expect(missingOf(objective({ smart: [verdict('specific', 'Nobody owns it.'), verdict('relevant')], linked: false, measures: [{ name: 'Delay', recorded: false }] }))).toEqual(['Nobody owns it.', 'What it serves ends below the organisation’s objectives.', 'No figure of “Delay” was recorded yet.'])
  // That it serves nothing is said once.
  expect(missingOf(objective({ smart: [verdict('relevant', 'It serves no objective above it.')], linked: false }))).toEqual(['It serves no objective above it.'])
})
it('is the share of sound objectives, and undefined where there are none', () => {
  expect(soundness('PMO', [objective(), objective({ linked: false }), objective(), objective()]).metric).toEqual(known(0.75))
  expect(soundness('PMO', []).metric).toEqual(missing('objectives'))
})
it('finds the strategies of a PMO by the very name, its own or that of its unit', () => {
  const strategies = [{ id: 'a', name: 'central pmo ', unitName: null, unitCode: null }, { id: 'b', name: 'How we help', unitName: 'Central PMO', unitCode: 'PMO' }, { id: 'c', name: 'PMO of Roads', unitName: 'Roads', unitCode: 'R' }]
  expect([strategiesOf('Central PMO', strategies), strategiesOf('PMO', strategies), strategiesOf('Head office', strategies)]).toEqual([['a', 'b'], ['b'], []])
})
