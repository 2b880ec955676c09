import type { Role } from '@throughline/contract/people'
import type { CourseKind, PlaceState, SessionMode, SkillLevel, Usefulness } from '@throughline/engine/governance'
import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    academy_skill: AcademySkillTable
    skill_assessment: SkillAssessmentTable
    course: CourseTable
    course_session: CourseSessionTable
    session_place: SessionPlaceTable
    knowledge_check: KnowledgeCheckTable
    check_attempt: CheckAttemptTable
    mentor: MentorTable
    mentoring: MentoringTable
    community: CommunityTable
    community_member: CommunityMemberTable
    community_question: CommunityQuestionTable
    community_answer: CommunityAnswerTable
    answer_mark: AnswerMarkTable
  }
}

interface Owned { org_id: string; id: string }
interface Changing extends Owned { version: Generated<number> }

/** A skill with the anchors of its levels 0 to 5. `assessors`: `{ id, name }[]`; `retired`: `{ by, at, words }`. */
export interface AcademySkillTable extends Changing { name: string; anchors: readonly string[]; assessors: unknown; retired: Generated<unknown> }
/** What was found of a person; the newest that was not withdrawn is their level. */
export interface SkillAssessmentTable extends Changing {
  skill_id: string
  person_id: string
  person: string
  level: SkillLevel
  /** What the level meant when it was assessed; null of those before it was kept. */
  anchor: string | null
  evidence: string
  assessed_on: string
  assessor_id: string
  assessor: string
  assessed_at: string
  /** `{ by, at, words }` */
  withdrawn: Generated<unknown>
}
/** `aims`: `{ skillId, level }[]`; `retired`: `{ by, at, words }`. */
export interface CourseTable extends Changing { name: string; outcome: string; kind: CourseKind; roles: readonly Role[]; aims: unknown; retired: Generated<unknown> }
/** `called_off`: `{ by, at, words }`; `attendance`: `{ by, at }` once it was recorded who came. */
export interface CourseSessionTable extends Changing { course_id: string; held_on: string; seats: number; trainer_id: string; trainer: string; mode: SessionMode; place: string; called_off: Generated<unknown>; attendance: Generated<unknown> }
export interface SessionPlaceTable extends Changing { session_id: string; person_id: string; person: string; state: PlaceState; asked_at: string; attended: Generated<boolean | null>; usefulness: Generated<Usefulness | null>; told_at: Generated<string | null> }
/** `questions`: `CheckQuestion[]` with their right answers, which leave the server in no reply. */
export interface KnowledgeCheckTable extends Changing { course_id: string; pass_mark: number; attempts: number; questions: unknown }
/** `answers`: the place of each choice that was taken. */
export interface CheckAttemptTable extends Owned { course_id: string; check_version: number; person_id: string; answers: unknown; right_answers: number; asked: number; pass_mark: number; passed: boolean; taken_at: string }
export interface MentorTable extends Changing { skill_id: string; mentor_id: string; mentor: string; words: string; most: number; offered_at: string; ended_at: Generated<string | null> }
/** `last`: `{ by, at, words }` of whoever answered or ended it. */
export interface MentoringTable extends Changing { mentor_id: string; learner_id: string; learner: string; goal: string; state: 'asked' | 'running' | 'declined' | 'ended'; asked_at: string; last: Generated<unknown> }
export interface CommunityTable extends Changing { name: string; theme: string; steward_id: string; steward: string; ended: Generated<unknown> }
export interface CommunityMemberTable extends Owned { community_id: string; person_id: string; person: string; joined_at: string }
export interface CommunityQuestionTable extends Changing { community_id: string; title: string; body: string; initiative_id: string | null; asked_by_id: string; asked_by: string; asked_at: string; accepted_id: Generated<string | null> }
export interface CommunityAnswerTable extends Owned { question_id: string; body: string; given_by_id: string; given_by: string; given_at: string }
export interface AnswerMarkTable extends Owned { answer_id: string; person_id: string; marked_at: string }
