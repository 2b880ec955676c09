import type { Cadence, Channel, Communication, Detail, Message, MessageDraft, NewCommunication, NewMessage, NewStakeholder, Stakeholder, StakeholderChange } from '@throughline/contract/governance'
import { cadences, channels, details } from '@throughline/engine/governance'
import { useState } from 'react'
import type { InitiativeChoices } from '../../../../demand/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { Outcome } from '../../../outcome.ts'
import { cadenceWords, channelWords, communicationWords as words, detailWords } from '../words.ts'

export type Named = { readonly id: string; readonly name: string }
export type CommunicationActs = {
  add(stakeholder: NewStakeholder): Outcome
  change(stakeholder: Stakeholder, given: Omit<StakeholderChange, 'version'>): Outcome
  remove(stakeholder: Stakeholder): Outcome
  plan(communication: NewCommunication): Outcome
  end(communication: Communication, reason: string): Outcome
  tell(communication: Communication, given: Omit<NewMessage, 'version'>): Outcome
  answer(message: Message, said: string): Outcome
  draft(communication: Communication): Promise<MessageDraft | undefined>
}
type Form = { readonly acts: CommunicationActs; onClose(): void }
type Manner = Pick<Stakeholder, 'channel' | 'detail' | 'language'>
const plain: Manner = { channel: 'mail', detail: 'standard', language: 'en' }
const isLanguage = (tag: string): boolean => /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag.trim())

/** Channel, detail and language. */
function MannerFields({ value, onChange }: { readonly value: Manner; onChange(value: Manner): void }) {
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <Select<Channel> label="Channel" value={value.channel} options={channels.map((one) => ({ value: one, label: channelWords[one] }))} onChange={(channel) => onChange({ ...value, channel })} />
      <Select<Detail> label="Detail" value={value.detail} options={details.map((one) => ({ value: one, label: detailWords[one] }))} onChange={(detail) => onChange({ ...value, detail })} />
      <TextField label="Language" hint="A tag such as en or pt-BR." required maxLength={20} value={value.language} onChange={(language) => onChange({ ...value, language })} />
    </div>
  )
}

/** Adds a stakeholder, or changes how one is told. */
export function EditStakeholder({ stakeholder, members, acts, onClose }: Form & { readonly stakeholder?: Stakeholder | undefined; readonly members: readonly Named[] }) {
  const [name, setName] = useState(stakeholder?.name ?? '')
  const [accountId, setAccount] = useState('')
  const [kind, setKind] = useState<'person' | 'group'>(stakeholder?.kind ?? 'person')
  const [note, setNote] = useState(stakeholder?.note ?? '')
  const [manner, setManner] = useState<Manner>(stakeholder ? { channel: stakeholder.channel, detail: stakeholder.detail, language: stakeholder.language } : plain)
  const [optedOut, setOptedOut] = useState(stakeholder?.optedOut ?? false)
  const said = { name: name.trim(), note: note.trim(), ...manner, language: manner.language.trim() }
  const notYet = said.name === '' ? 'Give the name' : isLanguage(manner.language) ? undefined : 'The language is no tag such as en'
  return (
    <FormDialog title={stakeholder ? 'How they are told' : 'Add a stakeholder'} {...(stakeholder ? { subtitle: stakeholder.name } : {})} act={stakeholder ? 'Change' : 'Add'} notYet={notYet} onSubmit={() => (stakeholder ? acts.change(stakeholder, { ...said, optedOut }) : acts.add({ ...said, kind, accountId: accountId === '' ? null : accountId }))} onClose={onClose}>
      {(problem) => (
        <>
          {!stakeholder && <div className="grid gap-4 sm:grid-cols-2">
            <Select label="Member" hint="Where they are one: drafts then speak of their own objectives." value={accountId} options={[{ value: '', label: 'No member' }, ...members.map(({ id, name: label }) => ({ value: id, label }))]} onChange={(id) => { setAccount(id); if (name.trim() === '') setName(members.find((one) => one.id === id)?.name ?? '') }} />
            <Select<'person' | 'group'> label="Kind" value={kind} options={[{ value: 'person', label: 'Person' }, { value: 'group', label: 'Group' }]} onChange={setKind} />
          </div>}
          <TextField label="Name" required maxLength={160} value={name} onChange={setName} error={fieldError(problem, 'name')} />
          <TextField label="Note" hint="What they have at stake." maxLength={1000} value={note} onChange={setNote} error={fieldError(problem, 'note')} />
          <MannerFields value={manner} onChange={setManner} />
          {stakeholder && <Checkbox label="Wants to be told nothing" hint="Nothing is due for them, and nothing can be told to them, until this is taken back." checked={optedOut} onChange={setOptedOut} />}
        </>
      )}
    </FormDialog>
  )
}

/** Removes a stakeholder. */
export function RemoveStakeholder({ stakeholder, acts, onClose }: Form & { readonly stakeholder: Stakeholder }) {
  return <FormDialog title="Remove a stakeholder" subtitle={stakeholder.name} act="Remove" tone="danger" onSubmit={() => acts.remove(stakeholder)} onClose={onClose}><p>What is planned for them ends. What was told stays in the log.</p></FormDialog>
}

