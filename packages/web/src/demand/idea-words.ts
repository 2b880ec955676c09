import type { Idea, IdeaAlike, IdeaDecision } from '@throughline/contract/demand'
import type { IdeaPriority, IdeaSource, IdeaState, TriageCriterion, TriageLevel } from '@throughline/engine/demand'
import type { Tone } from '../ui/tone.ts'

/** Where an idea stands, as every page calls it. */
export const ideaLooks: Readonly<Record<IdeaState, { readonly tone: Tone; readonly words: string }>> = {
  new: { tone: 'warn', words: 'New' }, triaged: { tone: 'none', words: 'Triaged' }, incubating: { tone: 'none', words: 'Incubating' }, to_case: { tone: 'good', words: 'To case' }, declined: { tone: 'bad', words: 'Declined' }, duplicate: { tone: 'done', words: 'Duplicate' },
}
export const priorityWords: Readonly<Record<IdeaPriority, string>> = { first: 'First', soon: 'Soon', later: 'Later', not_now: 'Not now' }
export const sourceWords: Readonly<Record<IdeaSource, string>> = { person: 'Somebody thought of it', measure: 'A measure is off its course', regulation: 'A rule asks for it', signal: 'A signal', customer: 'Customers' }
export const criterionWords: Readonly<Record<TriageCriterion, { readonly name: string; readonly about: string }>> = {
  fit: { name: 'Fit', about: 'How well it serves the objectives' }, value: { name: 'Value', about: 'What it would be worth' }, ease: { name: 'Ease', about: 'How easily it could be done' }, urgency: { name: 'Urgency', about: 'How soon it is wanted' },
}
export const levelWords: Readonly<Record<TriageLevel, string>> = { high: 'High', medium: 'Medium', low: 'Low' }
export const outcomeWords: Readonly<Record<IdeaDecision['outcome'], string>> = { incubate: 'Try it out', to_case: 'Make it an initiative', decline: 'Decline it', reopen: 'Open it again' }
export const alikeWords: Readonly<Record<IdeaAlike['kind'], string>> = { idea: 'Idea', initiative: 'Initiative', service: 'PMO service' }

/** What can become of an idea from where it stands. */
export const outcomesOf = ({ state }: Pick<Idea, 'state'>): readonly IdeaDecision['outcome'][] =>
  state === 'new' ? ['decline'] : state === 'triaged' ? ['incubate', 'to_case', 'decline'] : state === 'incubating' ? ['to_case', 'decline'] : state === 'to_case' ? [] : ['reopen']
