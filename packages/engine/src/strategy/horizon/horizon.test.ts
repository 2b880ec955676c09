import { describe, expect, it } from 'vitest'
import { assumptionStanding, attentionOf, attentions, changeStanding, isBeyond, lookAgainOn, newsSince, signalImpacts, signalLikelihoods, signalTimes, staleAfter, type AssumptionFacts, type SignalTriage } from './index.ts'

describe('a signal of change', () => {
  it('asks for more the larger, the likelier and the sooner it is, by a table and no sum', () => {
    expect([attentionOf({ impact: 'high', likelihood: 'possible', time: 'now' }), attentionOf({ impact: 'medium', likelihood: 'possible', time: 'now' }), attentionOf({ impact: 'low', likelihood: 'likely', time: 'now' }), attentionOf({ impact: 'low', likelihood: 'unlikely', time: 'later' })]).toEqual(['act', 'prepare', 'watch', 'note'])
    const urgency = (triage: SignalTriage): number => -attentions.indexOf(attentionOf(triage))
    for (const impact of signalImpacts) for (const likelihood of signalLikelihoods) for (const time of signalTimes) {
      const [larger, likelier, sooner] = [signalImpacts[signalImpacts.indexOf(impact) + 1], signalLikelihoods[signalLikelihoods.indexOf(likelihood) + 1], signalTimes[signalTimes.indexOf(time) - 1]]
      const own = urgency({ impact, likelihood, time })
      if (larger) expect(urgency({ impact: larger, likelihood, time })).toBeGreaterThanOrEqual(own)
      if (likelier) expect(urgency({ impact, likelihood: likelier, time })).toBeGreaterThanOrEqual(own)
      if (sooner) expect(urgency({ impact, likelihood, time: sooner })).toBeGreaterThanOrEqual(own)
    }
  })
  it('is archived the day after its term, triaged or not', () => {
    const staleOn = staleAfter('2026-01-01', 30)
    expect([staleOn, changeStanding({ triaged: true, staleOn }, '2026-01-31'), changeStanding({ triaged: false, staleOn }, '2026-01-31'), changeStanding({ triaged: true, staleOn }, '2026-02-01')]).toEqual(['2026-01-31', 'on_board', 'to_triage', 'archived'])
  })
})

describe('an assumption', () => {
  const facts: AssumptionFacts = { tripped: false, givenUp: false, reviewedOn: '2026-01-01', reviewOn: '2026-07-01', wire: { direction: 'below', value: 90 }, measured: 90 }
  const standing = (more: Partial<AssumptionFacts>, today = '2026-07-01') => assumptionStanding({ ...facts, ...more }, today)
  it('holds until it is tripped by a signal or by its measure, or its review is due', () => {
    expect([standing({}), standing({ tripped: true }), standing({ measured: 89.9 }), standing({ measured: null }), standing({}, '2026-07-02'), standing({ reviewedOn: null }), standing({ givenUp: true, tripped: true })]).toEqual(['holding', 'tripped', 'tripped', 'holding', 'review_due', 'untested', 'given_up'])
    expect([isBeyond({ direction: 'above', value: 5 }, 5), isBeyond({ direction: 'above', value: 5 }, 6)]).toEqual([false, true])
  })
  it('hears what was written down after its review, also of a day before, and takes nothing older for the latest', () => {
    const [september, october] = [{ on: '2026-09-30', recordedOn: '2026-10-05', value: 92 }, { on: '2026-10-31', recordedOn: '2026-11-25', value: 80 }]
    expect([newsSince([september, october], '2026-11-22')?.value, newsSince([september, october], '2026-11-25'), newsSince([september], '2026-10-05'), newsSince([september], null)?.value, newsSince([], null)]).toEqual([80, null, null, 92, null])
    // September was corrected after the review; what is known of October was there before and still holds.
    expect(newsSince([{ ...september, recordedOn: '2026-12-01' }, october], '2026-11-25')).toBeNull()
  })
  it('what is watched is looked at again after its time', () => expect(lookAgainOn({ lookedOn: '2026-01-01', everyDays: 30 })).toBe('2026-01-31'))
})
