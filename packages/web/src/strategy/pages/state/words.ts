import type { FacetState, StateFinding, StateStatus } from '@throughline/contract/strategy'
import type { Tone } from '../../../ui/tone.ts'

export const stateWords = {
  title: 'State of alignment',
  note: 'Nine facets of an aligned organisation, each by what is recorded: links, contradictions, what went stale, and where what is stated and what is done part. Nothing is scored or averaged.',
  anomalies: 'Stated, and done otherwise',
  anomaliesNote: 'Each has evidence of both sides',
  noAnomaly: 'Wherever both sides are recorded, what is done does not part from what is stated.',
  nothingChecked: 'Nothing is recorded yet of which both sides could be compared.',
} as const

export const facetWords: Readonly<Record<FacetState['facet'], { readonly name: string; readonly about: string }>> = {
  vision: { name: 'Vision', about: 'where the organisation wants to be' },
  mission: { name: 'Mission', about: 'what it is for and stands for' },
  objectives: { name: 'Objectives', about: 'what it wants to reach, and its units' },
  policies: { name: 'Policies', about: 'what has to be kept' },
  processes: { name: 'Operational processes', about: 'how work is done and changes' },
  assets: { name: 'Asset management', about: 'what others need, and budgets' },
  resources: { name: 'Resource management', about: 'where money and people go' },
  systems: { name: 'Supporting systems', about: 'what was built or bought' },
  value: { name: 'Value created', about: 'for owners, customers, employees, alliances, communities' },
}
export const statusLooks: Readonly<Record<StateStatus, { readonly tone: Tone; readonly word: string }>> = {
  holds: { tone: 'good', word: 'Holds' }, fails: { tone: 'bad', word: 'Fails' }, not_checked: { tone: 'none', word: 'Not checked' },
}
export const kindWords: Readonly<Record<StateFinding['kind'], string>> = { missing: 'Missing', contradiction: 'Contradiction', stale: 'Stale', anomaly: 'Anomaly' }

/** A reason as a sentence. */
export const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?…]$/.test(words) ? '' : '.'}`
