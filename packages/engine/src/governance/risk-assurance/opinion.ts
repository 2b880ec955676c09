import { known, missing, numberFigure, textFigure, type Explained, type Explanation } from '../../kernel/index.ts'
import { attentionFindings, isNear, reviewInterval, unreviewedDays } from './attention.ts'
import { contingencyFindings } from './contingency.ts'
import { duplicateFindings } from './duplicates.ts'
import { findingSeverities, registerRules, type FindingSeverity, type RegisterFacts, type RegisterFinding, type RiskRules } from './facts.ts'
import { foresightFindings } from './foresight.ts'
import { optimismFindings } from './optimism.ts'

/** Classes of an opinion, the best first: those that CIPFA proposed for internal audit (Internal audit engagement opinions: setting common definitions, 2020). */
export const opinionClasses = ['substantial', 'reasonable', 'limited', 'none'] as const
export type OpinionClass = (typeof opinionClasses)[number]
export const opinionWords: Readonly<Record<OpinionClass, string>> = { substantial: 'Substantial assurance', reasonable: 'Reasonable assurance', limited: 'Limited assurance', none: 'No assurance' }

/** Everything that the tests find in a register, the most severe first. A register that is kept as agreed has none. */
export function registerFindings(facts: RegisterFacts, rules: RiskRules): readonly RegisterFinding[] {
  const found = [...attentionFindings(facts, rules), ...foresightFindings(facts, rules), ...contingencyFindings(facts), ...optimismFindings(facts, rules), ...duplicateFindings(facts)]
  const order = (one: RegisterFinding): number => findingSeverities.indexOf(one.severity) * registerRules.length + registerRules.indexOf(one.rule)
  return found.toSorted((a, b) => order(a) - order(b))
}
export type FindingCounts = Readonly<Record<FindingSeverity, number>>
export const countFindings = (findings: readonly Pick<RegisterFinding, 'severity'>[]): FindingCounts => Object.fromEntries(findingSeverities.map((severity) => [severity, findings.filter((one) => one.severity === severity).length])) as FindingCounts

/**
 * The assurance that a register gives of the process by which its risks are managed, by rule (risk-assurance): none where more than half of the open risks
 * have no owner, or no response, or no review within twice the interval; else limited by a finding of high severity, reasonable by one of medium,
 * substantial without either. The gravest finding decides: classes are never averaged, and nothing of it depends on the exposure. Undefined where no risk is registered.
 */
export function opinionOf(facts: RegisterFacts, rules: RiskRules, findings: readonly RegisterFinding[]): Explained<OpinionClass> {
  const counts = countFindings(findings)
  const fails = failing(facts, rules)
  const given: OpinionClass = fails.length > 0 ? 'none' : counts.high > 0 ? 'limited' : counts.medium > 0 ? 'reasonable' : 'substantial'
  const count = (term: string, value: number): Explanation => ({ term, figure: known(numberFigure(value)) })
  const terms = [...fails.map(({ term, lacking, of }) => ({ term, figure: known(textFigure(`${lacking} of ${of}`)) })), count('Findings of high severity', counts.high), count('Findings of medium severity', counts.medium), count('Findings of low severity', counts.low)]
  if (facts.risks.length === 0) return { metric: missing('risks'), why: { term: 'Assurance of the risk process', figure: missing('risks'), formula: 'risk-assurance', note: 'Nothing is registered, so that nothing can be said of how it is managed' } }
  return { metric: known(given), why: { term: 'Assurance of the risk process', figure: known(textFigure(opinionWords[given])), formula: 'risk-assurance', note: fails[0] ? `${fails[0].term}, more than half of them: that part of the process is not at work` : 'Decided by the gravest finding; nothing is averaged, and the exposure is no part of it', terms } }
}

/** Parts of the process that are not at work: what more than half of the open risks lack, and how many of them. */
function failing({ risks, today, tier }: RegisterFacts, rules: RiskRules): readonly { readonly term: string; readonly lacking: number; readonly of: number }[] {
  const open = risks.filter(({ state }) => state === 'open')
  const part = (term: string, lacks: (risk: (typeof open)[number]) => boolean) => ({ term, lacking: open.filter(lacks).length, of: open.length })
  return [
    part('Open risks without an owner', ({ owner }) => (owner ?? '').trim() === ''),
    part('Open risks without a response', ({ strategy }) => strategy === null),
    part('Open risks without a review within twice the interval', (risk) => unreviewedDays(risk, today) > 2 * reviewInterval(isNear(risk, today, rules), tier, rules)),
  ].filter(({ lacking, of }) => lacking * 2 > of)
}
