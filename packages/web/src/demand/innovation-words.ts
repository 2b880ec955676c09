import type { Experiment } from '@throughline/contract/demand'
import type { BetStage, ExperimentResult } from '@throughline/engine/demand'
import type { Tone } from '../ui/tone.ts'

/** What an experiment proves, as every page calls it. */
export const stageWords: Readonly<Record<BetStage, { readonly name: string; readonly about: string }>> = {
  problem: { name: 'Problem', about: 'Is the problem real?' }, solution: { name: 'Solution', about: 'Does the solution work?' }, scale: { name: 'Scale', about: 'Does it pay at scale?' },
}
/** How an experiment stands or ended. */
export const experimentLooks: Readonly<Record<Experiment['state'], { readonly tone: Tone; readonly words: string }>> = {
  running: { tone: 'none', words: 'Running' }, confirmed: { tone: 'good', words: 'Confirmed' }, refuted: { tone: 'bad', words: 'Refuted' }, inconclusive: { tone: 'warn', words: 'Inconclusive' }, stopped: { tone: 'done', words: 'Stopped' },
}
export const resultWords: Readonly<Record<ExperimentResult, string>> = { confirmed: 'The hypothesis holds', refuted: 'The hypothesis does not hold', inconclusive: 'It showed nothing either way', stopped: 'It was stopped before its end' }
