import { atLeastK } from './at-least-k.ts'
import { atMostK } from './at-most-k.ts'
import { departmentCap } from './department-cap.ts'
import { dependencyAny } from './dependency-any.ts'
import { dependency } from './dependency.ts'
import { exclusion } from './exclusion.ts'
import type { Constraint, ConstraintKind } from './kinds.ts'
import { maximumChange } from './maximum-change.ts'
import { minimumShare } from './minimum-share.ts'
import { mustExclude } from './must-exclude.ts'
import { mustInclude } from './must-include.ts'
import { objectiveFloor } from './objective-floor.ts'
import type { ConstraintRule } from './rule.ts'
import { totalBudget } from './total-budget.ts'
import { yearlyBudget } from './yearly-budget.ts'

const rules: { readonly [K in ConstraintKind]: ConstraintRule<Extract<Constraint, { readonly kind: K }>> } = {
  totalBudget,
  yearlyBudget,
  departmentCap,
  mustInclude,
  mustExclude,
  dependency,
  dependencyAny,
  exclusion,
  atMostK,
  atLeastK,
  objectiveFloor,
  minimumShare,
  maximumChange,
}

/** Every kind there is, in the order of the registry. */
export const constraintKinds = Object.keys(rules) as readonly ConstraintKind[]

/** The rule for a constraint's kind. Each rule is only ever given constraints of its own kind, which the table above checks. */
export const ruleOf = (constraint: Constraint): ConstraintRule<Constraint> => rules[constraint.kind] as unknown as ConstraintRule<Constraint>
