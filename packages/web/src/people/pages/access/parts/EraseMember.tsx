import type { Member } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'

/** Asks, with the name typed out, whether a person is to be erased for good. */
export function EraseMember({ member, onErase, onClose }: { readonly member: Member; onErase(member: Member, name: string): Promise<Result<unknown, Problem>>; onClose(): void }) {
  const [name, setName] = useState('')
  return (
    <FormDialog title={`Erase ${member.name} for good?`} act="Erase for good" tone="danger" notYet={name === member.name ? undefined : 'Type the name as it stands above.'} onSubmit={() => onErase(member, name)} onClose={onClose}>
      <p>Name and address become a pseudonym in everything, in the history and in what others wrote as well, and access ends. Every figure and every act stays, and the chain of acts still holds.</p>
      <p>The name is looked for as a word of its own: where somebody else, or something, has the very same name, that becomes the pseudonym as well. Files that were imported keep what stands in them.</p>
      <p className="font-medium">This cannot be undone.</p>
      <TextField label={`Type ${member.name}`} required autoComplete="off" data-focus-first="" value={name} onChange={setName} />
    </FormDialog>
  )
}
