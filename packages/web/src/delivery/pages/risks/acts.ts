import type { AgreedContingency, Drawdown, Issue, NewDrawdown, NewIssue, NewRisk, Risk, RiskReview } from '@throughline/contract/delivery'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import type { LoadRisksActs } from './parts/LoadRisks.tsx'

type Done = Promise<Result<unknown, Problem>>
/** What the page can do to a register. */
export type RegisterActs = LoadRisksActs & {
  addRisk(given: NewRisk): Done
  changeRisk(risk: Risk, given: NewRisk): Done
  review(risk: Risk, given: Omit<RiskReview, 'version'>): Done
  withdrawRisk(risk: Risk): Done
  addIssue(given: NewIssue): Done
  changeIssue(issue: Issue, given: NewIssue): Done
  withdrawIssue(issue: Issue): Done
  agree(given: AgreedContingency): Done
  draw(given: NewDrawdown): Done
  reverse(drawdown: Drawdown, reason: string): Done
  save(part: 'risks' | 'issues'): void
}
/** Rows on one page of a register. */
export const pageRows = 50
/** What forms offer to choose from: what fits the words that were typed, and how much does. */
export type RegisterChoices = { readonly risks: readonly Risk[]; readonly issues: readonly Issue[]; readonly totals: { readonly risks: number; readonly issues: number }; find(text: string): void }
