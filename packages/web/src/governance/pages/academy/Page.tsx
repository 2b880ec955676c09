import type { Academy, AcademySkill, CommunitySheet, Course, CourseSession, KnowledgeCheckTaken, SessionSheet, SkillSheet } from '@throughline/contract/governance'
import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { InitiativeChoices } from '../../../demand/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Tabs } from '../../../ui/controls/Tabs.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import type { AcademyActs, Named } from './acts.ts'
import { Forms, type OpenForm } from './Forms.tsx'
import { Communities, CommunityDrawer } from './parts/communities.tsx'
import { CourseDrawer, Courses } from './parts/courses.tsx'
import { Mentors, Pairings } from './parts/mentors.tsx'
import { Own } from './parts/own.tsx'
import { SessionDrawer } from './parts/SessionDrawer.tsx'
import { SkillDrawer, Skills } from './parts/skills.tsx'
import { academyWords as words } from './words.ts'

export const academyViews = ['courses', 'own', 'skills', 'mentors', 'communities'] as const
export type AcademyView = (typeof academyViews)[number]
/** What the address shows: a view, and in a sheet at the side one thing of it. */
export type AcademyLooked = { readonly view: AcademyView; readonly course?: string | undefined; readonly session?: string | undefined; readonly skill?: string | undefined; readonly community?: string | undefined; readonly find: string }
export type AcademyProps = {
  readonly reading: Reading<Academy>; readonly looked: AcademyLooked; readonly me: string; readonly today: string; readonly past: boolean; readonly members: readonly Named[]; readonly initiatives: InitiativeChoices
  readonly session: Reading<SessionSheet>; readonly skill: Reading<SkillSheet> | undefined; readonly community: Reading<CommunitySheet>; readonly check: Reading<KnowledgeCheckTaken>
  onLook(change: Partial<Record<'view' | 'course' | 'session' | 'skill' | 'community' | 'find' | 'page', string | undefined>>): void
  onSave(): void
  readonly discuss: (kind: 'course' | 'community', id: string) => ReactNode
  readonly acts: AcademyActs
}

/** What there is to learn, from whom, and what came of it. */
export function AcademyPage(props: AcademyProps) {
  const { reading, looked, past, onLook, onSave, discuss, acts } = props
  const [open, setOpen] = useState<OpenForm>()
  const found = reading.state === 'full' ? reading.value : undefined
  const lead = found !== undefined && found.may.lead && !past
  const takesPart = found !== undefined && found.may.takePart && !past
  const [course, skill] = [found?.courses.find(({ id }) => id === looked.course), found?.skills.find(({ id }) => id === looked.skill)]
  const close = () => onLook({ course: undefined, session: undefined, skill: undefined, community: undefined, find: undefined, page: undefined })
  const onSession = (act: 'enrol' | 'withdraw' | 'tell' | 'see' | 'change' | 'off', of: Course, session: CourseSession) => {
    if (act === 'see') return onLook({ course: undefined, session: session.id })
    if (act === 'enrol') return void acts.enrol(session).then((done) => { if (!done.ok) setOpen({ form: 'refused', problem: done.refusal }) })
    return setOpen({ form: act, course: of, session })
  }
  const actions = looked.view === 'courses' ? lead && <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ form: 'course' })}>Describe a course</Button>
    : looked.view === 'skills' ? lead && <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ form: 'skill' })}>Describe a skill</Button>
    : looked.view === 'mentors' ? takesPart && found.skills.some(({ retired }) => retired === null) && <Button kind="primary" onClick={() => setOpen({ form: 'offer' })}>Offer to be a mentor</Button>
    : looked.view === 'communities' && lead && <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ form: 'community' })}>Begin a community</Button>
  return (
    <PageFrame title={words.title} note={words.note} actions={actions}>
      <Tabs label="Views of the academy" selected={looked.view} onSelect={(view) => onLook({ view })} tabs={[{ key: 'courses', label: 'Courses' }, { key: 'own', label: 'Your learning' }, { key: 'skills', label: 'Skills' }, { key: 'mentors', label: 'Mentors' }, { key: 'communities', label: 'Communities' }]}>
        <Shown reading={reading} what="the academy" lines={8}>{(value) => <div className="grid gap-4"><View {...props} academy={value} lead={lead} onOpen={setOpen} onSession={onSession} onSave={onSave} /></div>}</Shown>
      </Tabs>
      {!open && <Sheets {...props} course={course} shownSkill={skill} takesPart={takesPart} onOpen={setOpen} onSession={onSession} onClose={close} discuss={discuss} />}
      {open && found && <Forms {...props} open={open} academy={found} onClose={() => setOpen(undefined)} />}
    </PageFrame>
  )
}

type SessionAct = 'enrol' | 'withdraw' | 'tell' | 'see' | 'change' | 'off'
type Within = AcademyProps & { onOpen(form: OpenForm): void; onSession(act: SessionAct, course: Course, session: CourseSession): void }

