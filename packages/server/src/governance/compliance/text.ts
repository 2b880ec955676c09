import type { ObligationText } from '@throughline/contract/governance'
import { usualExceptionMonths } from '@throughline/engine/governance'

type Given = Omit<ObligationText, 'exceptionMonths'> & Partial<Pick<ObligationText, 'exceptionMonths'>>

/** What an obligation says, in the order in which it is told, without blanks around it. */
export const textOf = ({ title, source, requirement, evidence, rule, validMonths, exceptionMonths = usualExceptionMonths }: Given): ObligationText => ({
  title: title.trim(), source: source.trim(), requirement: requirement.trim(), evidence: evidence.trim(), validMonths, exceptionMonths,
  rule: rule.map((group) => group.map(({ attribute, operator, values }) => ({ attribute, operator, values: values.map((one) => one.trim()) }))),
})
