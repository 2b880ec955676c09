import type { SelectionRefusal } from '@throughline/engine/portfolio'

/** Why a selection cannot be computed, for the one who asked for it. */
export function reasonOf(refusal: SelectionRefusal): string {
  switch (refusal.code) {
    case 'candidate_twice':
      return `Found candidate ${refusal.candidateId} twice; expected each once.`
    case 'candidate_unknown':
      return `${refusal.namedBy} names ${refusal.candidateId}, which is no candidate. Only initiatives with a cost and a value above zero are.`
    case 'amount_not_whole':
      return `Found ${refusal.field} ${refusal.found}${of(refusal.candidateId)}; expected whole minor units.`
    case 'amount_negative':
      return `Found ${refusal.field} ${refusal.found}${of(refusal.candidateId)}; expected zero or more.`
    case 'amounts_too_large':
      return `The ${refusal.field} of all candidates sum to ${refusal.sum}; at most ${refusal.limit} can be computed exactly.`
    case 'percent_out_of_range':
      return `Found ${refusal.found}%; expected 0 to 100.`
    case 'no_plan_found':
      return `No portfolio that keeps every constraint was found within ${refusal.workUnits} units of work. Give it more, or relax a constraint.`
    case 'constraints_conflict':
      return refusal.conflict.words
  }
}

const of = (candidateId: string | null): string => (candidateId ? ` of ${candidateId}` : '')
