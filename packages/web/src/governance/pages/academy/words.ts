import type { Course, CourseSession, Mentoring, OwnPlace } from '@throughline/contract/governance'
import type { Role } from '@throughline/contract/people'
import type { Tone } from '../../../ui/tone.ts'

export const academyWords = {
  title: 'Academy',
  note: 'What there is to learn, from whom, and what came of it. A skill level changes by assessment alone.',
  noCourses: 'No course is described', noCoursesWhy: 'Begin with a skill and what its levels mean, then a course that aims at a level of it, then its first session.', noCoursesReader: 'Somebody who may plan capacity describes the first one.',
  noSkills: 'No skill is described', noSkillsWhy: 'A skill has six levels, each with what somebody can do who stands there. Assessors judge by these words.',
  noMentors: 'Nobody offers to be a mentor yet', noMentorsWhy: 'Whoever knows a skill well can offer to help others with it. Who learns from whom only these two see.',
  noCommunities: 'There is no community of practice yet', noCommunitiesWhy: 'A community has a theme and a steward. Its members ask and answer; what helped is found again by its words.',
  noLevels: 'No skill is described yet, so that nobody has assessed you in one.',
  unknown: 'Not assessed', unknownWhy: 'Nobody has assessed it: that is unknown, not level 0.',
  few: 'Of fewer than five people nothing is shown.',
  noCause: 'It holds assessments before the first session against those after it. It does not say that the course is why.',
  attendance: 'It changes no skill level: that takes an assessment.',
  told: 'Nobody reads your word: it is counted with four others, and levels of few are withheld.',
  checkKept: 'Answers are kept on the server and shown to nobody, you included: give each question with its right choice anew.',
  grade: 'You are told how many answers are right, not which. Passing changes no skill level.',
  record: 'Everything the academy holds of you, as a file.',
} as const

export const kindWords: Readonly<Record<Course['kind'], string>> = { training: 'Training', workshop: 'Workshop', on_the_job: 'On the job', self_study: 'Self-study' }
export const modeWords: Readonly<Record<CourseSession['mode'], string>> = { on_site: 'On site', remote: 'Remote', hybrid: 'Hybrid' }
export const roleWords = (role: Role): string => role.charAt(0).toUpperCase() + role.slice(1).replaceAll('_', ' ')
export const pairingLooks: Readonly<Record<Mentoring['state'], { readonly tone: Tone; readonly words: string }>> = { asked: { tone: 'warn', words: 'Asked' }, running: { tone: 'good', words: 'Running' }, declined: { tone: 'none', words: 'Declined' }, ended: { tone: 'done', words: 'Ended' } }

/** How somebody stands in a session, in words. */
export function placeLook({ state, rank, attended }: OwnPlace): { readonly tone: Tone; readonly words: string } {
  if (state === 'withdrawn') return { tone: 'none', words: 'Given up' }
  if (state === 'waiting') return { tone: 'warn', words: rank === null ? 'You wait' : `You wait, number ${rank}` }
  return attended === null ? { tone: 'good', words: 'You have a place' } : attended ? { tone: 'done', words: 'You attended' } : { tone: 'none', words: 'You did not attend' }
}
