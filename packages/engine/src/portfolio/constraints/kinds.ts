/** Cost of everything chosen, all years together, is at most `limit` minor units. */
export type TotalBudget = { readonly kind: 'totalBudget'; readonly limit: number }
/** Cost in the fiscal year `year` is at most `limit` minor units. */
export type YearlyBudget = { readonly kind: 'yearlyBudget'; readonly year: number; readonly limit: number }
/** Cost of what one department has chosen is at most `limit` minor units. */
export type DepartmentCap = { readonly kind: 'departmentCap'; readonly departmentId: string; readonly limit: number }
/** A pin: the candidate is chosen, whatever it is worth. */
export type MustInclude = { readonly kind: 'mustInclude'; readonly candidateId: string; readonly because?: string }
/** A pin: the candidate is not chosen, whatever it is worth. */
export type MustExclude = { readonly kind: 'mustExclude'; readonly candidateId: string; readonly because?: string }
/** The candidate only with all of `requires`. */
export type Dependency = { readonly kind: 'dependency'; readonly candidateId: string; readonly requires: readonly string[] }
/** The candidate only with at least one of `requiresAny`. */
export type DependencyAny = { readonly kind: 'dependencyAny'; readonly candidateId: string; readonly requiresAny: readonly string[] }
/** At most one of these. */
export type Exclusion = { readonly kind: 'exclusion'; readonly candidateIds: readonly string[] }
/** At most `most` of these. */
export type AtMostK = { readonly kind: 'atMostK'; readonly candidateIds: readonly string[]; readonly most: number }
/** At least `least` of these. */
export type AtLeastK = { readonly kind: 'atLeastK'; readonly candidateIds: readonly string[]; readonly least: number }
/** What is chosen contributes at least `least` to the objective (sum of `byObjective`). */
export type ObjectiveFloor = { readonly kind: 'objectiveFloor'; readonly objectiveId: string; readonly least: number }
/** The department gets at least `leastPercent` (whole, 0 to 100) of the cost of everything chosen. */
export type MinimumShare = { readonly kind: 'minimumShare'; readonly departmentId: string; readonly leastPercent: number }
/** At most `most` candidates differ from the plan `from`: keeps a plan from jumping when a figure moves a little. */
export type MaximumChange = { readonly kind: 'maximumChange'; readonly from: readonly string[]; readonly most: number }

/** Everything a planner can ask of a portfolio. */
export type Constraint =
  | TotalBudget
  | YearlyBudget
  | DepartmentCap
  | MustInclude
  | MustExclude
  | Dependency
  | DependencyAny
  | Exclusion
  | AtMostK
  | AtLeastK
  | ObjectiveFloor
  | MinimumShare
  | MaximumChange

export type ConstraintKind = Constraint['kind']
