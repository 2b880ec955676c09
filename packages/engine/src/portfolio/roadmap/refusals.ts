import type { RoadmapConstraint } from './constraints/kinds.ts'

/** The rule of the case that was broken, with the values; or the demands that cannot be met together. */
export type RoadmapRefusal =
  | { readonly code: 'no_periods' }
  | { readonly code: 'no_candidates' }
  | { readonly code: 'case_too_large'; readonly what: 'candidates' | 'choices' | 'periods'; readonly found: number; readonly limit: number }
  | { readonly code: 'id_twice'; readonly what: 'candidate' | 'pot' | 'pool' | 'variant'; readonly id: string }
  | { readonly code: 'id_unknown'; readonly what: 'candidate' | 'pot' | 'pool' | 'variant'; readonly id: string; readonly namedBy: string }
  | { readonly code: 'no_variant'; readonly candidateId: string }
  | { readonly code: 'amount_not_whole'; readonly place: string; readonly found: number }
  | { readonly code: 'amount_negative'; readonly place: string; readonly found: number }
  | { readonly code: 'amounts_too_large'; readonly place: string; readonly sum: number; readonly limit: number }
  | { readonly code: 'outside_range'; readonly place: string; readonly found: number; readonly from: number; readonly to: number }
  | { readonly code: 'wrong_length'; readonly place: string; readonly found: number; readonly expected: number }
  | { readonly code: 'not_eligible'; readonly candidateId: string; readonly potId: string }
  | { readonly code: 'dependency_cycle'; readonly candidateIds: readonly string[] }
  | { readonly code: 'pins_contradict'; readonly candidateId: string; readonly words: readonly string[] }
  | { readonly code: 'nothing_fits'; readonly constraints: readonly RoadmapConstraint[]; readonly words: string; readonly irreducible: boolean }
  | { readonly code: 'no_plan_found'; readonly workUnits: number }
