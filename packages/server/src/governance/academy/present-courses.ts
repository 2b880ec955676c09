import type { Academy, Course, CourseSession, OwnPlace, SessionSheet } from '@throughline/contract/governance'
import { gives } from '@throughline/contract/people'
import { toWire } from '@throughline/contract/wire'
import { courseReach, isAhead, isHeld, rankInLine, skillChange, usefulnessProfile, type AssessmentFacts, type Usefulness } from '@throughline/engine/governance'
import type { StoredAttempt, StoredCheck, StoredCourse, StoredPlace, StoredSession } from './course-store.ts'
import { trains, type Member } from './guards.ts'
import { inLine } from './in-line.ts'
import type { Reader } from './present-skills.ts'
import type { Named } from './skill-store.ts'

export type CoursesKept = {
  readonly courses: readonly StoredCourse[]; readonly sessions: readonly StoredSession[]; readonly counts: ReadonlyMap<string, { readonly taken: number; readonly waiting: number }>
  readonly attended: readonly { readonly courseId: string; readonly personId: string; readonly on: string }[]; readonly useful: readonly { readonly courseId: string; readonly level: Usefulness }[]
  readonly checks: readonly StoredCheck[]; readonly people: readonly Member[]; readonly standing: readonly AssessmentFacts[]; readonly skills: readonly Named[]
  /** The reader’s own places, with everybody’s in the sessions in which they wait, and their own attempts. */
  readonly own: readonly StoredPlace[]; readonly lines: ReadonlyMap<string, readonly StoredPlace[]>; readonly attempts: readonly StoredAttempt[]
}

/** Sessions of a course that one answer lists. */
const mostSessions = 50

/** Courses with their sessions and figures, as one reader sees them, and sessions that they gave of which nobody has recorded who came. */
export function presentCourses(kept: CoursesKept, reader: Reader): Pick<Academy, 'courses' | 'due'> {
  const [sessions, checks, attended, useful] = [Map.groupBy(kept.sessions, (one) => one.course_id), new Map(kept.checks.map((one) => [one.course_id, one])), Map.groupBy(kept.attended, ({ courseId }) => courseId), Map.groupBy(kept.useful, ({ courseId }) => courseId)]
  const names = new Map(kept.courses.map(({ id, name }) => [id, name]))
  const skills = new Map(kept.skills.map(({ id, name }) => [id, name]))
  const bySkill = Map.groupBy(kept.standing, ({ skillId }) => skillId)
  return {
    courses: kept.courses.map((row): Course => {
      const came = attended.get(row.id) ?? []
      const audience = new Set(kept.people.filter(({ role }) => gives(role, 'take_part') && (row.roles.length === 0 || row.roles.includes(role))).map(({ id }) => id))
      const [reach, said] = [courseReach(audience, new Set(came.map(({ personId }) => personId))), usefulnessProfile((useful.get(row.id) ?? []).map(({ level }) => level))]
      const own = inOrder(sessions.get(row.id) ?? [], reader.today)
      const named = (id: string): Named => ({ id, name: skills.get(id) ?? '' })
      return {
        id: row.id, version: row.version, name: row.name, outcome: row.outcome, kind: row.kind, roles: [...row.roles], aims: row.aims.map(({ skillId, level }) => ({ skill: named(skillId), level })), retired: row.retired, check: checkOf(checks.get(row.id), kept.attempts),
        reach: { audience: reach.audience, reached: reach.reached, share: toWire(reach.share) as Course['reach']['share'] }, usefulness: { counts: said.counts.map((one) => ({ ...one })), told: said.told, why: toWire(said.why) },
        changes: row.aims.map(({ skillId, level }) => {
          const { counts, why } = skillChange(came, bySkill.get(skillId) ?? [], reader.today, reach.reached.status !== 'ok')
          return { skill: named(skillId), aim: level, counts: counts.map((one) => ({ ...one })), why: toWire(why) }
        }),
        sessions: own.slice(0, mostSessions).map((one) => presentSession(one, row, kept, reader)), omitted: Math.max(0, own.length - mostSessions), may: { change: row.retired === null && reader.leads },
      }
    }),
    due: kept.sessions.filter((one) => one.trainer_id === reader.actor.accountId && reader.takesPart && one.attendance === null && one.called_off === null && isHeld(one.held_on, reader.today)).map((one) => ({ sessionId: one.id, course: { id: one.course_id, name: names.get(one.course_id) ?? '' }, on: one.held_on })),
  }
}

/** The next one first, then those that were, the newest first. */
const inOrder = (sessions: readonly StoredSession[], today: string): readonly StoredSession[] => [...sessions.filter(({ held_on }) => isAhead(held_on, today)), ...sessions.filter(({ held_on }) => !isAhead(held_on, today)).toReversed()]

function checkOf(check: StoredCheck | undefined, attempts: readonly StoredAttempt[]): Course['check'] {
  if (!check) return null
  const own = attempts.filter((one) => one.course_id === check.course_id)
  return { version: check.version, questions: check.questions.length, passMark: check.pass_mark, attempts: check.attempts, tried: own.filter((one) => one.check_version === check.version).length, passed: own.some((one) => one.check_version === check.version && one.passed) }
}

function presentSession(row: StoredSession, course: StoredCourse, { counts, own, lines }: CoursesKept, { actor, today, takesPart, leads }: Reader): CourseSession {
  const place = own.find(({ session_id }) => session_id === row.id)
  const [standing, ahead] = [row.called_off === null, isAhead(row.held_on, today)]
  const has = place !== undefined && place.state !== 'withdrawn'
  const trainer = trains(row, actor)
  return {
    id: row.id, version: row.version, on: row.held_on, seats: row.seats, taken: counts.get(row.id)?.taken ?? 0, waiting: counts.get(row.id)?.waiting ?? 0, trainer: { id: row.trainer_id, name: row.trainer }, mode: row.mode, place: row.place, calledOff: row.called_off, attendance: row.attendance,
    own: place ? presentPlace(place, lines.get(row.id) ?? []) : null,
    may: {
      enrol: takesPart && standing && ahead && !has && course.retired === null && row.trainer_id !== actor.accountId, withdraw: takesPart && standing && ahead && has, tell: takesPart && place?.attended === true && place.usefulness === null,
      see: trainer, attend: takesPart && trainer && standing && isHeld(row.held_on, today), change: leads && standing && row.attendance === null,
    },
  }
}

const presentPlace = ({ id, version, state, attended, usefulness }: StoredPlace, line: readonly StoredPlace[]): OwnPlace => ({ id, version, state, rank: rankInLine(line.map(inLine), id) ?? null, attended, usefulness })

/** Who has a place in a session, then who waits. */
export function presentSessionSheet(row: StoredSession, course: Named, places: readonly StoredPlace[], { today, takesPart, leads }: Reader): SessionSheet {
  const states = ['taken', 'waiting', 'withdrawn'] as const
  const [held, standing] = [isHeld(row.held_on, today), row.called_off === null]
  return {
    id: row.id, version: row.version, course, on: row.held_on, seats: row.seats, trainer: { id: row.trainer_id, name: row.trainer }, held,
    places: states.flatMap((state) => places.filter((one) => one.state === state)).map(({ id, version, person_id, person, state, attended }) => ({ id, version, person: { id: person_id, name: person }, state, attended })),
    may: { attend: takesPart && held && standing, enrol: leads && standing && row.attendance === null },
  }
}
