import { confidenceLevels, isOnScale, levelWords, scaleWords } from '@throughline/engine/governance'
import type { Rating } from '@throughline/engine/demand'
import { refuse } from '@throughline/engine/kernel'
import type { Actor } from '../../database/index.ts'
import type { Refused } from '../refused.ts'
import type { StoredCheck, StoredRecommendation } from './store.ts'

export const noCheck = (id: string): Refused<'not_found'> => refuse({ code: 'not_found', values: { what: 'health check', id } } as const)

/** Whether somebody reviews in one of some health checks. */
export const reviews = (checks: readonly Pick<StoredCheck, 'reviewers'>[], { accountId }: Pick<Actor, 'accountId'>): boolean => checks.some(({ reviewers }) => reviewers.some(({ id }) => id === accountId))
/** Whether somebody owns a recommendation, or said that it is done: they do not look at it again. */
export const answersFor = ({ owner_id, outcome }: Pick<StoredRecommendation, 'owner_id' | 'outcome'>, { accountId }: Pick<Actor, 'accountId'>): boolean => owner_id === accountId || outcome?.byId === accountId

/** Refused where somebody else reviews. */
export const whyNotReviewer = (check: StoredCheck, actor: Actor): Refused<'review_not_yours'> | undefined =>
  reviews([check], actor) ? undefined : refuse({ code: 'review_not_yours', values: { what: 'health check', expected: `its reviewers ${check.reviewers.map(({ name }) => name).join(', ')}` } } as const)
/** Refused where a health check has its report, or was called off. */
export const whyPast = ({ state }: StoredCheck): Refused<'review_over'> | undefined => (state === 'booked' ? undefined : refuse({ code: 'review_over', values: { what: 'health check', found: state.replaceAll('_', ' '), expected: 'booked' } } as const))
/** Refused where a recommendation has come to another state, or is of no report yet. */
export function whyElsewhere({ state }: StoredRecommendation, check: StoredCheck, expected: readonly StoredRecommendation['state'][]): Refused<'review_over'> | undefined {
  if (check.state === 'called_off') return whyPast(check)
  return expected.includes(state) ? undefined : refuse({ code: 'review_over', values: { what: 'recommendation', found: state, expected: expected.join(' or ') } } as const)
}
/** Refused where a recommendation is of no report yet: nobody was told of it. */
export const whyUnreported = (check: StoredCheck): Refused<'review_over'> | undefined => (check.state === 'reported' ? undefined : refuse({ code: 'review_over', values: { what: 'recommendation', found: 'of a health check without a report', expected: 'reported' } } as const))
/** Refused where a level is not one of the scale. */
export const whyOffScale = (rating: Rating): Refused<'rating_off_scale'> | undefined =>
  isOnScale(rating) ? undefined : refuse({ code: 'rating_off_scale', values: { found: levelWords[rating.level], scale: scaleWords[rating.scale], expected: confidenceLevels[rating.scale].map((level) => levelWords[level]).join(', ') } } as const)
