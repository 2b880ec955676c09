import type { Academy, Community, CommunityQuestion, CommunitySheet, Mentoring } from '@throughline/contract/governance'
import type { StoredAnswer, StoredCommunity, StoredMentor, StoredMentoring, StoredQuestion } from './community-store.ts'
import type { Reader } from './present-skills.ts'
import type { Named } from './skill-store.ts'

type MentorsKept = { readonly mentors: readonly StoredMentor[]; readonly mentorings: readonly StoredMentoring[]; readonly skills: ReadonlyMap<string, string>; readonly members: ReadonlySet<string> }
/** Who offers to be a mentor, and the reader’s own pairings. Who learns from whom is told to these two alone; how many learn, to everybody. */
export function presentMentors({ mentors, mentorings, skills, members }: MentorsKept, { actor, takesPart }: Reader): Pick<Academy, 'mentors' | 'pairings'> {
  const byMentor = Map.groupBy(mentorings, ({ mentor_id }) => mentor_id)
  const skillOf = ({ skill_id }: StoredMentor): Named => ({ id: skill_id, name: skills.get(skill_id) ?? '' })
  const pairs = mentors.flatMap((one) => (byMentor.get(one.id) ?? []).filter(({ learner_id }) => learner_id === actor.accountId || one.mentor_id === actor.accountId).map((row) => presentMentoring(row, one, skillOf(one), { me: actor.accountId, takesPart })))
  return {
    mentors: mentors.filter((one) => one.ended_at === null && members.has(one.mentor_id)).map((one) => {
      const own = byMentor.get(one.id) ?? []
      const [learners, mine] = [own.filter(({ state, learner_id }) => state === 'running' && members.has(learner_id)).length, one.mentor_id === actor.accountId]
      const asked = own.some((pair) => pair.learner_id === actor.accountId && (pair.state === 'asked' || pair.state === 'running'))
      return { id: one.id, version: one.version, skill: skillOf(one), mentor: { id: one.mentor_id, name: one.mentor }, words: one.words, most: one.most, learners, may: { ask: takesPart && !mine && !asked && learners < one.most, end: takesPart && mine } }
    }),
    pairings: pairs.toSorted((a, b) => (a.askedAt < b.askedAt ? 1 : -1)).slice(0, mostPairings),
  }
}
/** Pairings that one answer lists, the newest first. */
const mostPairings = 200

export function presentMentoring({ id, version, learner_id, learner, goal, state, asked_at, last }: StoredMentoring, { mentor_id, mentor }: StoredMentor, skill: Named, { me, takesPart }: { readonly me: string; readonly takesPart: boolean }): Mentoring {
  const goes = state === 'asked' || state === 'running'
  return { id, version, skill, mentor: { id: mentor_id, name: mentor }, learner: { id: learner_id, name: learner }, goal, state, askedAt: asked_at, last, may: { answer: takesPart && state === 'asked' && mentor_id === me, end: takesPart && goes } }
}

type Counts = ReadonlyMap<string, { readonly members: number; readonly questions: number; readonly open: number }>
export function presentCommunity({ id, version, name, theme, steward_id, steward, ended }: StoredCommunity, counts: Counts, mine: ReadonlySet<string>, { actor, takesPart, leads }: Reader): Community {
  const { members = 0, questions = 0, open = 0 } = counts.get(id) ?? {}
  return { id, version, name, theme, steward: { id: steward_id, name: steward }, members, questions, open, isMember: mine.has(id), ended, may: { change: takesPart && ended === null && (steward_id === actor.accountId || leads), join: takesPart && ended === null } }
}

type Sheet = {
  readonly community: Community; readonly people: readonly string[]; readonly questions: readonly StoredQuestion[]; readonly found: number; readonly page: number; readonly perPage: number
  readonly answers: readonly StoredAnswer[]; readonly marks: readonly { readonly answer_id: string; readonly person_id: string }[]; readonly initiatives: ReadonlyMap<string, string>
}
/** Names of members that one answer lists. */
const mostPeople = 200

/** A page of a community’s questions with their answers: the accepted one first, then what most found useful. */
export function presentCommunitySheet({ community, people, questions, found, page, perPage, answers, marks, initiatives }: Sheet, { actor, takesPart }: Reader): CommunitySheet {
  const [byQuestion, byAnswer] = [Map.groupBy(answers, ({ question_id }) => question_id), Map.groupBy(marks, ({ answer_id }) => answer_id)]
  return {
    community, people: people.slice(0, mostPeople), found, page, pages: Math.max(1, Math.ceil(found / perPage)),
    questions: questions.map((row): CommunityQuestion => {
      const own = (byQuestion.get(row.id) ?? []).map(({ id, body, given_by_id, given_by, given_at }) => {
        const useful = byAnswer.get(id) ?? []
        return { id, text: body, by: { id: given_by_id, name: given_by }, at: given_at, useful: useful.length, marked: useful.some(({ person_id }) => person_id === actor.accountId), may: { mark: takesPart && given_by_id !== actor.accountId } }
      })
      const first = (id: string): number => (id === row.accepted_id ? 0 : 1)
      return {
        id: row.id, version: row.version, title: row.title, text: row.body, by: { id: row.asked_by_id, name: row.asked_by }, at: row.asked_at, initiative: row.initiative_id !== null && initiatives.has(row.initiative_id) ? { id: row.initiative_id, name: initiatives.get(row.initiative_id) ?? '' } : null,
        acceptedId: row.accepted_id, answers: own.toSorted((a, b) => first(a.id) - first(b.id) || b.useful - a.useful), may: { answer: community.isMember && community.ended === null && takesPart, accept: takesPart && row.asked_by_id === actor.accountId && own.length > 0 },
      }
    }),
  }
}
