import type { RoadmapRefusal } from '@throughline/engine/portfolio'
import type { RoadmapWords } from '../words.ts'

/** Why a case was refused, with the values: names in place of ids, what was found and what is expected. */
export function refusedWords(refusal: RoadmapRefusal, { nameOf, count }: Pick<RoadmapWords, 'nameOf' | 'count'>): string {
  switch (refusal.code) {
    case 'nothing_fits':
      return refusal.words
    case 'no_plan_found':
      return 'No roadmap that keeps everything was found within the effort. Loosen a lever, let go of a pin, or run it on the server.'
    case 'pins_contradict':
      return `The pins on ${nameOf(refusal.candidateId)} leave it no choice.`
    case 'dependency_cycle':
      return `These wait for each other in a circle: ${refusal.candidateIds.map(nameOf).join(', ')}.`
    case 'no_periods':
      return 'There is no period to plan in.'
    case 'no_candidates':
      return 'There is nothing to choose from.'
    case 'case_too_large':
      return `There are ${count(refusal.found, 0)} ${refusal.what}; at most ${count(refusal.limit, 0)} can be weighed against each other.`
    case 'id_twice':
      return `${nameOf(refusal.id)} is there twice.`
    case 'id_unknown':
      return `${named(refusal.namedBy, nameOf)} names ${nameOf(refusal.id)}, which is not here.`
    case 'no_variant':
      return `${nameOf(refusal.candidateId)} has no variant to choose.`
    case 'amount_not_whole':
      return `${named(refusal.place, nameOf)} is ${refusal.found}, which is no amount that can be counted with.`
    case 'amount_negative':
      return `${named(refusal.place, nameOf)} is ${count(refusal.found, 2)}; it cannot be less than nothing.`
    case 'amounts_too_large':
      return `All of ${refusal.place} together is ${count(refusal.sum, 0)}; up to ${count(refusal.limit, 0)} can be counted exactly.`
    case 'outside_range':
      return `${named(refusal.place, nameOf)} is ${refusal.found}; it has to lie between ${count(refusal.from, 2)} and ${count(refusal.to, 2)}.`
    case 'wrong_length':
      return `${named(refusal.place, nameOf)} has ${count(refusal.found, 0)} entries; there are ${count(refusal.expected, 0)} periods.`
    case 'not_eligible':
      return `${nameOf(refusal.candidateId)} needs money of ${nameOf(refusal.potId)}, on which it may not draw.`
  }
}

/** A place in a case with names for ids: `ferry.planned.costs.all` becomes `Ferry: planned, costs, All money`. */
function named(place: string, nameOf: (id: string) => string): string {
  const [first = '', ...rest] = place.split('.').map(nameOf)
  return rest.length === 0 ? first : `${first}: ${rest.join(', ')}`
}
