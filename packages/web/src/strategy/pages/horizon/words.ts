import type { Assumption, ChangeSignal, NewTriage } from '@throughline/contract/strategy'
import type { Tone } from '../../../ui/tone.ts'

export const horizonWords = {
  title: 'Horizon scanning',
  note: 'What was seen coming, the assumptions of the strategy that it bears on, and what is watched',
  noSignalsTitle: 'No signal of change has been noted yet',
  noSignalsWhy: 'Whoever sees something that may change what the strategy rests on notes it, with where and when it was seen. It is judged here, and linked to the assumptions that it supports, weakens or trips.',
  noAssumptionsTitle: 'No assumption is written down',
  noAssumptionsWhy: 'Every strategy rests on something that may turn out otherwise. Write down what that is, what would show it, and when it is reviewed.',
  noWatch: 'Nothing is on the watch list. Put a theme on it, with who looks and how often.',
  archive: 'Their term is over and nobody looked at them again. Triage one to bring it back.',
  pastOnes: 'Signals of change that went past their term',
} as const

export const impactWords: Readonly<Record<NewTriage['impact'], string>> = { high: 'High', medium: 'Medium', low: 'Low' }
export const likelihoodWords: Readonly<Record<NewTriage['likelihood'], string>> = { unlikely: 'Unlikely', possible: 'Possible', likely: 'Likely' }
export const timeWords: Readonly<Record<NewTriage['time'], string>> = { now: 'Within a year', next: 'Within three years', later: 'Later' }
export const attentionLooks: Readonly<Record<NonNullable<ChangeSignal['attention']>, { readonly tone: Tone; readonly word: string }>> = { act: { tone: 'bad', word: 'Act now' }, prepare: { tone: 'warn', word: 'Prepare for it' }, watch: { tone: 'good', word: 'Keep an eye on it' }, note: { tone: 'none', word: 'Know of it' } }
export const effectWords: Readonly<Record<ChangeSignal['assumptions'][number]['effect'], string>> = { supports: 'supports', weakens: 'weakens', trips: 'trips' }
export const outcomeWords: Readonly<Record<NonNullable<Assumption['reviewed']>['outcome'], string>> = { holds: 'It holds', reworded: 'It is said otherwise', given_up: 'It is given up' }

/** What a reader needs to say of a trip-wire. */
export const wireText = ({ measure, direction, value }: NonNullable<Assumption['wire']>, number: (value: number) => string): string => `${measure} ${direction} ${number(value)}`
export const optionsOf = <Key extends string>(words: Readonly<Record<Key, string>>) => (Object.keys(words) as Key[]).map((value) => ({ value, label: words[value] }))
