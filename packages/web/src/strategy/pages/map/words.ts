import type { CausalLink, LinkEvidence } from '@throughline/contract/strategy'
import type { Tone } from '../../../ui/tone.ts'

export const evidenceLooks: Readonly<Record<LinkEvidence['state'], { readonly words: string; readonly tone: Tone }>> = {
  supported: { words: 'Borne out', tone: 'good' }, contradicted: { words: 'Against the data', tone: 'bad' }, hypothesised: { words: 'Open', tone: 'warn' }, untested: { words: 'Untested', tone: 'none' },
}
export const polarityWords: Readonly<Record<CausalLink['polarity'], { readonly sign: string; readonly words: string }>> = { same: { sign: '+', words: 'moves it the same way' }, opposite: { sign: '−', words: 'moves it the other way' } }
export const lagWords = (lag: number): string => (lag === 0 ? 'in the same period' : lag === 1 ? 'one period later' : `${lag} periods later`)

export const mapWords = {
  title: 'Strategy map',
  note: 'Select an objective to trace what drives it and what it drives.',
  emptyTitle: 'There is nothing to map yet',
  emptyWhy: 'A map needs objectives in perspectives. Links between them say what is expected to move what.',
  noLinks: 'Nothing is claimed to move anything yet. Select an objective to add the first link.',
  drivenBy: 'Driven by', drives: 'Drives', serves: 'Serves', servesNothing: 'Nothing that the organisation wants', servedBy: 'Served by objectives of units', beside: 'Beside the strategy', units: 'Units', ofUnits: 'Objectives of units', together: 'Belongs together with', between: 'Links between units', nothing: 'Nothing yet',
  untestedTitle: 'What the data cannot say yet',
  untestedNote: 'A link is tested on changes from period to period. These have too few of them, and are claims until then.',
  oddTitle: 'What is odd about the map',
  keys: 'Arrow keys go from card to card, Enter selects, F2 renames, Escape lets go.',
} as const
