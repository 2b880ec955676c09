import type { Charter, CharterText, RaciFault, RaciRow } from '@throughline/contract/governance'
import type { Tone } from '../../../ui/tone.ts'

export const charterWords = {
  title: 'Role charters',
  note: 'What the PMO and other bodies decide and do, where their role ends, and until when they stand.',
  emptyTitle: 'No role is written down',
  emptyWhy: 'Begin with the charter of the PMO: how it stands to those it serves, what it decides, what it leaves to others, and who is accountable for what. It is signed until a day, and expires then unless it is renewed.',
  noOverlaps: 'No two bodies have the same subject in writing.',
  overlaps: 'Subjects that two bodies have both in writing, for units of which one holds the other. A charter is signed only where all of them name the same accountable.',
  expires: 'On that day it expires by itself; five years at most.',
} as const

export const charterLooks: Readonly<Record<Charter['state'], { readonly tone: Tone; readonly words: string }>> = {
  draft: { tone: 'none', words: 'Draft' }, signed: { tone: 'good', words: 'Signed' }, changed: { tone: 'warn', words: 'Changed since' }, expiring: { tone: 'warn', words: 'Expires soon' }, expired: { tone: 'bad', words: 'Expired' }, ended: { tone: 'none', words: 'Ended' },
}
export const roleWords: Readonly<Record<NonNullable<CharterText['role']>, string>> = { supportive: 'Supportive: it helps', controlling: 'Controlling: it checks', directive: 'Directive: it leads' }
export const letterWords: Readonly<Record<RaciRow['parts'][number]['letter'], string>> = { R: 'Responsible', A: 'Accountable', AR: 'Accountable and responsible', C: 'Consulted', I: 'Informed' }
/** How a letter stands in the matrix. */
export const letterMarks: Readonly<Record<RaciRow['parts'][number]['letter'], string>> = { R: 'R', A: 'A', AR: 'A, R', C: 'C', I: 'I' }

export const faultWords = ({ subject, kind, parties }: RaciFault): string =>
  ({ none_accountable: `Nobody is accountable for “${subject}”.`, several_accountable: `${parties.join(' and ')} are both accountable for “${subject}”.`, none_responsible: `Nobody is responsible for “${subject}”.`, twice: `“${subject}” stands there twice.` })[kind]