/** The view that is chosen, or what there is to do where there is nothing yet. */
function View({ academy, looked: { view }, me, lead, onLook, onOpen, onSession, onSave, acts }: Within & { readonly academy: Academy; readonly lead: boolean }) {
  const { courses, skills, undescribed, mentors, pairings, communities } = academy
  const refused = (done: Awaited<ReturnType<AcademyActs['join']>>) => { if (!done.ok) onOpen({ form: 'refused', problem: done.refusal }) }
  const describe = lead && <Button kind="primary" onClick={() => onOpen({ form: 'skill' })}>Describe a skill</Button>
  switch (view) {
    case 'courses':
      return courses.length === 0 ? <EmptyState title={words.noCourses} actions={lead && (skills.length === 0 ? describe : <Button kind="primary" onClick={() => onOpen({ form: 'course' })}>Describe a course</Button>)}>{lead ? words.noCoursesWhy : words.noCoursesReader}</EmptyState>
        : <Courses courses={courses} onOpen={({ id }) => onLook({ course: id })} onEnrol={(course, session) => onSession('enrol', course, session)} />
    case 'own':
      return <Own academy={academy} onSave={onSave} onSession={(session) => onLook({ session })} onCourse={({ id }) => onLook({ course: id })} onTell={(course, session) => onSession('tell', course, session)} />
    case 'skills':
      return <>{skills.length === 0 && <EmptyState title={words.noSkills} actions={describe}>{words.noSkillsWhy}</EmptyState>}<Skills skills={skills} undescribed={undescribed} lead={lead} onOpen={({ id }) => onLook({ skill: id })} onDescribe={(name) => onOpen({ form: 'skill', name })} /></>
    case 'mentors':
      return <>
        {mentors.length === 0 ? <EmptyState title={words.noMentors} actions={skills.length === 0 ? describe : academy.may.takePart && <Button kind="primary" onClick={() => onOpen({ form: 'offer' })}>Offer to be a mentor</Button>}>{words.noMentorsWhy}</EmptyState> : <Mentors mentors={mentors} onAct={(act, mentor) => onOpen({ form: act === 'ask' ? 'ask-mentor' : 'end-mentor', mentor })} />}
        {(mentors.length > 0 || pairings.length > 0) && <Pairings pairings={pairings} me={me} onAct={(form, pairing) => onOpen({ form, pairing })} />}
      </>
    case 'communities':
      return communities.length === 0 ? <EmptyState title={words.noCommunities} actions={lead && <Button kind="primary" onClick={() => onOpen({ form: 'community' })}>Begin a community</Button>}>{words.noCommunitiesWhy}</EmptyState>
        : <Communities communities={communities} onOpen={({ id }) => onLook({ community: id })} onJoin={(community) => void acts.join(community, !community.isMember).then(refused)} />
  }
}

type SheetsProps = Within & { readonly course: Course | undefined; readonly shownSkill: AcademySkill | undefined; readonly takesPart: boolean; onClose(): void }

/** What is looked at more closely, in a sheet at the side. */
function Sheets({ looked, session, skill, community, course, shownSkill, takesPart, members, acts, discuss, onLook, onOpen, onSession, onClose }: SheetsProps) {
  const refused = (done: Awaited<ReturnType<AcademyActs['join']>>) => { if (!done.ok) onOpen({ form: 'refused', problem: done.refusal }) }
  if (looked.session !== undefined) return <SessionDrawer reading={session} members={members} acts={acts} onClose={onClose} />
  if (looked.community !== undefined) return (
    <CommunityDrawer
      reading={community} find={looked.find} discuss={discuss('community', looked.community)} onFind={(find) => onLook({ find: find === '' ? undefined : find, page: undefined })} onPage={(page) => onLook({ page: String(page) })} onClose={onClose}
      onAct={(act, one) => onOpen({ form: act === 'ask' ? 'ask-community' : act === 'change' ? 'community' : 'end-community', community: one })} onJoin={(one) => void acts.join(one, !one.isMember).then(refused)}
      onAnswer={(question) => onOpen({ form: 'answer', question })} onAccept={(question, answerId) => void acts.accept(question, answerId).then(refused)} onMark={(answer, useful) => void acts.mark(answer, useful).then(refused)}
    />
  )
  if (shownSkill) return <SkillDrawer skill={shownSkill} sheet={skill} onClose={onClose} onAct={(act) => onOpen({ form: act === 'assess' ? 'assess' : act === 'change' ? 'skill' : 'retire-skill', skill: shownSkill })} onWithdraw={(assessment) => onOpen({ form: 'withdraw-assessment', assessment })} />
  if (course) return <CourseDrawer course={course} takesPart={takesPart} discuss={discuss('course', course.id)} onClose={onClose} onAct={(act) => onOpen({ form: act === 'change' ? 'course' : act === 'retire' ? 'retire-course' : act, course })} onSession={(act, one) => onSession(act, course, one)} />
  return null
}

