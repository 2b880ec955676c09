import type { Academy, CommunitySheet, Course, CourseSession, SessionSheet } from '@throughline/contract/governance'
import { toWire } from '@throughline/contract/wire'
import { courseReach, skillChange, skillProfile, usefulnessProfile } from '@throughline/engine/governance'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import type { AcademyActs } from './acts.ts'
import { AcademyPage, type AcademyLooked } from './Page.tsx'

const people = (count: number) => Array.from({ length: count }, (_, at) => `p${at}`)
const anchors = ['None', 'Heard of it', 'With help', 'Alone', 'Teaches it', 'Shapes it']
const [skill, me, sam] = [{ id: 's', name: 'Scheduling' }, { id: 'me', name: 'Mia' }, { id: 'sam', name: 'Sam' }]
const at = '2026-03-01T08:00:00.000Z'
const { counts, assessed } = skillProfile(people(12), people(6).map((personId) => ({ personId, skillId: 's', level: 2 as const, on: '2026-01-01', at })), '2026-03-10')
const [reach, said, change] = [courseReach(new Set(people(20)), new Set(people(5))), usefulnessProfile(Array<'useful'>(5).fill('useful')), skillChange(people(5).map((personId) => ({ personId, on: '2026-02-01' })), [], '2026-03-10')]
const session = (more: Partial<CourseSession> = {}): CourseSession => ({ id: 'n', version: 1, on: '2026-04-01', seats: 2, taken: 1, waiting: 0, trainer: sam, mode: 'remote', place: 'Room 4', calledOff: null, attendance: null, own: null, may: { enrol: true, withdraw: false, tell: false, see: false, attend: false, change: true }, ...more })
const course: Course = {
  id: 'c', version: 1, name: 'Plan that holds', outcome: 'Can build a schedule', kind: 'training', roles: [], aims: [{ skill, level: 3 }], retired: null, check: { version: 1, questions: 2, passMark: 2, attempts: 3, tried: 1, passed: false }, reach: toWire(reach) as Course['reach'], usefulness: toWire(said) as Course['usefulness'],
  changes: [{ skill, aim: 3, ...(toWire({ counts: change.counts, why: change.why }) as Pick<Course['changes'][number], 'counts' | 'why'>) }], omitted: 0, may: { change: true },
  sessions: [session(), session({ id: 'w', on: '2026-03-20', seats: 1, waiting: 1, own: { id: 'o', version: 1, state: 'waiting', rank: 1, attended: null, usefulness: null }, may: { enrol: false, withdraw: true, tell: false, see: false, attend: false, change: true } })],
}
const academy: Academy = {
  skills: [{ id: 's', version: 1, name: 'Scheduling', anchors, assessors: [sam], retired: null, pools: [{ id: 'p', name: 'Planners' }], profile: counts.map((one) => ({ ...one })), assessed: toWire(assessed) as Academy['skills'][number]['assessed'], may: { change: true, assess: true } }], undescribed: ['Welding'],
  courses: [course], mentors: [{ id: 'm', version: 1, skill, mentor: sam, words: 'An hour each week', most: 2, learners: 1, may: { ask: true, end: false } }], pairings: [{ id: 'q', version: 1, skill, mentor: sam, learner: me, goal: 'Plan alone', state: 'asked', askedAt: at, last: null, may: { answer: false, end: true } }],
  communities: [{ id: 'k', version: 1, name: 'Planners', theme: 'Plans that hold', steward: sam, members: 3, questions: 1, open: 1, isMember: true, ended: null, may: { change: false, join: true } }], levels: [{ skill, level: null, anchor: '', on: null, assessor: null }], due: [], may: { lead: true, takePart: true },
}
const sheet: CommunitySheet = {
  community: academy.communities[0] as CommunitySheet['community'], people: ['Mia', 'Sam'], found: 1, page: 1, pages: 1,
  questions: [{ id: 'f', version: 1, title: 'How long is a day?', text: '', by: me, at, initiative: null, acceptedId: 'a', answers: [{ id: 'a', text: 'Six hours', by: sam, at, useful: 1, marked: false, may: { mark: true } }], may: { answer: true, accept: true } }],
}
const places: SessionSheet = { id: 'h', version: 1, course: { id: 'c', name: course.name }, on: '2026-02-01', seats: 2, trainer: sam, held: true, places: [{ id: 'x', version: 1, person: me, state: 'taken', attended: null }], may: { attend: true, enrol: true } }
const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const acts = new Proxy({}, { get: () => never }) as AcademyActs
const show = (reading: Reading<Academy>, looked: Partial<AcademyLooked> = {}) =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><AcademyPage reading={reading} looked={{ view: 'courses', find: '', ...looked }} me="me" today="2026-03-10" past={false} members={[]} initiatives={{ found: [], total: 0, find: () => undefined }} session={full(places)} skill={undefined} community={full(sheet)} check={{ state: 'loading' }} onLook={() => undefined} onSave={() => undefined} discuss={() => 'Discuss'} acts={acts} /></LocaleProvider>)
const says = (html: string, ...words: readonly string[]) => expect(words.filter((one) => !html.includes(one))).toEqual([])

describe('the academy', () => {
  it('empty: says what to begin with, to who may and to who may not', () => {
    const empty: Academy = { ...academy, skills: [], undescribed: [], courses: [], mentors: [], pairings: [], communities: [], levels: [] }
    says(show(full(empty)), 'No course is described', 'Describe a skill')
    says(show(full({ ...empty, may: { lead: false, takePart: true } })), 'Somebody who may plan capacity')
    for (const [view, words] of [['own', 'nobody has assessed you'], ['skills', 'No skill is described'], ['mentors', 'Nobody offers to be a mentor'], ['communities', 'no community of practice']] as const) says(show(full(empty), { view }), words)
  })
  it('loading, refused', () => {
    says(show({ state: 'loading' }), 'Loading the academy')
    says(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the right read.' }, again: () => undefined }), 'This needs the right read.')
  })
  it('full: courses with what came of them, what is withheld, and the next session', () => {
    says(show(full(academy)), 'Plan that holds', '25%', '1 of 2 seats taken', 'Enrol: Plan that holds, 2026-04-01')
    says(show(full(academy), { course: 'c' }), 'You wait, number 1', 'Give up the place', 'Take the check', 'It does not say that the course is why', 'Scheduling, level 3')
  })
  it('full: unknown is not level 0, skills of pools, mentors and pairings', () => {
    says(show(full(academy), { view: 'own' }), 'Not assessed', 'You wait, number 1')
    says(show(full(academy), { view: 'skills', skill: 's' }), 'Welding', 'Planners', 'Shapes it', 'nobody assesses themselves')
    says(show(full(academy), { view: 'mentors' }), 'Ask Sam about Scheduling', 'Plan alone', 'End the pairing about Scheduling')
  })
  it('full: questions with the answer that helped, and who came', () => {
    says(show(full(academy), { view: 'communities', community: 'k' }), 'How long is a day?', 'This helped', 'Six hours', 'Useful to me')
    says(show(full(academy), { session: 'h' }), 'Who came', 'Mia', 'Record who came', 'It changes no skill level')
  })
})