/** Plans what a stakeholder is told. */
export function PlanCommunication({ stakeholders, members, initiatives, today, acts, onClose }: Form & { readonly stakeholders: readonly Stakeholder[]; readonly members: readonly Named[]; readonly initiatives: InitiativeChoices; readonly today: string }) {
  const [given, setGiven] = useState<NewCommunication>({ stakeholderId: '', about: '', cadence: 'month', firstOn: today, ownerId: '', initiativeId: null })
  const set = (change: Partial<NewCommunication>) => setGiven({ ...given, ...change })
  const notYet = given.stakeholderId === '' ? 'Choose whom' : given.about.trim() === '' ? 'Say what about' : given.firstOn === '' ? 'Say from which day' : given.ownerId === '' ? 'Choose who tells it' : undefined
  return (
    <FormDialog title="Plan communication" act="Plan" notYet={notYet} onSubmit={() => acts.plan({ ...given, about: given.about.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <Select label="To" value={given.stakeholderId} options={stakeholders.filter(({ optedOut }) => !optedOut).map(({ id, name }) => ({ value: id, label: name }))} onChange={(stakeholderId) => set({ stakeholderId })} error={fieldError(problem, 'stakeholderId')} />
          <TextField label="What about" required maxLength={300} value={given.about} onChange={(about) => set({ about })} error={fieldError(problem, 'about')} />
          <div className="grid gap-4 sm:grid-cols-3">
            <Select<Cadence> label="How often" value={given.cadence} options={cadences.map((value) => ({ value, label: cadenceWords[value] }))} onChange={(cadence) => set({ cadence })} />
            <TextField type="date" label="From" required value={given.firstOn} onChange={(firstOn) => set({ firstOn })} error={fieldError(problem, 'firstOn')} />
            <Select label="Told by" value={given.ownerId} options={members.map(({ id, name }) => ({ value: id, label: name }))} onChange={(ownerId) => set({ ownerId })} />
          </div>
          <FindSelect label="About the initiative" findLabel="Find an initiative" options={[{ value: '', label: 'No initiative' }, ...initiatives.found.map(({ id, name }) => ({ value: id, label: name }))]} total={initiatives.total} onFind={initiatives.find} value={given.initiativeId ?? ''} onChange={(id) => set({ initiativeId: id === '' ? null : id })} error={fieldError(problem, 'initiativeId')} />
        </>
      )}
    </FormDialog>
  )
}

/** Tells it, or records that it was told, in the manner that they want; a draft comes from the stakeholder’s own objectives. */
export function Tell({ communication, stakeholder, mail, today, acts, onClose }: Form & { readonly communication: Communication; readonly stakeholder: Stakeholder | undefined; /** Whether there is a mail server. */ readonly mail: boolean; readonly today: string }) {
  const [said, setSaid] = useState('')
  const [on, setOn] = useState(today)
  const [manner, setManner] = useState<Manner>(stakeholder ?? plain)
  const [send, setSend] = useState(true)
  const sendable = mail && manner.channel === 'mail' && on === today && Boolean(stakeholder?.account)
  const sends = sendable && send
  const draft = () => void acts.draft(communication).then((drafted) => drafted && setSaid(drafted.words))
  const notYet = said.trim() === '' ? 'Say what is told' : on === '' ? 'Say on which day' : isLanguage(manner.language) ? undefined : 'The language is no tag such as en'
  return (
    <FormDialog title={communication.about} subtitle={`To ${communication.stakeholder.name}`} size="wide" act={sends ? 'Send' : manner.channel === 'app' && stakeholder?.account ? 'Tell' : 'Record as told'} notYet={notYet} onSubmit={() => acts.tell(communication, { on, channel: manner.channel, detail: manner.detail, language: manner.language.trim(), words: said.trim(), ...(sends ? { send: true } : {}) })} onClose={onClose}>
      {(problem) => (
        <>
          <MannerFields value={manner} onChange={setManner} />
          <TextArea label="Message" hint={manner.language.toLowerCase().startsWith('en') ? undefined : words.english} required rows={9} maxLength={8000} value={said} onChange={setSaid} error={fieldError(problem, 'words')} />
          <div><Button onClick={draft}>Draft it from their objectives</Button></div>
          <TextField type="date" label="Told on" hint={words.recorded} required value={on} onChange={setOn} error={fieldError(problem, 'on')} />
          {sendable && <Checkbox label={`Send it to ${stakeholder?.account?.name ?? ''} by mail now`} hint={words.send} checked={send} onChange={setSend} />}
        </>
      )}
    </FormDialog>
  )
}

/** Ends what is planned, with the reason, or records what came back of a message. */
export function SayWords({ title, subtitle, label, act, tone, onSay, onClose }: { readonly title: string; readonly subtitle: string; readonly label: string; readonly act: string; readonly tone?: 'danger'; onSay(said: string): Outcome; onClose(): void }) {
  const [said, setSaid] = useState('')
  return (
    <FormDialog title={title} subtitle={subtitle} act={act} {...(tone ? { tone } : {})} notYet={said.trim() === '' ? 'Say it' : undefined} onSubmit={() => onSay(said.trim())} onClose={onClose}>
      <TextArea label={label} required rows={4} maxLength={tone ? 2000 : 8000} value={said} onChange={setSaid} />
    </FormDialog>
  )
}
