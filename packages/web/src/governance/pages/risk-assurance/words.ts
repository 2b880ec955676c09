import type { OpinionClass, RegisterFinding } from '@throughline/contract/governance'
import type { Tone } from '../../../ui/tone.ts'

export const assuranceWords = {
  title: 'Risk assurance',
  note: 'How initiatives manage their risks, tested by rule. It says nothing of how much is at risk: that is the exposure, told apart.',
  emptyTitle: 'No running initiative has a register',
  emptyWhy: 'There is nothing whose keeping could be tested. Record risks of an initiative, or load the register that is kept in Excel.',
  process: 'The process',
  processNote: 'Tests of how the register is kept. The gravest finding decides; nothing is averaged.',
  exposure: 'The exposure, apart from it',
  exposureNote: 'What is at risk on average. A process that is well managed can stand before a large exposure, and the other way round.',
  clean: 'The tests find nothing: the register is kept as agreed.',
  noOpinion: 'No reviewer has given an opinion. Somebody independent of the team gives one; it is kept with what was found that day.',
  independence: 'Who is of the team, leads it, or reports to it is refused, and that is noted.',
} as const

export const classLooks: Readonly<Record<OpinionClass, { readonly tone: Tone; readonly word: string; readonly about: string }>> = {
  substantial: { tone: 'good', word: 'Substantial', about: 'the process is sound and works as agreed' }, reasonable: { tone: 'warn', word: 'Reasonable', about: 'the process is sound on the whole; something could be better' },
  limited: { tone: 'warn', word: 'Limited', about: 'there are significant gaps' }, none: { tone: 'bad', word: 'None', about: 'a part of the process is not at work' },
}
export const severityLooks: Readonly<Record<RegisterFinding['severity'], { readonly tone: Tone; readonly word: string }>> = { high: { tone: 'bad', word: 'High' }, medium: { tone: 'warn', word: 'Medium' }, low: { tone: 'none', word: 'Low' } }
export const registerRuleWords: Readonly<Record<RegisterFinding['rule'], string>> = {
  unowned: 'Without an owner', unanswered: 'Without a response', response_overdue: 'Response overdue', response_undated: 'Response without a day', never_reviewed: 'Never reviewed', review_overdue: 'Review overdue', unestimated: 'Not estimated', stale: 'Stale estimate',
  issue_unforeseen: 'Issue that no risk preceded', issue_cause_unsaid: 'Issue of unsaid cause', mostly_unforeseen: 'Most issues unforeseen', contingency_exceeded: 'Contingency exceeded', contingency_ahead: 'Contingency drawn faster than the exposure fell', drawdown_uncaused: 'Drawdown for nothing of the register',
  residual_alike: 'Residual probabilities all alike', probability_alike: 'Probabilities all alike', realised_otherwise: 'What came against what was stated', duplicate: 'Recorded twice',
}
