import type { AcademySkill } from '@throughline/contract/governance'
import { skillLevels } from '@throughline/engine/governance'
import { useState } from 'react'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { AcademyActs, Named } from '../acts.ts'

type Form = { readonly acts: AcademyActs; readonly members: readonly Named[]; onClose(): void }

/** Describes a skill, or changes what it says. */
export function EditSkill({ skill, name: named = '', members, acts, onClose }: Form & { readonly skill?: AcademySkill | undefined; readonly name?: string | undefined }) {
  const [name, setName] = useState(skill?.name ?? named)
  const [anchors, setAnchors] = useState<readonly string[]>(skill?.anchors ?? skillLevels.map(() => ''))
  const [assessorIds, setAssessors] = useState<readonly string[]>(skill?.assessors.map(({ id }) => id) ?? [])
  const empty = anchors.findIndex((one) => one.trim() === '')
  const notYet = name.trim() === '' ? 'Give the name' : empty >= 0 ? `Say what level ${empty} means` : undefined
  const given = { name: name.trim(), anchors: anchors.map((one) => one.trim()), assessorIds: [...assessorIds] }
  const people = [...members, ...(skill?.assessors ?? []).filter(({ id }) => !members.some((one) => one.id === id))]
  return (
    <FormDialog title={skill ? 'Change a skill' : 'Describe a skill'} size="wide" act={skill ? 'Change' : 'Add'} notYet={notYet} onSubmit={() => (skill ? acts.changeSkill(skill, given) : acts.addSkill(given))} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" hint="As pools of people call it: then it is the same skill." required maxLength={80} value={name} onChange={setName} error={fieldError(problem, 'name')} />
          {skillLevels.map((level) => <TextField key={level} label={`Level ${level}`} {...(level === 0 ? { hint: 'What somebody can do, in words by which two assessors judge alike.' } : {})} required maxLength={400} value={anchors[level] ?? ''} onChange={(words) => setAnchors(anchors.map((one, at) => (at === level ? words : one)))} error={fieldError(problem, `anchors/${level}`)} />)}
          <fieldset className="grid gap-1">
            <legend className="field-label">Assessed by, beside whoever may plan capacity</legend>
            <div className="grid max-h-44 gap-1 overflow-auto sm:grid-cols-2">{people.map(({ id, name: label }) => <Checkbox key={id} label={label} checked={assessorIds.includes(id)} onChange={(is) => setAssessors(is ? [...assessorIds, id] : assessorIds.filter((one) => one !== id))} />)}</div>
          </fieldset>
        </>
      )}
    </FormDialog>
  )
}

/** Assesses somebody else in a skill, by its anchors, with the evidence in words. */
export function Assess({ skill, me, today, members, acts, onClose }: Form & { readonly skill: AcademySkill; readonly me: string; readonly today: string }) {
  const [personId, setPerson] = useState('')
  const [level, setLevel] = useState('')
  const [evidence, setEvidence] = useState('')
  const [on, setOn] = useState(today)
  const chosen = skillLevels.find((one) => String(one) === level)
  const notYet = personId === '' ? 'Choose whom' : chosen === undefined ? 'Choose the level' : evidence.trim() === '' ? 'Say on what evidence' : on === '' ? 'Say of which day' : undefined
  return (
    <FormDialog title={`Assess ${skill.name}`} subtitle="The person is told, and reads what you say" size="wide" act="Assess" notYet={notYet} onSubmit={() => acts.assess({ personId, skillId: skill.id, level: chosen ?? 0, evidence: evidence.trim(), on })} onClose={onClose}>
      {(problem) => (
        <>
          <FindSelect label="Whom" findLabel="Find a member" options={members.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, label: name }))} value={personId} onChange={setPerson} error={fieldError(problem, 'personId')} />
          <Select label="Level" value={level} options={skillLevels.map((one) => ({ value: String(one), label: `${one}: ${skill.anchors[one] ?? ''}` }))} onChange={setLevel} error={fieldError(problem, 'level')} />
          <TextArea label="Evidence" hint="What you saw them do, and where." required rows={4} maxLength={2000} value={evidence} onChange={setEvidence} error={fieldError(problem, 'evidence')} />
          <TextField type="date" label="Seen by" hint="The day by which you saw it; none that is to come." required max={today} value={on} onChange={setOn} error={fieldError(problem, 'on')} />
        </>
      )}
    </FormDialog>
  )
}
