import type { ObligationText } from '@throughline/contract/governance'

/** What an obligation says, in the order in which it is told, without blanks around it. */
export const textOf = ({ title, source, requirement, evidence, rule, validMonths }: ObligationText): ObligationText => ({
  title: title.trim(), source: source.trim(), requirement: requirement.trim(), evidence: evidence.trim(), validMonths,
  rule: rule.map((group) => group.map(({ attribute, operator, values }) => ({ attribute, operator, values: values.map((one) => one.trim()) }))),
})
