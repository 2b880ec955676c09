import type { Course, CourseSession } from '@throughline/contract/governance'
import { usefulnessWords, changeWords } from '@throughline/engine/governance'
import type { ReactNode } from 'react'
import { explanationFromWire, metricCell, useFormat, useToday, type Format } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { Drawer } from '../../../../ui/overlays/Dialog.tsx'
import { academyWords as words, kindWords, modeWords, placeLook, roleWords } from '../words.ts'

/** A count of people, or in two words why it is not shown. */
const people = (format: Format) => (metric: Course['reach']['reached']): string => metricCell(metric, (count) => format.number(count, 0))

/** Courses with their next session and figures. */
export function Courses({ courses, onOpen, onEnrol }: { readonly courses: readonly Course[]; onOpen(course: Course): void; onEnrol(course: Course, session: CourseSession): void }) {
  const format = useFormat()
  return (
    <Card title="Courses" note={`Reach: who attended, of everybody a course is for. ${words.few}`} flush>
      <Table<Course>
        caption="Courses with their next session and figures" rows={courses} rowKey={({ id }) => id} maxHeight={640}
        columns={[
          { key: 'course', label: 'Course', cell: (one) => <span className="block min-w-56 py-1"><Button kind="link" onClick={() => onOpen(one)}>{one.name}</Button><span className="quiet block">{one.retired ? 'Retired' : kindWords[one.kind]}: {one.outcome}</span></span> },
          { key: 'next', label: 'Next session', cell: (one) => <Next course={one} onEnrol={onEnrol} /> },
          { key: 'reach', label: 'Reach', numeric: true, cell: ({ reach: { share } }) => <WhyFigure why={explanationFromWire(share.why)}>{metricCell(share.metric, (value) => format.percent(value, 0))}</WhyFigure> },
          { key: 'useful', label: 'Very useful, and useful', cell: ({ usefulness: { counts, why } }) => <WhyFigure why={explanationFromWire(why)}>{[...new Set(counts.slice(0, 2).map(({ people: count }) => people(format)(count)))].join(' and ')}</WhyFigure> },
          { key: 'change', label: 'Level is higher', cell: ({ changes }) => changes.length === 0 ? <span className="quiet">aims at no skill</span> : changes.map(({ skill, counts, why }) => <span key={skill.id} className="block whitespace-nowrap"><WhyFigure why={explanationFromWire(why)}>{people(format)(counts[0]?.people ?? { status: 'not_applicable' })}</WhyFigure> <span className="quiet">{skill.name}</span></span>) },
        ]}
      />
    </Card>
  )
}

function Next({ course, onEnrol }: { readonly course: Course; onEnrol(course: Course, session: CourseSession): void }) {
  const [format, today] = [useFormat(), useToday()]
  const ahead = course.sessions.filter(({ calledOff, attendance, on }) => calledOff === null && attendance === null && on >= today)
  // What concerns whoever reads comes first; others are told of the next one all the same.
  const next = course.sessions.find(({ may, own, calledOff }) => calledOff === null && (may.enrol || may.withdraw || (own !== null && own.state !== 'withdrawn' && own.attended === null))) ?? ahead[0]
  if (!next) return <span className="quiet">none is planned</span>
  return (
    <span className="block min-w-44 py-1">{format.date(next.on)}, {modeWords[next.mode].toLowerCase()}<span className="quiet block">{seats(next, format)}</span>
      {next.may.enrol ? <Button aria-label={`${freeSeats(next) > 0 ? 'Enrol' : 'Wait for a seat'}: ${course.name}, ${next.on}`} onClick={() => onEnrol(course, next)}>{freeSeats(next) > 0 ? 'Enrol' : 'Wait for a seat'}</Button> : next.own && <StatusMark quiet {...lookOf(next.own)} />}
    </span>
  )
}

const lookOf = (own: NonNullable<CourseSession['own']>) => { const { tone, words: word } = placeLook(own); return { tone, word } }
const freeSeats = ({ seats: all, taken, waiting }: CourseSession): number => (waiting > 0 ? 0 : Math.max(0, all - taken))
const seats = (one: CourseSession, format: Format): string => `${format.number(one.taken, 0)} of ${format.count(one.seats, 'seat', 'seats')} taken${one.waiting > 0 ? `, ${format.number(one.waiting, 0)} wait` : ''}`

export type CourseAct = 'change' | 'retire' | 'plan' | 'check' | 'take'
export type SessionAct = 'enrol' | 'withdraw' | 'tell' | 'see' | 'change' | 'off'
type SheetProps = { readonly course: Course; readonly takesPart: boolean; readonly discuss: ReactNode; onClose(): void; onAct(act: CourseAct): void; onSession(act: SessionAct, session: CourseSession): void }

