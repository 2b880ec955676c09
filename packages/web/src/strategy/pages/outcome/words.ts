import type { ClosedInitiative, OutcomeRow, OutcomeVerdict } from '@throughline/contract/strategy'
import type { Tone } from '../../../ui/tone.ts'

export type Tercile = NonNullable<ClosedInitiative['tercile']>

export const outcomeWords = {
  title: 'Outcome of alignment',
  note: 'Whether initiatives that were aligned when they were approved met what they were for more often.',
  emptyTitle: 'No initiative is closed yet',
  emptyWhy: 'Once initiatives are closed, somebody who did not answer for them judges whether each met its intent and its goals. Their alignment is taken as it was when they were approved.',
  notCause: 'An association is not a cause: aligned initiatives may have been better staffed, or judged more kindly. What nobody judged is not in it.',
} as const

export const questionWords: Readonly<Record<OutcomeRow['question'], { readonly name: string; readonly met: string }>> = {
  intent: { name: 'Intent', met: 'met their intent' }, goal: { name: 'Goals', met: 'met their goals' },
}
export const evidenceLooks: Readonly<Record<OutcomeRow['evidence'], { readonly tone: Tone; readonly word: string }>> = {
  for: { tone: 'good', word: 'Evidence for' }, against: { tone: 'bad', word: 'Evidence against' }, undecided: { tone: 'warn', word: 'Undecided' }, insufficient: { tone: 'none', word: 'Insufficient' },
}
export const verdictLooks: Readonly<Record<OutcomeVerdict, { readonly tone: Tone; readonly word: string }>> = {
  met: { tone: 'good', word: 'Met' }, partly: { tone: 'warn', word: 'Partly' }, not_met: { tone: 'bad', word: 'Not met' }, not_judged: { tone: 'none', word: 'Not judged' },
}
export const tercileWords: Readonly<Record<Tercile, string>> = { top: 'Top tercile', middle: 'Middle tercile', bottom: 'Bottom tercile' }
export const inOrder: readonly Tercile[] = ['top', 'middle', 'bottom']

/** What the difference says, in one sentence; `least` is how many have to be judged in each tercile. */
export function evidenceSentence({ question, evidence, terciles: { top, bottom } }: OutcomeRow, least: number): string {
  const { met } = questionWords[question]
  switch (evidence) {
    case 'for':
      return `More aligned initiatives ${met} more often: the whole interval of the difference lies above 0.`
    case 'against':
      return `More aligned initiatives ${met} less often: the whole interval of the difference lies below 0.`
    case 'undecided':
      return `Whether more aligned initiatives ${met} more often is open: the interval of the difference holds 0.`
    case 'insufficient':
      return `Judged are ${top.judged} in the top tercile and ${bottom.judged} in the bottom tercile; each needs ${least} before a number is told.`
  }
}
