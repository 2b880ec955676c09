import { foundIn, judged, thingsOf, type StateCheck, type StateFinding } from '../check.ts'
import type { StateThing } from '../facts.ts'
import { contradicting } from './contradicting.ts'

/** Policies: what initiatives must keep, and exceptions that hold until a day. */
export const policyChecks: readonly StateCheck[] = [
  { id: 'policies-kept', facet: 'policies', question: 'Do initiatives keep the policies in force?', run: (facts) => contradicting(facts, ['X-11'], [facts.strategy.thing]) },
  { id: 'leave-in-time', facet: 'policies', question: 'Do units go their own way only while they have leave?', run: ({ leave }) => judged(thingsOf(leave), foundIn('stale', leave, ({ thing: { name }, state, goesOwnWay }) => (state === 'ended' && goesOwnWay ? `${name} still weighs by itself, and its leave has ended` : null)), 'no unit was given leave to go its own way') },
  {
    id: 'trade-offs-reviewed', facet: 'policies', question: 'Are rules by which tensions are lived with reviewed in time?',
    run: ({ contradictions }) => {
      const accepted = contradictions.filter(({ state }) => state !== 'open')
      return judged(accepted.flatMap(({ things }) => things), accepted.filter(({ state }) => state === 'due').flatMap(({ words, things: [first, ...others] }): StateFinding[] => (first === undefined ? [] : [{ kind: 'stale', words: `Its review is due: ${words}`, things: [first, ...others] as readonly [StateThing, ...StateThing[]] }])), 'nobody lives with a tension by a rule')
    },
  },
]
