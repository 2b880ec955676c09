import type { IssueFacts } from '../../delivery/index.ts'
import { known, mapMetric, numberFigure, ratio, type Explained } from '../../kernel/index.ts'
import type { AssuredRisk, RegisterFacts, RegisterFinding, RiskRules } from './facts.ts'
import { dayShown, finding, ofIssue, ofRegister } from './finding.ts'

type Facts = { readonly issues: readonly IssueFacts[]; readonly risks: readonly Pick<AssuredRisk, 'id' | 'key' | 'title' | 'identifiedOn'>[] }
/** Whether a risk had been recorded of an issue before it came; undefined where nobody has said of which. */
function wasForeseen({ cause, openedOn }: IssueFacts, risks: ReadonlyMap<string, Facts['risks'][number]>): boolean | undefined {
  if (cause === null) return undefined
  const risk = cause.kind === 'risk' ? risks.get(cause.riskId) : undefined
  return risk !== undefined && risk.identifiedOn < openedOn
}
const byId = ({ risks }: Facts) => new Map(risks.map((risk) => [risk.id, risk]))

/** How many issues had been recorded as a risk on an earlier day, of those of which somebody has said so or not. */
export type Foresight = { readonly foreseen: number; readonly said: number; readonly unsaid: number; readonly share: Explained<number> }

/** The share of issues that had been recorded as a risk on an earlier day (risk-assurance). Those of which nobody has said it stand in neither part of it. */
export function foresightOf(all: readonly Facts[]): Foresight {
  const told = all.flatMap((facts) => {
    const risks = byId(facts)
    return facts.issues.map((issue) => wasForeseen(issue, risks))
  })
  const [foreseen, unsaid] = [told.filter((one) => one === true).length, told.filter((one) => one === undefined).length]
  const said = told.length - unsaid
  const metric = ratio(foreseen, said, 'INSUFFICIENT_POINTS')
  const count = (term: string, value: number, note?: string) => ({ term, figure: known(numberFigure(value)), ...(note ? { note } : {}) })
  return { foreseen, said, unsaid, share: { metric, why: { term: 'Issues that had been recorded as a risk', figure: mapMetric(metric, (share) => numberFigure(Math.round(share * 1000) / 10, 'percent')), formula: 'risk-assurance', terms: [count('Recorded as a risk on an earlier day', foreseen), count('Issues of which it is said', said), count('Issues of which nobody has said it', unsaid, 'In neither part of the share')] } } }
}

/** Issues that no risk preceded, and that this is the rule. */
export function foresightFindings({ issues, risks }: RegisterFacts, { leastPattern }: RiskRules): readonly RegisterFinding[] {
  const known = byId({ issues, risks })
  const own = issues.flatMap((issue) => {
    const [foreseen, where, shown] = [wasForeseen(issue, known), ofIssue(issue), [dayShown('Opened', issue.openedOn)]]
    if (foreseen === true) return []
    if (foreseen === undefined) return [finding({ rule: 'issue_cause_unsaid', severity: 'low', where, found: 'nobody has said which risk it was', expected: 'the risk that had been recorded, or that none had been', shown })]
    const risk = issue.cause?.kind === 'risk' ? known.get(issue.cause.riskId) : undefined
    return [finding({ rule: 'issue_unforeseen', severity: 'low', where, found: risk ? `${risk.key} ${risk.title}, which was not recorded before it came` : 'no risk had been recorded', expected: 'a risk that was recorded on an earlier day', shown: [...shown, ...(risk ? [dayShown(`${risk.key} was identified`, risk.identifiedOn)] : [])] })]
  })
  const { said, foreseen, share } = foresightOf([{ issues, risks }])
  const mostly = said >= leastPattern && (said - foreseen) * 2 > said
  return [...own, ...(mostly ? [finding({ rule: 'mostly_unforeseen', severity: 'medium', where: ofRegister, found: `${said - foreseen} of ${said} issues that no risk had preceded`, expected: 'no more than half of them', shown: share.why.terms ?? [] })] : [])]
}
