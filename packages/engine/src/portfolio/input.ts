import type { Candidate } from './candidate.ts'
import type { Constraint } from './constraints/kinds.ts'

/** One selection to make. The order of candidates and constraints carries no meaning and changes no answer. */
export type SelectionInput = {
  /** ISO 4217 code of value and cost, used in words only. */
  readonly currency: string
  readonly candidates: readonly Candidate[]
  readonly constraints: readonly Constraint[]
}

/** The rule of the input that was broken, or the constraints that cannot be met together. */
export type SelectionRefusal =
  | { readonly code: 'candidate_twice'; readonly candidateId: string }
  | { readonly code: 'candidate_unknown'; readonly candidateId: string; readonly namedBy: string }
  | { readonly code: 'amount_not_whole'; readonly candidateId: string | null; readonly field: string; readonly found: number }
  | { readonly code: 'amount_negative'; readonly candidateId: string | null; readonly field: string; readonly found: number }
  | { readonly code: 'amounts_too_large'; readonly field: string; readonly sum: number; readonly limit: number }
  | { readonly code: 'percent_out_of_range'; readonly found: number }
  | { readonly code: 'no_plan_found'; readonly workUnits: number }
  | { readonly code: 'constraints_conflict'; readonly conflict: Conflict }

/** A set of demands that cannot be met together; without any one of them, the rest can (when `irreducible`). */
export type Conflict = {
  readonly members: readonly ConflictMember[]
  /** The whole set in one sentence. */
  readonly words: string
  /** False where the effort ended before every member had been tried. */
  readonly irreducible: boolean
}

/** One demand in a conflict: a constraint of the input, or a candidate's own requirement. */
export type ConflictMember = { readonly constraint: Constraint; readonly words: string; readonly candidateId: string | null }
