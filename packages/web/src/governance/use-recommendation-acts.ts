import { governanceRoutes } from '@throughline/contract/governance'
import { keyOf, useAct } from '../wire/index.ts'
import type { RecommendationActs } from './parts/recommendation-forms.tsx'

/** What is done about recommendations: each act answers with their health check. */
export function useRecommendationActs(): RecommendationActs {
  const answers = { answers: ({ id }: { readonly id: string }) => keyOf(governanceRoutes.readHealthCheck, { params: { id } }) }
  const [answer, recheck] = [useAct(governanceRoutes.answerRecommendation, answers), useAct(governanceRoutes.recheckRecommendation, answers)]
  const [withdraw, give] = [useAct(governanceRoutes.withdrawRecommendation, answers), useAct(governanceRoutes.giveRecommendation, answers)]
  return {
    answer: ({ id, version }, words) => answer.run({ params: { id }, body: { version, words } }), recheck: ({ id, version }, given) => recheck.run({ params: { id }, body: { version, ...given } }),
    withdraw: ({ id, version }, reason) => withdraw.run({ params: { id }, body: { version, reason } }), give: ({ id, version }, ownerId, reason) => give.run({ params: { id }, body: { version, ownerId, reason } }),
  }
}
