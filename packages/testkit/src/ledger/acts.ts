import { readAmount } from '../scenario/index.ts'
import { exact, type ActualTerms, type Claim } from '@throughline/engine/value'
import { playStory } from './play-story.ts'
import { does, type LedgerSentence } from './sentence.ts'
import { threeYears } from './three-years.ts'
import { act, actAtOnce, adjusting, doing, movingBy, restateIn, type LedgerWorld } from './world.ts'

const claim = (world: LedgerWorld, by: string, one: Claim): void => act(world, { ...doing(world, by), kind: 'realise', ...one })

/** Sentences about what people do with the ledger. */
export const actSentences: readonly LedgerSentence[] = [
  does('{amount} is promised for {text} in {text}', ({ world }, amount, benefitId, periodId) => act(world, { ...doing(world), kind: 'promise', benefitId, lines: [{ periodId, amount }] })),
  does('{amount} is approved for {text} in {text}', ({ world }, amount, benefitId, periodId) => act(world, { ...doing(world), kind: 'approve', benefitId, lines: [{ periodId, amount }] })),
  does('{amount} is approved and {amount} declined for {text} in {text}', ({ world }, amount, declined, benefitId, periodId) => act(world, { ...doing(world), kind: 'approve', benefitId, lines: [{ periodId, amount, declined }] })),
  does('{amount} is delivered for {text} in {text}', ({ world }, amount, benefitId, periodId) => act(world, { ...doing(world), kind: 'deliver', benefitId, lines: [{ periodId, amount }] })),
  does('{amount} is delivered for {text} in {text} without acceptance', ({ world }, amount, benefitId, periodId) => act(world, { ...doing(world), evidence: undefined, kind: 'deliver', benefitId, lines: [{ periodId, amount }] })),
  does('{amount} is promised, approved and delivered for {text} in {text}', ({ world }, amount, benefitId, periodId) => {
    act(world, { ...doing(world), kind: 'promise', benefitId, lines: [{ periodId, amount }] })
    act(world, { ...doing(world), kind: 'approve', benefitId, lines: [{ periodId, amount }] })
    act(world, { ...doing(world), kind: 'deliver', benefitId, lines: [{ periodId, amount }] })
  }),
  does('{amount} more is forecast for {text} in {text}', ({ world }, amount, benefitId, periodId) => act(world, { ...doing(world), kind: 'forecast', benefitId, lines: [{ periodId, amount }] })),
  does('{amount} of {text} moves from {text} to {text} because {text}', ({ world }, amount, benefitId, fromPeriodId, toPeriodId, reason) => act(world, { ...doing(world), kind: 'transfer', benefitId, fromPeriodId, toPeriodId, amount, reason })),
  does('{amount} of {text} in {text} is given up because {text}', ({ world }, amount, benefitId, periodId, reason) => act(world, { ...doing(world), kind: 'write_off', benefitId, from: 'A20', decision: 'Change request', lines: [{ periodId, amount }], reason })),
  does('{amount} of {text} in {text} is given up without a decision', ({ world }, amount, benefitId, periodId) => act(world, { ...doing(world), kind: 'write_off', benefitId, from: 'A20', decision: null, lines: [{ periodId, amount }] })),

  does('{text} moves by {amount} in {text}', ({ world }, measureId, units, periodId) => act(world, { ...doing(world), kind: 'measure', measureId, periodId, measurement: movingBy(units, `${world.today}T00:00:00Z`, world.measures.get(measureId)?.counterfactual?.method) })),
  does('{text} is measured in {text}', ({ world, table = [] }, measureId, periodId) => {
    const { actual = '', counterfactual = '', method, direction = 'lower', volume = '1', worth = '1', state = 'approved', known, late } = table[0] ?? {}
    const measurement = {
      actual: { value: actual === 'missing' ? null : exact(actual), state: state as ActualTerms['state'], knownAt: `${known ?? world.today}T00:00:00Z` },
      counterfactual: { method: method ?? 'trend', value: exact(counterfactual) }, direction: direction as 'higher' | 'lower', volume: exact(volume), unitValue: exact(String(Math.round(Number(worth) * 100))), source: 'system_of_record' as const, postHoc: late === 'yes',
    }
    world.measurements.set(measureId, measurement)
    act(world, { ...doing(world), kind: 'measure', measureId, periodId, measurement })
  }),
  does('the actual of {text} in {text} is restated to {number} because {text}', ({ world }, measureId, periodId, actual, reason) => {
    const before = world.measurements.get(measureId)
    if (!before) throw new Error(`found no measurement of "${measureId}"`)
    const measurement = { ...before, actual: { value: exact(String(actual)), state: 'restated' as const, knownAt: `${world.today}T00:00:00Z` } }
    restateIn(world, { reason, measureId, periodId, measurement })
  }),
  does('the movement of {text} in {text} is adjusted by {amount}', ({ world }, measureId, periodId, difference) => act(world, { ...doing(world), kind: 'adjust', measureId, periodId, difference })),

  does('{text} claims {amount} for {text} in {text}', ({ world }, by, amount, benefitId, periodId) => claim(world, by, { benefitId, periodId, amount })),
  does('{text} claims at once in {text}', ({ world, table = [] }, by, periodId) =>
    actAtOnce(world, table.map(({ benefit: benefitId = '', amount = '', 'up to the cap': cap }) => ({ ...doing(world, by), kind: 'realise', benefitId, periodId, amount: readAmount(amount), ...(cap === 'yes' ? { upToCap: true } : {}) })))),
  does('{text} claims up to {amount} for {text} in {text}', ({ world }, by, amount, benefitId, periodId) => claim(world, by, { benefitId, periodId, amount, upToCap: true })),
  does('{text} claims {amount} for {text} in {text} before delivery with evidence', ({ world }, by, amount, benefitId, periodId) => claim(world, by, { benefitId, periodId, amount, earlyEvidence: 'Seen on site' })),
  does('{text} claims {amount} for {text} in {text} against {amount} borne by {text} with evidence of level {count}', ({ world }, by, amount, benefitId, periodId, against, other, level) =>
    claim(world, by, { benefitId, periodId, amount, evidenceLevel: level, offset: { benefitId: other, amount: against, evidenceLevel: level } })),
  does('{text} verifies {amount} of {text} in {text}', ({ world }, by, amount, benefitId, periodId) => act(world, { ...doing(world, by), kind: 'verify', benefitId, periodId, amount, sample: 'Ten of a hundred' })),
  does('{text} verifies {amount} of {text} in {text} without a sample', ({ world }, by, amount, benefitId, periodId) => act(world, { ...doing(world, by), kind: 'verify', benefitId, periodId, amount, sample: null })),
  does('{amount} of {text} in {text} is disallowed because {text}', ({ world }, amount, benefitId, periodId, reason) => act(world, { ...doing(world), kind: 'disallow', benefitId, periodId, amount, reason })),
  does('{amount} of {text} in {text} is disallowed without a reason', ({ world }, amount, benefitId, periodId) => act(world, { ...doing(world), reason: undefined, kind: 'disallow', benefitId, periodId, amount })),
  does('{amount} of {text} in {text} is banked on {text}', ({ world }, amount, benefitId, periodId, budgetLineId) => act(world, { ...doing(world), kind: 'bank', benefitId, periodId, approvedBy: 'finance', lines: [{ budgetLineId, amount }] })),
  does('{amount} of {text} in {text} is banked on {text} without finance', ({ world }, amount, benefitId, periodId, budgetLineId) => act(world, { ...doing(world), kind: 'bank', benefitId, periodId, approvedBy: null, lines: [{ budgetLineId, amount }] })),
  does('{amount} of {text} in {text} becomes {amount} of {text}', ({ world }, amount, benefitId, periodId, cash, into) => act(world, { ...doing(world), kind: 'convert', benefitId, periodId, amount, into: { benefitId: into, periodId, amount: cash } })),

  does('{text} is soft-closed', ({ world }, periodId) => act(world, { ...doing(world), kind: 'soft_close', periodId })),
  does('{text} is closed', ({ world }, periodId) => act(world, { ...doing(world), kind: 'close', periodId, open: [] })),
  does('{text} is closed while {text} is not done', ({ world }, periodId, line) => act(world, { ...doing(world), kind: 'close', periodId, open: [line] })),
  does('the last entry but {count} is reversed because {text}', ({ world }, back, reason) => act(world, { ...doing(world), kind: 'reverse', entryId: world.book.entries.at(-1 - back)?.id ?? 'none', reason })),
  does('an entry that is not there is reversed', ({ world }) => act(world, { ...doing(world), kind: 'reverse', entryId: 'nothing' })),
  does('the three years of Harbour Mutual have gone by', ({ world }) => void playStory(threeYears(), world)),
  does('the next act adjusts a closed period', ({ world }) => void adjusting.add(world)),
]
