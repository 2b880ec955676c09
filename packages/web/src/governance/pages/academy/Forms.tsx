import type { Academy, AcademySkill, Community, CommunityQuestion, Course, CourseSession, Mentor, Mentoring, SkillAssessment } from '@throughline/contract/governance'
import type { Problem } from '@throughline/contract/wire'
import { Button } from '../../../ui/controls/Button.tsx'
import { Dialog } from '../../../ui/overlays/Dialog.tsx'
import { FormDialog, ProblemNote, Shown } from '../../../wire/index.ts'
import type { AcademyProps } from './Page.tsx'
import { GiveCheck, TakeCheck } from './parts/check-forms.tsx'
import { AskCommunity, EditCommunity } from './parts/community-forms.tsx'
import { EditCourse, EditSession, TellUsefulness } from './parts/course-forms.tsx'
import { OfferMentoring } from './parts/mentors.tsx'
import { Reason } from './parts/Reason.tsx'
import { Assess, EditSkill } from './parts/skill-forms.tsx'

/** The form that is open, with what it is about. */
export type OpenForm =
  | { readonly form: 'refused'; readonly problem: Problem }
  | { readonly form: 'skill'; readonly skill?: AcademySkill; readonly name?: string } | { readonly form: 'assess' | 'retire-skill'; readonly skill: AcademySkill } | { readonly form: 'withdraw-assessment'; readonly assessment: SkillAssessment }
  | { readonly form: 'course'; readonly course?: Course } | { readonly form: 'retire-course' | 'plan' | 'check' | 'take'; readonly course: Course }
  | { readonly form: 'withdraw' | 'tell' | 'change' | 'off'; readonly course: Course; readonly session: CourseSession }
  | { readonly form: 'offer' } | { readonly form: 'ask-mentor' | 'end-mentor'; readonly mentor: Mentor } | { readonly form: 'accept' | 'decline' | 'finish'; readonly pairing: Mentoring }
  | { readonly form: 'community' | 'end-community' | 'ask-community'; readonly community?: Community } | { readonly form: 'answer'; readonly question: CommunityQuestion }

type FormsProps = AcademyProps & { readonly open: OpenForm; readonly academy: Academy; onClose(): void }

/** The form that is open. */
export function Forms(props: FormsProps) {
  const { open, academy, me, today, members, acts, onClose } = props
  switch (open.form) {
    case 'refused':
      return <Dialog open title={open.problem.title} onClose={onClose} foot={<Button kind="primary" onClick={onClose}>Close</Button>}><ProblemNote problem={open.problem} /></Dialog>
    case 'skill':
      return <EditSkill skill={open.skill} name={open.name} {...{ members, acts, onClose }} />
    case 'assess':
      return <Assess skill={open.skill} {...{ me, today, members, acts, onClose }} />
    case 'retire-skill':
      return <Reason title="Retire a skill" subtitle={open.skill.name} label="Why" act="Retire" tone="danger" hint="Nobody is assessed in it any more; levels that were assessed stay." onSay={(retired) => acts.changeSkill(open.skill, { retired })} onClose={onClose} />
    case 'withdraw-assessment':
      return <Reason title="Withdraw an assessment" subtitle={`${open.assessment.person.name}, ${open.assessment.skill.name}`} label="Why it was a mistake" act="Withdraw" tone="danger" hint="What was assessed before holds again. The person is told." onSay={(reason) => acts.withdrawAssessment(open.assessment, reason)} onClose={onClose} />
    case 'course':
      return <EditCourse course={open.course} skills={academy.skills} {...{ acts, onClose }} />
    case 'retire-course':
      return <Reason title="Retire a course" subtitle={open.course.name} label="Why" act="Retire" tone="danger" hint="Nobody enrols for it any more; call off what is still planned." onSay={(retired) => acts.changeCourse(open.course, { retired })} onClose={onClose} />
    case 'plan':
      return <EditSession course={open.course} {...{ members, today, acts, onClose }} />
    case 'check':
    case 'take':
      return <CheckForm {...props} form={open.form} course={open.course} />
    case 'withdraw':
    case 'tell':
    case 'change':
    case 'off':
      return <SessionForm {...props} form={open.form} course={open.course} of={open.session} />
    default:
      return <PeopleForm {...props} open={open} />
  }
}

