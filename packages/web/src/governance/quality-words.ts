import type { AcceptanceDecision, DefectSeverity, DeliverableClass, DeliverableState, QualityChart, QualityDefect, ReviewMethod } from '@throughline/contract/governance'
import type { Tone } from '../ui/tone.ts'

export const classWords: Readonly<Record<DeliverableClass, string>> = { document: 'Document', design: 'Design', software: 'Software', data: 'Data', equipment: 'Equipment', works: 'Works', service: 'Service' }
export const methodWords: Readonly<Record<ReviewMethod, string>> = { inspection: 'Inspection', test: 'Test', peer: 'Peer review' }
/** Whom a method takes. */
export const methodHints: Readonly<Record<ReviewMethod, string>> = { inspection: 'By somebody outside the team and its reporting lines.', test: 'Told by its measure, whoever does it.', peer: 'By somebody who neither makes it nor owns it.' }
export const severityWords: Readonly<Record<DefectSeverity, string>> = { critical: 'Critical', major: 'Major', minor: 'Minor' }
export const severityHints: Readonly<Record<DefectSeverity, string>> = { critical: 'It keeps from use; no condition covers it.', major: 'It keeps from a part of the use.', minor: 'It keeps from nothing.' }

/** How far a deliverable is. */
export const stateLooks: Readonly<Record<DeliverableState, { readonly tone: Tone; readonly words: string }>> = {
  planned: { tone: 'none', words: 'Criteria not agreed' }, agreed: { tone: 'none', words: 'To be reviewed' }, reviewed: { tone: 'warn', words: 'To be decided on' }, rejected: { tone: 'bad', words: 'Rejected' }, conditional: { tone: 'warn', words: 'Accepted with conditions' }, accepted: { tone: 'done', words: 'Accepted' }, withdrawn: { tone: 'none', words: 'Withdrawn' },
}
export const defectLooks: Readonly<Record<QualityDefect['state'], { readonly tone: Tone; readonly words: string }>> = { open: { tone: 'warn', words: 'Open' }, corrected: { tone: 'none', words: 'Corrected, to be looked at again' }, closed: { tone: 'done', words: 'Closed' }, dismissed: { tone: 'none', words: 'Dismissed' } }
export const outcomeLooks: Readonly<Record<AcceptanceDecision['outcome'], { readonly tone: Tone; readonly words: string }>> = { accepted: { tone: 'done', words: 'Accepted' }, accepted_with_conditions: { tone: 'warn', words: 'Accepted with conditions' }, rejected: { tone: 'bad', words: 'Rejected' } }
export const chartWords: Readonly<Record<QualityChart['kind'], string>> = { xmr: 'XmR chart of counts', u: 'u-chart', p: 'p-chart' }
export const ruleWords: Readonly<Record<NonNullable<QualityChart['points'][number]['rule']>, string>> = { outside_limits: 'outside the limits', trend: 'seven in one direction', two_of_three: 'two of three near a limit', one_side: 'seven on one side of the mean' }
export const readingLooks: Readonly<Record<NonNullable<QualityChart['points'][number]['reading']>, { readonly tone: Tone; readonly words: string }>> = { improvement: { tone: 'good', words: 'Improvement' }, concern: { tone: 'bad', words: 'Concern' }, neutral: { tone: 'none', words: 'Change' } }

export const qualityWords = {
  title: 'Quality reviews',
  note: 'What initiatives deliver, the criteria that it is held against, what reviews found, and what escaped them.',
  emptyTitle: 'No deliverable is listed',
  emptyWhy: 'Whoever may change an initiative lists what it delivers, with who makes it and the criteria it is to be held against. Somebody else agrees those; then it is reviewed, made again where it must be, and accepted.',
  emptyReader: 'Somebody who may change initiatives lists the first.',
  nothing: 'Nothing of what was asked for is there.',
  makers: 'Who makes it or owns it neither agrees its criteria nor reviews it as a peer, decides on it, or dismisses its defects.',
  escaped: 'A defect escaped if it was found after acceptance: its day and its place say so.',
} as const
