import type { Constraint } from '@throughline/engine/portfolio'
import { useFormat, type Format } from '../../format/index.ts'
import { constraintWords, costText } from '../words.ts'

export type ConstraintListProps = { readonly constraints: readonly Constraint[]; readonly currency: string; nameOf(id: string): string; departmentOf(id: string): string }

/** What a portfolio had to keep, each demand as a sentence with who asked for it. */
export function ConstraintList({ constraints, currency, nameOf, departmentOf }: ConstraintListProps) {
  const format = useFormat()
  if (constraints.length === 0) return <p className="quiet">No constraint: everything with value above zero may be chosen.</p>
  return (
    <ul className="grid gap-1.5">
      {constraints.map((constraint, index) => (
        <li key={index} className="grid gap-x-3 sm:grid-cols-[12rem_1fr]">
          <span className="text-ink-3">{constraintWords[constraint.kind]}</span>
          <span>{sentenceOf(constraint, { currency, nameOf, departmentOf, format })}</span>
        </li>
      ))}
    </ul>
  )
}

type Names = { readonly currency: string; readonly format: Format; nameOf(id: string): string; departmentOf(id: string): string }

/** One demand in words. */
export function sentenceOf(constraint: Constraint, { currency, format, nameOf, departmentOf }: Names): string {
  const cost = (minor: number): string => costText(minor, currency, format)
  const list = (ids: readonly string[]): string => ids.map(nameOf).join(', ')
  switch (constraint.kind) {
    case 'totalBudget':
      return `At most ${cost(constraint.limit)}`
    case 'yearlyBudget':
      return `At most ${cost(constraint.limit)} in the year that begins in ${constraint.year}`
    case 'departmentCap':
      return `${departmentOf(constraint.departmentId)}: at most ${cost(constraint.limit)}`
    case 'mustInclude':
    case 'mustExclude':
      return [nameOf(constraint.candidateId), constraint.because].filter(Boolean).join(': ')
    case 'dependency':
      return `${nameOf(constraint.candidateId)} only with ${list(constraint.requires)}`
    case 'dependencyAny':
      return `${nameOf(constraint.candidateId)} only with one of ${list(constraint.requiresAny)}`
    case 'exclusion':
      return list(constraint.candidateIds)
    case 'atMostK':
      return `${constraint.most} of ${list(constraint.candidateIds)}`
    case 'atLeastK':
      return `${constraint.least} of ${list(constraint.candidateIds)}`
    case 'objectiveFloor':
      return `At least ${format.number(constraint.least)}`
    case 'minimumShare':
      return `${departmentOf(constraint.departmentId)}: at least ${constraint.leastPercent}% of the cost of what is chosen`
    case 'maximumChange':
      return `At most ${format.count(constraint.most, 'change', 'changes')} from a plan of ${format.count(constraint.from.length, 'initiative', 'initiatives')}`
  }
}
