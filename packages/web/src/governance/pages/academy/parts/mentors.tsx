import type { AcademySkill, Mentor, Mentoring, NewMentor } from '@throughline/contract/governance'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { AcademyActs } from '../acts.ts'
import { pairingLooks } from '../words.ts'

export type MentorAct = 'ask' | 'end'
export type PairingAct = 'accept' | 'decline' | 'finish'

/** Who offers to be a mentor. */
export function Mentors({ mentors, onAct }: { readonly mentors: readonly Mentor[]; onAct(act: MentorAct, mentor: Mentor): void }) {
  const format = useFormat()
  return (
    <Card title="Mentors" note="Who learns from whom only these two see" flush>
      <Table<Mentor>
        caption="Who offers to be a mentor" rows={mentors} rowKey={({ id }) => id} maxHeight={480}
        columns={[
          { key: 'mentor', label: 'Mentor', cell: ({ mentor, words }) => <span className="block min-w-48 py-1">{mentor.name}<span className="quiet block">{words}</span></span> },
          { key: 'skill', label: 'Skill', cell: ({ skill }) => skill.name },
          { key: 'learners', label: 'Learners', numeric: true, cell: ({ learners, most }) => `${format.number(learners, 0)} of ${format.number(most, 0)}` },
          { key: 'act', label: '', cell: (one) => one.may.ask ? <Button aria-label={`Ask ${one.mentor.name} about ${one.skill.name}`} onClick={() => onAct('ask', one)}>Ask</Button> : one.may.end && <Button aria-label={`Take back your offer in ${one.skill.name}`} onClick={() => onAct('end', one)}>Take back</Button> },
        ]}
      />
    </Card>
  )
}

/** One’s own pairings, as mentor or as learner. */
export function Pairings({ pairings, me, onAct }: { readonly pairings: readonly Mentoring[]; readonly me: string; onAct(act: PairingAct, pairing: Mentoring): void }) {
  const format = useFormat()
  return (
    <Card title="Your pairings" flush>
      <Table<Mentoring>
        caption="Your pairings as mentor or as learner" rows={pairings} rowKey={({ id }) => id} maxHeight={480} empty={<span className="quiet">None: ask a mentor, or offer to be one.</span>}
        columns={[
          { key: 'with', label: 'With', cell: ({ mentor, learner, skill }) => <>{mentor.id === me ? `${learner.name}, who learns` : `${mentor.name}, mentor`}<span className="quiet block">{skill.name}</span></> },
          { key: 'goal', label: 'Goal', cell: ({ goal }) => <span className="block min-w-48 whitespace-pre-line py-1">{goal}</span> },
          { key: 'state', label: 'State', cell: ({ state, askedAt, last }) => <><StatusMark quiet tone={pairingLooks[state].tone} word={pairingLooks[state].words} /><span className="quiet block">{last ? `${last.by}${last.words === '' ? '' : `: ${last.words}`}` : format.date(askedAt.slice(0, 10))}</span></> },
          { key: 'act', label: '', cell: (one) => <span className="flex gap-1">{one.may.answer && <><Button aria-label={`Accept ${one.learner.name}`} onClick={() => onAct('accept', one)}>Accept</Button><Button aria-label={`Decline ${one.learner.name}`} onClick={() => onAct('decline', one)}>Decline</Button></>}{one.may.end && !one.may.answer && <Button aria-label={`End the pairing about ${one.skill.name}`} onClick={() => onAct('finish', one)}>End</Button>}</span> },
        ]}
      />
    </Card>
  )
}

/** Offers to be a mentor in a skill. */
export function OfferMentoring({ skills, acts, onClose }: { readonly skills: readonly AcademySkill[]; readonly acts: AcademyActs; onClose(): void }) {
  const [given, setGiven] = useState<NewMentor>({ skillId: '', words: '', most: 2 })
  const notYet = given.skillId === '' ? 'Choose the skill' : given.words.trim() === '' ? 'Say what you can help with' : given.most < 1 ? 'Say how many at once' : undefined
  return (
    <FormDialog title="Offer to be a mentor" act="Offer" notYet={notYet} onSubmit={() => acts.offer({ ...given, words: given.words.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <Select label="Skill" value={given.skillId} options={skills.filter(({ retired }) => retired === null).map(({ id, name }) => ({ value: id, label: name }))} onChange={(skillId) => setGiven({ ...given, skillId })} error={fieldError(problem, 'skillId')} />
          <TextArea label="What you can help with" required rows={3} maxLength={1000} value={given.words} onChange={(words) => setGiven({ ...given, words })} error={fieldError(problem, 'words')} />
          <NumberField label="Learners at once" min={1} max={20} value={String(given.most)} onChange={(value) => setGiven({ ...given, most: Math.trunc(Number(value ?? 0)) })} error={fieldError(problem, 'most')} />
        </>
      )}
    </FormDialog>
  )
}
