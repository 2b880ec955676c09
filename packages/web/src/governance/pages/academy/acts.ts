import type { AcademySkill, Attendance, CheckResult, Community, CommunityAnswer, CommunityChange, CommunityQuestion, Course, CourseChangeGiven, CourseSession, KnowledgeCheckGiven, KnowledgeCheckTaken, Mentor, Mentoring, NewAssessment, NewCommunity, NewCourse, NewMentor, NewQuestion, NewSession, NewSkill, OwnPlace, SessionChange, SessionSheet, SkillAssessment, SkillChange } from '@throughline/contract/governance'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import type { Outcome } from '../../outcome.ts'

export type Named = { readonly id: string; readonly name: string }
/** What can be done on the page; each resolves with the problem where it was refused. */
export type AcademyActs = {
  addSkill(skill: NewSkill): Outcome
  changeSkill(skill: AcademySkill, given: Omit<SkillChange, 'version'>): Outcome
  assess(given: NewAssessment): Outcome
  withdrawAssessment(one: SkillAssessment, reason: string): Outcome
  addCourse(course: NewCourse): Outcome
  changeCourse(course: Course, given: Omit<CourseChangeGiven, 'version'>): Outcome
  setCheck(course: Course, given: Omit<KnowledgeCheckGiven, 'version'>): Outcome
  takeCheck(check: KnowledgeCheckTaken, answers: readonly number[]): Promise<Result<CheckResult, Problem>>
  plan(course: Course, session: NewSession): Outcome
  changeSession(session: CourseSession, given: Omit<SessionChange, 'version'>): Outcome
  callOff(session: CourseSession, reason: string): Outcome
  enrol(session: Named | { readonly id: string }, personId?: string): Outcome
  withdraw(place: Pick<OwnPlace, 'id' | 'version'>): Outcome
  attend(session: SessionSheet, attended: Attendance['attended']): Outcome
  tell(place: OwnPlace, usefulness: NonNullable<OwnPlace['usefulness']>): Outcome
  offer(given: NewMentor): Outcome
  endMentor(mentor: Mentor): Outcome
  ask(mentor: Mentor, goal: string): Outcome
  answer(pairing: Mentoring, accepted: boolean, words: string): Outcome
  endPairing(pairing: Mentoring, reason: string): Outcome
  addCommunity(given: NewCommunity): Outcome
  changeCommunity(community: Community, given: Omit<CommunityChange, 'version'>): Outcome
  join(community: Community, member: boolean): Outcome
  askCommunity(community: Community, given: NewQuestion): Outcome
  answerQuestion(question: CommunityQuestion, text: string): Outcome
  accept(question: CommunityQuestion, answerId: string | null): Outcome
  mark(answer: CommunityAnswer, useful: boolean): Outcome
}