/** Everything about a course: what it is for, its sessions, its check, and its figures. */
export function CourseDrawer({ course, takesPart, discuss, onClose, onAct, onSession }: SheetProps) {
  const { check } = course
  const foot = <>
    {discuss}
    {course.may.change && <><Button onClick={() => onAct('retire')}>Retire</Button><Button onClick={() => onAct('change')}>Change</Button><Button kind="primary" onClick={() => onAct('plan')}>Plan a session</Button></>}
  </>
  return (
    <Drawer open title={course.name} onClose={onClose} foot={foot}>
      <div className="grid gap-5">
        {course.retired && <p><StatusMark tone="none" word="Retired" /> <span className="quiet">{course.retired.by}: {course.retired.words}</span></p>}
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 [&_dt]:text-ink-3">
          <dt>After it</dt><dd className="max-w-[70ch] whitespace-pre-line">{course.outcome}</dd>
          <dt>Kind</dt><dd>{kindWords[course.kind]}</dd>
          <dt>For</dt><dd>{course.roles.length === 0 ? 'Everybody' : course.roles.map(roleWords).join(', ')}</dd>
          <dt>Aims at</dt><dd>{course.aims.length === 0 ? 'No skill' : course.aims.map(({ skill, level }) => `${skill.name}, level ${level}`).join('; ')}</dd>
        </dl>
        {(check || course.may.change) && <section aria-label="Knowledge check" className="border-t border-border pt-3">
          <h3 className="mb-2">Knowledge check</h3>
          <p className="mb-2">{check ? <>{check.questions} questions, {check.passMark} right to pass; you have tried {check.tried} of {check.attempts} times{check.passed ? ' and passed' : ''}.</> : <span className="quiet">None was given.</span>}</p>
          <span className="flex flex-wrap gap-2">
            {check && takesPart && course.retired === null && check.tried < check.attempts && <Button onClick={() => onAct('take')}>Take the check</Button>}
            {course.may.change && <Button onClick={() => onAct('check')}>{check ? 'Give another check' : 'Give a check'}</Button>}
          </span>
        </section>}
        <Sessions course={course} onSession={onSession} />
        <Outcomes course={course} />
      </div>
    </Drawer>
  )
}

function Sessions({ course: { sessions, omitted, name }, onSession }: { readonly course: Course; onSession(act: SessionAct, session: CourseSession): void }) {
  const format = useFormat()
  return (
    <section aria-label="Sessions" className="border-t border-border pt-3">
      <h3 className="mb-2">Sessions</h3>
      {sessions.length === 0 ? <p className="quiet">None is planned.</p> : <ol className="grid gap-3">{sessions.map((one) => (
        <li key={one.id}>{format.date(one.on)}, {modeWords[one.mode].toLowerCase()}{one.place && `, ${one.place}`} <span className="quiet">{one.trainer.name}; {seats(one, format)}</span>
          {one.calledOff && <span className="block"><StatusMark quiet tone="bad" word="Called off" /> <span className="quiet">{one.calledOff.words}</span></span>}
          {one.own && !one.calledOff && <span className="block"><StatusMark quiet {...lookOf(one.own)} />{one.own.usefulness && <span className="quiet">: {usefulnessWords[one.own.usefulness].toLowerCase()}, as you said</span>}</span>}
          <span className="mt-1 flex flex-wrap gap-2">
            {one.may.enrol && <Button onClick={() => onSession('enrol', one)} aria-label={`${freeSeats(one) > 0 ? 'Enrol' : 'Wait for a seat'}: ${name}, ${one.on}`}>{freeSeats(one) > 0 ? 'Enrol' : 'Wait for a seat'}</Button>}
            {one.may.withdraw && <Button onClick={() => onSession('withdraw', one)} aria-label={`Give up the place on ${one.on}`}>Give up the place</Button>}
            {one.may.tell && <Button onClick={() => onSession('tell', one)} aria-label={`Say how useful it was: ${one.on}`}>Say how useful it was</Button>}
            {one.may.see && <Button onClick={() => onSession('see', one)} aria-label={`${one.may.attend ? 'Who came' : 'Who has a place'} on ${one.on}`}>{one.may.attend ? 'Who came' : 'Who has a place'}</Button>}
            {one.may.change && <Button onClick={() => onSession('change', one)} aria-label={`Change ${one.on}`}>Change</Button>}
            {one.may.change && <Button onClick={() => onSession('off', one)} aria-label={`Call off: ${one.on}`}>Call off</Button>}
          </span>
        </li>
      ))}</ol>}
      {omitted > 0 && <p className="quiet mt-2">{format.count(omitted, 'older session is', 'older sessions are')} not listed.</p>}
    </section>
  )
}

/** Reach, usefulness and change, each with its explanation. */
function Outcomes({ course: { reach, usefulness, changes } }: { readonly course: Course }) {
  const format = useFormat()
  const count = people(format)
  return (
    <section aria-label="What came of it" className="border-t border-border pt-3">
      <h3 className="mb-2">What came of it</h3>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 [&_dt]:text-ink-3">
        <dt>Reach</dt><dd><WhyFigure why={explanationFromWire(reach.share.why)}>{count(reach.reached)} of {count(reach.audience)}</WhyFigure></dd>
        <dt>Usefulness</dt><dd><WhyFigure why={explanationFromWire(usefulness.why)}><span className="grid text-left">{usefulness.counts.map(({ level, people: told }) => <span key={level}>{usefulnessWords[level]}: {count(told).toLowerCase()}</span>)}</span></WhyFigure></dd>
        {changes.map(({ skill, counts, why }) => <div key={skill.id} className="contents"><dt>{skill.name}</dt><dd><WhyFigure why={explanationFromWire(why)}><span className="grid text-left">{counts.map(({ change, people: told }) => <span key={change}>{changeWords[change]}: {count(told).toLowerCase()}</span>)}</span></WhyFigure></dd></div>)}
      </dl>
      {changes.length > 0 && <p className="quiet mt-2 max-w-[70ch]">{words.noCause}</p>}
    </section>
  )
}
