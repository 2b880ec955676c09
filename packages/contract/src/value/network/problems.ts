import type { ProblemKind, Refusal } from '../../wire/index.ts'

export type NetworkRefusal = Refusal<'link_unknown' | 'link_retired' | 'link_not_allowed' | 'link_there' | 'link_cycle' | 'node_name_taken' | 'node_dates' | 'list_adds_nothing'>

const wrong = (title: string, words: string): ProblemKind => ({ status: 422, title, words, exit: 65 })
const against = (title: string, words: string): ProblemKind => ({ status: 409, title, words, exit: 73 })

/** Each refusal of the benefits network, with the names involved. */
export const networkProblems = {
  link_unknown: wrong('No such node', 'The network of this organisation has nothing with id {id}.'),
  link_retired: wrong('It was given up', '{name} is retired, so nothing new hangs on it. Bring it back first, or link what took its place.'),
  link_not_allowed: wrong('That is not what leads to that', 'Found {from}, {fromKind}, leading to {to}, {toKind}. Expected of {fromKind}: it leads to {expected}.'),
  link_there: against('The edge is there already', '{from} leads to {to} already.'),
  link_cycle: against('The edges would go round', '{from} cannot lead to {to}: there is a way back already ({way}).'),
  node_name_taken: against('The name is taken', 'There is a {kind} named {name} in the network already.'),
  node_dates: wrong('It would end before it begins', 'Found {startsOn} to {dueOn}; expected a due day that is not before the start.'),
  list_adds_nothing: wrong('The list adds nothing', 'Found {rows} lines, of which {issues} cannot be taken and the rest is there already.'),
} as const satisfies Record<NetworkRefusal['code'], ProblemKind>
