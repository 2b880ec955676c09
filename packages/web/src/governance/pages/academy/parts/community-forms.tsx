import type { Community, NewCommunity, NewQuestion } from '@throughline/contract/governance'
import { useState } from 'react'
import type { InitiativeChoices } from '../../../../demand/index.ts'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { AcademyActs, Named } from '../acts.ts'

type Form = { readonly acts: AcademyActs; onClose(): void }

/** Begins a community, or changes what it says. */
export function EditCommunity({ community, members, acts, onClose }: Form & { readonly community?: Community | undefined; readonly members: readonly Named[] }) {
  const [given, setGiven] = useState<NewCommunity>(community ? { name: community.name, theme: community.theme, stewardId: community.steward.id } : { name: '', theme: '', stewardId: '' })
  const set = (change: Partial<NewCommunity>) => setGiven({ ...given, ...change })
  const people = community && !members.some(({ id }) => id === community.steward.id) ? [community.steward, ...members] : members
  const notYet = given.name.trim() === '' ? 'Give the name' : given.theme.trim() === '' ? 'Say what it is about' : given.stewardId === '' ? 'Choose the steward' : undefined
  const { stewardId, ...rest } = { ...given, name: given.name.trim(), theme: given.theme.trim() }
  return (
    <FormDialog title={community ? 'Change a community' : 'Begin a community'} act={community ? 'Change' : 'Begin'} notYet={notYet} onSubmit={() => (community ? acts.changeCommunity(community, { ...rest, ...(stewardId === community.steward.id ? {} : { stewardId }) }) : acts.addCommunity({ ...rest, stewardId }))} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required maxLength={120} value={given.name} onChange={(name) => set({ name })} error={fieldError(problem, 'name')} />
          <TextArea label="Theme" required rows={3} maxLength={1000} value={given.theme} onChange={(theme) => set({ theme })} error={fieldError(problem, 'theme')} />
          <Select label="Steward" value={given.stewardId} options={people.map(({ id, name }) => ({ value: id, label: name }))} onChange={(id) => set({ stewardId: id })} error={fieldError(problem, 'stewardId')} />
        </>
      )}
    </FormDialog>
  )
}

/** Asks a community, about an initiative where it is about one. */
export function AskCommunity({ community, initiatives, acts, onClose }: Form & { readonly community: Community; readonly initiatives: InitiativeChoices }) {
  const [given, setGiven] = useState<NewQuestion>({ title: '', text: '', initiativeId: null })
  const set = (change: Partial<NewQuestion>) => setGiven({ ...given, ...change })
  return (
    <FormDialog title={`Ask ${community.name}`} act="Ask" notYet={given.title.trim() === '' ? 'Say what you ask' : undefined} onSubmit={() => acts.askCommunity(community, { ...given, title: given.title.trim(), text: given.text.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Question" required maxLength={200} value={given.title} onChange={(title) => set({ title })} error={fieldError(problem, 'title')} />
          <TextArea label="What there is to know beside it" rows={4} maxLength={4000} value={given.text} onChange={(text) => set({ text })} error={fieldError(problem, 'text')} />
          <FindSelect label="About the initiative" findLabel="Find an initiative" options={[{ value: '', label: 'No initiative' }, ...initiatives.found.map(({ id, name }) => ({ value: id, label: name }))]} total={initiatives.total} onFind={initiatives.find} value={given.initiativeId ?? ''} onChange={(id) => set({ initiativeId: id === '' ? null : id })} error={fieldError(problem, 'initiativeId')} />
        </>
      )}
    </FormDialog>
  )
}
