import { anomaly, foundIn, judged, notChecked, thingsOf, withheld, type StateCheck } from '../check.ts'
import type { StateThing } from '../facts.ts'
import { contradicting } from './contradicting.ts'

/** Asset management: what initiatives do to what others need, and the money that is set aside. */
export const assetChecks: readonly StateCheck[] = [
  { id: 'assets-kept', facet: 'assets', question: 'Does no initiative destroy what another needs?', run: (facts) => contradicting(facts, ['X-5'], [facts.strategy.thing]) },
  { id: 'budgets-funded', facet: 'assets', question: 'Has every budget money for a period to come?', run: ({ pots }) => pots === 'withheld' ? withheld : judged(thingsOf(pots), foundIn('missing', pots, ({ thing: { name }, funded }) => (funded ? null : `${name} has no money for any period that is not over`)), 'no budget is recorded') },
]

const weights: StateThing = { kind: 'weights', id: 'weights', name: 'Weights of the objectives' }
const spending: StateThing = { kind: 'spending', id: 'spending', name: 'Where money goes' }
const noPool = 'no capacity of people is recorded'

/** Resource management: whether people and money go where the priorities are, and whether there is enough of them. */
export const resourceChecks: readonly StateCheck[] = [
  {
    id: 'money-follows', facet: 'resources', question: 'Does money go where the priorities are?',
    run: ({ contradictions, spending: spent }) => spent === 'withheld' ? withheld : spent === 0 ? notChecked('no initiative that was decided on serves an objective and has a cost') : judged([weights, spending], contradictions.filter(({ rule, state }) => rule === 'X-12' && state !== 'managed').flatMap(({ words }) => anomaly(words, [weights], [spending])), ''),
  },
  {
    id: 'skills-follow', facet: 'resources', question: 'Do scarce skills go to what serves the strategy most?',
    run: ({ pools, outbid }) => judged(thingsOf(pools), outbid.flatMap(({ initiative, pool, period, lower }) => anomaly(`${initiative.name} counts among what serves the strategy most, and is short of ${pool.name} in ${period} while ${lower.map(({ name }) => name).join(', ')} ${lower.length === 1 ? 'gets' : 'get'} it`, [initiative], [pool, ...lower])), noPool),
  },
  { id: 'people-enough', facet: 'resources', question: 'Is no more asked of people than there is of them?', run: ({ pools }) => judged(thingsOf(pools), foundIn('contradiction', pools, ({ thing: { name }, overloaded }) => (overloaded.length === 0 ? null : `More is asked of ${name} than there is in ${overloaded.join(', ')}`)), noPool) },
]
