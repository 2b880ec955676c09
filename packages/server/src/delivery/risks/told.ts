import type { IssueFacts, RiskFacts } from '@throughline/engine/delivery'
import { toWire } from '@throughline/contract/wire'

/** A risk as the history tells it. */
export const toldRisk = ({ id: _, ...risk }: RiskFacts) => toWire(risk)
/** An issue as the history tells it, with the risk by its name. */
export const toldIssue = ({ id: _, cause, ...issue }: IssueFacts, risks: readonly RiskFacts[]) => {
  const risk = cause?.kind === 'risk' ? risks.find(({ id }) => id === cause.riskId) : undefined
  return { ...issue, causedBy: cause === null ? null : cause.kind === 'none' ? 'no risk was recorded' : risk ? `${risk.key} ${risk.title}` : 'a risk that was withdrawn' }
}
