import type { Framework, FrameworkMigration } from '@throughline/contract/governance'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, Shown, type Reading } from '../../../../wire/index.ts'
import { Changes } from './Changes.tsx'
import type { Form, Naming } from './framework-forms.tsx'

type MigrateProps = Form & Naming & { readonly framework: Framework; readonly migration: Reading<FrameworkMigration>; readonly edition: number; readonly today: string; onEdition(no: number): void }

/** Moves running initiatives to another edition, with what each of them would come to. */
export function MigrateInitiatives({ framework, migration, edition, today, onEdition, nameOf, acts, onClose }: MigrateProps) {
  const format = useFormat()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [lifecycle, setLifecycle] = useState('')
  const [reason, setReason] = useState('')
  const target = framework.editions.find(({ no }) => no === edition)
  const models = [...new Set(target?.elements.filter(({ kind }) => kind === 'stage' || kind === 'gate').map((one) => one.lifecycle))]
  const early = target !== undefined && target.effectiveOn > today
  const notYet = early ? `It holds from ${format.date(target.effectiveOn)} on` : chosen.size === 0 ? 'Choose who is migrated' : reason.trim() === '' ? 'Say why' : undefined
  return (
    <FormDialog title="Migrate initiatives" subtitle={framework.text.name} size="wide" act={chosen.size === 0 ? 'Migrate' : `Migrate ${format.number(chosen.size, 0)}`} notYet={notYet} onSubmit={() => acts.migrate(framework, { edition, adoptionIds: [...chosen], lifecycle: lifecycle === '' ? null : lifecycle, reason: reason.trim() })} onClose={onClose}>
      <Select label="To the edition" value={String(edition)} options={framework.editions.map(({ no, effectiveOn }) => ({ value: String(no), label: `${no}, from ${format.date(effectiveOn)}` }))} onChange={(no) => { onEdition(Number(no)); setChosen(new Set()) }} />
      <Shown reading={migration} what="migration" lines={4}>
        {({ adoptions }) => adoptions.length === 0 ? <p className="quiet">No running initiative follows another edition.</p> : <Choice adoptions={adoptions} anyLifecycle={lifecycle !== ''} {...{ chosen, nameOf }} onChoose={setChosen} />}
      </Shown>
      <Select label="Lifecycle model" value={lifecycle} options={[{ value: '', label: 'The one that each follows' }, ...models.map((value) => ({ value, label: value }))]} onChange={setLifecycle} />
      <TextArea label="Why" required rows={2} maxLength={2000} value={reason} onChange={setReason} />
    </FormDialog>
  )
}

type Migrating = FrameworkMigration['adoptions'][number]
type ChoiceProps = Naming & { readonly adoptions: readonly Migrating[]; readonly chosen: ReadonlySet<string>; /** Another lifecycle model is chosen for all: one that is gone keeps nobody. */ readonly anyLifecycle: boolean; onChoose(chosen: ReadonlySet<string>): void }

/** Initiatives that are listed one by one; the others are found by their names. */
const mostListed = 100

/** Who is migrated: one by one, or all that are found and can be. */
function Choice({ adoptions, chosen, anyLifecycle, nameOf, onChoose }: ChoiceProps) {
  const format = useFormat()
  const [find, setFind] = useState('')
  const wanted = find.trim().toLowerCase()
  const found = adoptions.filter(({ adoption }) => adoption.initiative.name.toLowerCase().includes(wanted))
  const able = found.filter(({ lifecycleThere }) => lifecycleThere || anyLifecycle).map(({ adoption }) => adoption.id)
  const taken = able.filter((id) => chosen.has(id)).length
  const put = (ids: readonly string[], on: boolean) => {
    const given = new Set(ids)
    onChoose(new Set(on ? [...chosen, ...given] : [...chosen].filter((id) => !given.has(id))))
  }
  return (
    <div className="grid gap-3">
      {adoptions.length > 8 && <TextField type="search" label="Find an initiative" value={find} onChange={setFind} />}
      {able.length > 1 && <Checkbox label={wanted === '' ? `All ${format.number(able.length, 0)} that can be` : `All ${format.number(able.length, 0)} found that can be`} hint={able.length < found.length ? `Without ${format.number(found.length - able.length, 0)} whose lifecycle model is gone.` : undefined} checked={taken === able.length} mixed={taken > 0} onChange={(on) => put(able, on)} />}
      {found.length === 0 && <p className="quiet">No initiative of this name follows another edition.</p>}
      <ul className="grid max-h-96 gap-3 overflow-y-auto">
        {found.slice(0, mostListed).map(({ adoption, changes, newlyNeeded, lifecycleThere }) => (
          <li key={adoption.id}>
            <Checkbox label={`${adoption.initiative.name}, on edition ${adoption.edition} by ${adoption.lifecycle}`} checked={chosen.has(adoption.id)} onChange={(on) => put([adoption.id], on)} />
            <span className="quiet block">{newlyNeeded.length === 0 ? 'It has to show nothing that it has not had to.' : `It would have to show as well: ${newlyNeeded.join(', ')}.`}{!lifecycleThere && ' Its lifecycle model is gone; choose another one below.'}</span>
            <details><summary>{format.count(changes.length, 'change', 'changes')}</summary><Changes changes={changes} nameOf={nameOf} none="Nothing that concerns it differs." /></details>
          </li>
        ))}
      </ul>
      {found.length > mostListed && <p className="quiet">{format.count(found.length - mostListed, 'more is', 'more are')} not listed; find them by name. Choosing all chooses them too.</p>}
    </div>
  )
}
