import type { RoadmapRefusal } from '@throughline/engine/portfolio'

/** A refusal of the engine in words: what, where, found and expected. */
export function reasonOfRoadmap(refusal: RoadmapRefusal): string {
  switch (refusal.code) {
    case 'no_periods':
      return 'Found no period; expected at least one.'
    case 'no_candidates':
      return 'Found no candidate; an initiative needs a cost, dates and what is maximised.'
    case 'case_too_large':
      return `Found ${refusal.found} ${refusal.what}; at most ${refusal.limit} can be weighed against each other.`
    case 'id_twice':
      return `Found ${refusal.what} ${refusal.id} twice; expected each once.`
    case 'id_unknown':
      return `${refusal.namedBy} names ${refusal.what} ${refusal.id}, which is not in the case.`
    case 'no_variant':
      return `Found no variant of ${refusal.candidateId}; expected at least one.`
    case 'amount_not_whole':
      return `Found ${refusal.found} in ${refusal.place}; expected a whole number.`
    case 'amount_negative':
      return `Found ${refusal.found} in ${refusal.place}; expected zero or more.`
    case 'amounts_too_large':
      return `${refusal.place} sums to ${refusal.sum}; at most ${refusal.limit} can be computed exactly.`
    case 'outside_range':
      return `Found ${refusal.found} in ${refusal.place}; expected ${refusal.from} to ${refusal.to}.`
    case 'wrong_length':
      return `Found ${refusal.found} entries in ${refusal.place}; expected ${refusal.expected}.`
    case 'not_eligible':
      return `${refusal.candidateId} costs money of pot ${refusal.potId}, on which it may not draw.`
    case 'dependency_cycle':
      return `Found a circle of dependencies: ${[...refusal.candidateIds, refusal.candidateIds[0]].join(', then ')}.`
    case 'pins_contradict':
      return `The pins on ${refusal.candidateId} leave it no choice: ${refusal.words.join('; ')}.`
    case 'nothing_fits':
      return refusal.words
    case 'no_plan_found':
      return `No roadmap that keeps everything was found within ${refusal.workUnits} units of work. Give it more, or relax a demand.`
  }
}
