import type { AcademySkill, Course, CourseSession, NewCourse, NewSession, OwnPlace } from '@throughline/contract/governance'
import type { Role } from '@throughline/contract/people'
import { roleNames } from '@throughline/contract/people'
import { courseKinds, sessionModes, skillLevels, usefulnessLevels, usefulnessWords } from '@throughline/engine/governance'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { AcademyActs, Named } from '../acts.ts'
import { academyWords as words, kindWords, modeWords, roleWords } from '../words.ts'

type Form = { readonly acts: AcademyActs; onClose(): void }

/** Describes a course, or changes what it says. */
export function EditCourse({ course, skills, acts, onClose }: Form & { readonly course?: Course | undefined; readonly skills: readonly AcademySkill[] }) {
  const [given, setGiven] = useState<NewCourse>(course ? { name: course.name, outcome: course.outcome, kind: course.kind, roles: course.roles, aims: course.aims.map(({ skill, level }) => ({ skillId: skill.id, level })) } : { name: '', outcome: '', kind: 'training', roles: [], aims: [] })
  const set = (change: Partial<NewCourse>) => setGiven({ ...given, ...change })
  const open = skills.filter(({ id, retired }) => retired === null && !given.aims.some(({ skillId }) => skillId === id))
  const nameOf = (id: string): string => skills.find((one) => one.id === id)?.name ?? ''
  const notYet = given.name.trim() === '' ? 'Give the name' : given.outcome.trim() === '' ? 'Say what one can do after it' : undefined
  const said = { ...given, name: given.name.trim(), outcome: given.outcome.trim() }
  return (
    <FormDialog title={course ? 'Change a course' : 'Describe a course'} size="wide" act={course ? 'Change' : 'Add'} notYet={notYet} onSubmit={() => (course ? acts.changeCourse(course, said) : acts.addCourse(said))} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required maxLength={160} value={given.name} onChange={(name) => set({ name })} error={fieldError(problem, 'name')} />
          <TextArea label="What one can do after it" required rows={3} maxLength={2000} value={given.outcome} onChange={(outcome) => set({ outcome })} error={fieldError(problem, 'outcome')} />
          <Select label="Kind" value={given.kind} options={courseKinds.map((value) => ({ value, label: kindWords[value] }))} onChange={(kind) => set({ kind })} />
          <fieldset className="grid gap-1">
            <legend className="field-label">For; nobody chosen means everybody</legend>
            <div className="grid gap-1 sm:grid-cols-3">{roleNames.map((role: Role) => <Checkbox key={role} label={roleWords(role)} checked={given.roles.includes(role)} onChange={(is) => set({ roles: is ? [...given.roles, role] : given.roles.filter((one) => one !== role) })} />)}</div>
          </fieldset>
          <fieldset className="grid gap-2">
            <legend className="field-label">Aims at</legend>
            {given.aims.map(({ skillId, level }) => (
              <div key={skillId} className="flex flex-wrap items-end gap-2">
                <Select label={`Level of ${nameOf(skillId)}`} value={String(level)} options={skillLevels.map((one) => ({ value: String(one), label: `${one}: ${skills.find(({ id }) => id === skillId)?.anchors[one] ?? ''}` }))} onChange={(value) => set({ aims: given.aims.map((one) => (one.skillId === skillId ? { skillId, level: skillLevels.find((each) => String(each) === value) ?? level } : one)) })} />
                <Button aria-label={`Remove ${nameOf(skillId)}`} onClick={() => set({ aims: given.aims.filter((one) => one.skillId !== skillId) })}>Remove</Button>
              </div>
            ))}
            {open.length > 0 ? <Select label="Add a skill" value="" placeholder="Choose" options={open.map(({ id, name }) => ({ value: id, label: name }))} onChange={(skillId) => set({ aims: [...given.aims, { skillId, level: 3 }] })} error={fieldError(problem, 'aims')} /> : skills.length === 0 && <p className="quiet">No skill is described yet; a course may aim at none.</p>}
          </fieldset>
        </>
      )}
    </FormDialog>
  )
}

/** Plans a session, records one that was held, or changes one. */
export function EditSession({ course, session, members, today, acts, onClose }: Form & { readonly course: Course; readonly session?: CourseSession | undefined; readonly members: readonly Named[]; readonly today: string }) {
  const [given, setGiven] = useState<NewSession>(session ? { on: session.on, seats: session.seats, trainerId: session.trainer.id, mode: session.mode, place: session.place } : { on: '', seats: 12, trainerId: '', mode: 'on_site', place: '' })
  const set = (change: Partial<NewSession>) => setGiven({ ...given, ...change })
  const people = session && !members.some(({ id }) => id === session.trainer.id) ? [session.trainer, ...members] : members
  const notYet = given.on === '' ? 'Say on which day' : given.trainerId === '' ? 'Choose the trainer' : given.seats < 1 ? 'Say how many seats' : undefined
  const { trainerId, ...rest } = given
  return (
    <FormDialog title={session ? 'Change a session' : 'Plan a session'} subtitle={course.name} act={session ? 'Change' : 'Plan'} notYet={notYet} onSubmit={() => (session ? acts.changeSession(session, { ...rest, ...(trainerId === session.trainer.id ? {} : { trainerId }) }) : acts.plan(course, given))} onClose={onClose}>
      {(problem) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField type="date" label="Day" hint={given.on !== '' && given.on < today ? 'This day is past: the session is recorded as held.' : 'One that was held is recorded by its past day.'} required value={given.on} onChange={(on) => set({ on })} error={fieldError(problem, 'on')} />
            <NumberField label="Seats" min={1} max={10_000} value={String(given.seats)} onChange={(value) => set({ seats: Math.trunc(Number(value ?? 0)) })} error={fieldError(problem, 'seats')} />
            <Select label="Trainer" hint="Records who came, after the day." value={given.trainerId} options={people.map(({ id, name }) => ({ value: id, label: name }))} onChange={(id) => set({ trainerId: id })} error={fieldError(problem, 'trainerId')} />
            <Select label="Mode" value={given.mode} options={sessionModes.map((value) => ({ value, label: modeWords[value] }))} onChange={(mode) => set({ mode })} />
          </div>
          <TextField label="Place or link" maxLength={300} value={given.place} onChange={(place) => set({ place })} error={fieldError(problem, 'place')} />
        </>
      )}
    </FormDialog>
  )
}

/** Says once how useful a session was that one attended. */
export function TellUsefulness({ course, place, acts, onClose }: Form & { readonly course: string; readonly place: OwnPlace }) {
  const [level, setLevel] = useState<NonNullable<OwnPlace['usefulness']> | ''>('')
  return (
    <FormDialog title="How useful was it?" subtitle={course} act="Say it" notYet={level === '' ? 'Choose one' : undefined} onSubmit={() => acts.tell(place, level === '' ? 'useful' : level)} onClose={onClose}>
      <Select label="Usefulness" hint={`It is said once. ${words.told}`} value={level} options={usefulnessLevels.map((value) => ({ value, label: usefulnessWords[value] }))} onChange={setLevel} />
    </FormDialog>
  )
}