function CheckForm({ form, course, check, acts, onClose }: FormsProps & { readonly form: 'check' | 'take'; readonly course: Course }) {
  if (form === 'take') return <TakeCheck reading={check} acts={acts} onClose={onClose} />
  if (course.check === null) return <GiveCheck course={course} before={undefined} {...{ acts, onClose }} />
  return check.state === 'full' ? <GiveCheck course={course} before={check.value} {...{ acts, onClose }} /> : <Dialog open title="Knowledge check" onClose={onClose}><Shown reading={check} what="the check">{() => null}</Shown></Dialog>
}

function SessionForm({ form, course, of: session, members, today, acts, onClose }: FormsProps & { readonly form: 'withdraw' | 'tell' | 'change' | 'off'; readonly course: Course; readonly of: CourseSession }) {
  const { own } = session
  if (form === 'change') return <EditSession course={course} session={session} {...{ members, today, acts, onClose }} />
  if (form === 'off') return <Reason title="Call a session off" subtitle={`${course.name}, ${session.on}`} label="Why" act="Call off" tone="danger" hint="Whoever has a place or waits is told." onSay={(reason) => acts.callOff(session, reason)} onClose={onClose} />
  if (!own) return null
  if (form === 'tell') return <TellUsefulness course={course.name} place={own} {...{ acts, onClose }} />
  return <FormDialog title="Give up the place" subtitle={`${course.name}, ${session.on}`} act="Give it up" onSubmit={() => acts.withdraw(own)} onClose={onClose}><p>Whoever waits first gets it. Enrolling again puts you at the end of the line.</p></FormDialog>
}

type PeopleOpen = Extract<OpenForm, { readonly form: 'offer' | 'ask-mentor' | 'end-mentor' | 'accept' | 'decline' | 'finish' | 'community' | 'end-community' | 'ask-community' | 'answer' }>

function PeopleForm({ open, academy, members, initiatives, acts, onClose }: Omit<FormsProps, 'open'> & { readonly open: PeopleOpen }) {
  switch (open.form) {
    case 'offer':
      return <OfferMentoring skills={academy.skills} {...{ acts, onClose }} />
    case 'ask-mentor':
      return <Reason title={`Ask ${open.mentor.mentor.name}`} subtitle={open.mentor.skill.name} label="What you want to reach" act="Ask" hint="Only the two of you read it." onSay={(goal) => acts.ask(open.mentor, goal)} onClose={onClose} />
    case 'end-mentor':
      return <FormDialog title="Take back your offer" subtitle={open.mentor.skill.name} act="Take back" onSubmit={() => acts.endMentor(open.mentor)} onClose={onClose}><p>Nobody asks you any more. Pairings that run go on until one of you ends them.</p></FormDialog>
    case 'accept':
    case 'decline':
      return <Reason title={open.form === 'accept' ? 'Take a learner on' : 'Decline'} subtitle={`${open.pairing.learner.name}: ${open.pairing.goal}`} label="What you say to it" free act={open.form === 'accept' ? 'Accept' : 'Decline'} onSay={(said) => acts.answer(open.pairing, open.form === 'accept', said)} onClose={onClose} />
    case 'finish':
      return <Reason title="End a pairing" subtitle={open.pairing.skill.name} label="Why" act="End" hint="The other one is told." onSay={(reason) => acts.endPairing(open.pairing, reason)} onClose={onClose} />
    case 'community':
      return <EditCommunity community={open.community} {...{ members, acts, onClose }} />
    case 'answer':
      return <Reason title={open.question.title} subtitle={open.question.by.name} label="Your answer" act="Answer" most={4000} onSay={(text) => acts.answerQuestion(open.question, text)} onClose={onClose} />
    case 'end-community':
    case 'ask-community': {
      const { community } = open
      if (!community) return null
      return open.form === 'ask-community' ? <AskCommunity community={community} {...{ initiatives, acts, onClose }} /> : <Reason title="End a community" subtitle={community.name} label="Why" act="End" tone="danger" hint="What was asked and answered stays to be read." onSay={(ended) => acts.changeCommunity(community, { ended })} onClose={onClose} />
    }
  }
}
