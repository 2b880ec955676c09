import type { Issue, Risk } from '@throughline/contract/delivery'
import type { Tone } from '../ui/tone.ts'

export const riskWords = {
  title: 'Risks and issues',
  note: 'What may come to an initiative and what has come, what it is worth on average, and the contingency that is kept for it.',
  emptyTitle: 'No initiative has a register yet',
  emptyWhy: 'A register says what may come, who answers for it and what is done about it. Open an initiative and record its first risk, or load the register that is kept in Excel.',
  noRisks: 'No risk is recorded yet. Record the first one, or load the register that is kept in Excel: a line for each risk, with a key and a title.',
  noIssues: 'No issue is recorded. What has come is recorded here, with the risk that had been recorded of it, or that none had been.',
  noContingency: 'No contingency is agreed. Whoever gives yearly amounts agrees on one; then what is drawn of it is recorded with what it was for.',
  exposure: 'Threats and opportunities are told apart: the one does not pay for the other. How well the register is kept is another question, and stands under Risk assurance.',
  nothing: 'Nothing is like that.',
} as const

export const riskKindWords: Readonly<Record<Risk['kind'], string>> = { threat: 'Threat', opportunity: 'Opportunity' }
export const riskStateLooks: Readonly<Record<Risk['state'], { readonly tone: Tone; readonly word: string }>> = { open: { tone: 'none', word: 'Open' }, occurred: { tone: 'bad', word: 'Occurred' }, closed: { tone: 'done', word: 'Closed' } }
export const strategyWords: Readonly<Record<NonNullable<Risk['strategy']>, string>> = { avoid: 'Avoid', reduce: 'Reduce', transfer: 'Transfer', share: 'Share', accept: 'Accept', exploit: 'Exploit', enhance: 'Enhance' }
export const issueSeverityLooks: Readonly<Record<Issue['severity'], { readonly tone: Tone; readonly word: string }>> = { minor: { tone: 'none', word: 'Minor' }, moderate: { tone: 'warn', word: 'Moderate' }, major: { tone: 'warn', word: 'Major' }, critical: { tone: 'bad', word: 'Critical' } }
export const occasionWords = { registered: 'Recorded with the risk', changed: 'Changed', reviewed: 'Reviewed' } as const
