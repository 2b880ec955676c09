import type { Academy, Course, CourseSession } from '@throughline/contract/governance'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { academyWords as words, placeLook } from '../words.ts'

type OwnProps = { readonly academy: Academy; onSave(): void; onSession(sessionId: string): void; onCourse(course: Course): void; onTell(course: Course, session: CourseSession): void }
type OwnSession = { readonly course: Course; readonly session: CourseSession; readonly own: NonNullable<CourseSession['own']> }

/** What is known of the reader: levels with who assessed them, sessions, and a file with everything. */
export function Own({ academy: { levels, courses, due }, onSave, onSession, onCourse, onTell }: OwnProps) {
  const format = useFormat()
  const sessions = courses.flatMap((course) => course.sessions.flatMap((session) => (session.own ? [{ course, session, own: session.own }] : []))).toSorted((a, b) => (a.session.on < b.session.on ? 1 : -1))
  return (
    <>
      {due.length > 0 && <Card title="To record" note="Sessions of yours whose day is over">
        <ul className="grid gap-2">{due.map(({ sessionId, course, on }) => <li key={sessionId} className="flex flex-wrap items-center gap-2"><StatusMark quiet tone="warn" word={`${course.name}, ${format.date(on)}`} /><Button aria-label={`Record who came: ${course.name}, ${on}`} onClick={() => onSession(sessionId)}>Record who came</Button></li>)}</ul>
      </Card>}
      <Card title="Your levels" note="As somebody else assessed them; only you, the assessors of a skill and whoever may plan capacity see them" flush actions={<Button onClick={onSave}>Save your record</Button>}>
        <Table<Academy['levels'][number]>
          caption="Your level in each skill" rows={levels} rowKey={({ skill }) => skill.id} empty={<span className="quiet">{words.noLevels}</span>}
          columns={[
            { key: 'skill', label: 'Skill', cell: ({ skill }) => skill.name },
            { key: 'level', label: 'Level', cell: ({ level, anchor }) => level === null ? <span title={words.unknownWhy} className="quiet">{words.unknown}</span> : `${level}: ${anchor}` },
            { key: 'by', label: 'Assessed by', cell: ({ assessor, on }) => assessor && on ? <>{assessor.name}<span className="quiet block">{format.date(on)}</span></> : <span className="quiet">nobody</span> },
          ]}
        />
      </Card>
      <Card title="Your sessions" flush>
        <Table<OwnSession>
          caption="Your sessions" rows={sessions} rowKey={({ own }) => own.id} empty={<span className="quiet">You have enrolled for none.</span>}
          columns={[
            { key: 'course', label: 'Course', cell: ({ course }) => <Button kind="link" onClick={() => onCourse(course)}>{course.name}</Button> },
            { key: 'on', label: 'Day', cell: ({ session }) => format.date(session.on) },
            { key: 'state', label: 'State', cell: ({ session, own }) => { const { tone, words: word } = placeLook(own); return session.calledOff ? <StatusMark quiet tone="bad" word="Called off" /> : <StatusMark quiet tone={tone} word={word} /> } },
            { key: 'act', label: '', cell: ({ course, session }) => session.may.tell && <Button aria-label={`Say how useful it was: ${course.name}, ${session.on}`} onClick={() => onTell(course, session)}>Say how useful it was</Button> },
          ]}
        />
      </Card>
    </>
  )
}
