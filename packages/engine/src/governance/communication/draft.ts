import type { Detail } from './preference.ts'

/** What somebody works towards, as a draft speaks of it: an objective, through what of their own, and how much was recorded on its line. */
export type DraftFacts = { readonly name: string; readonly about: string; readonly objectives: readonly { readonly statement: string; readonly through: readonly string[]; readonly records: number }[] }

/** Objectives that a draft names. */
const mostNamed: Readonly<Record<Detail, number>> = { brief: 1, standard: 5, full: 20 }

/**
 * The draft of a message from somebody’s own objectives, as detailed as they want it: the point of it, with what of theirs it rests on, or
 * with what was recorded as well. In English: whoever sends it writes it in the language that is wanted. Somebody of whom no objective is
 * known gets the subject alone, and no sentence that pretends to know more.
 */
export function draftMessage({ name, about, objectives }: DraftFacts, detail: Detail): string {
  const named = objectives.slice(0, mostNamed[detail])
  const lines = named.map(({ statement, through, records }) => `- ${statement}${detail === 'brief' || through.length === 0 ? '' : `, through ${through.join(', ')}`}${detail === 'full' ? ` (${records === 0 ? 'nothing is recorded on its line yet' : `${records} recorded on its line`})` : ''}`)
  const more = objectives.length - named.length
  return [`${name},`, '', `this is about ${about}.`, ...(lines.length === 0 ? [] : ['', 'It concerns what you work towards:', ...lines, ...(more > 0 && detail !== 'brief' ? [`- and ${more} more`] : [])]), '', 'What do you need from us, or see differently?'].join('\n')
}
