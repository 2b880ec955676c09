import type { ElementKind, Framework, FrameworkElement, FrameworkText } from '@throughline/contract/governance'
import { elementFaults, elementKinds, lifecyclesOf } from '@throughline/engine/governance'
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { states, stateWords } from '../../../../demand/index.ts'
import { Button, IconButton } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import { kindWords } from '../../../framework-words.ts'
import type { Form } from './framework-forms.tsx'

const blank: FrameworkText = { name: '', about: '', elements: [] }

/** Adds a framework as a draft, or changes what stands in writing of one, element by element. */
export function EditFramework({ framework, services, acts, onClose }: Form & { readonly framework?: Framework | undefined; readonly services: readonly { readonly id: string; readonly name: string }[] }) {
  const [given, setGiven] = useState<FrameworkText>(framework?.text ?? blank)
  const [chosen, setChosen] = useState<number>()
  const { elements } = given
  const put = (next: readonly FrameworkElement[]) => setGiven((all) => ({ ...all, elements: [...next] }))
  const move = (at: number, by: 1 | -1) => {
    put(elements.map((one, place) => (place === at ? (elements[at + by] ?? one) : place === at + by ? (elements[at] ?? one) : one)))
    setChosen(chosen === at ? at + by : chosen === at + by ? at : chosen)
  }
  const add = () => {
    const last = elements.at(-1)
    put([...elements, { key: freeKey(elements), kind: last?.kind ?? 'stage', name: '', says: '', link: '', lifecycle: last?.lifecycle ?? '', neededFrom: null, serviceId: null }])
    setChosen(elements.length)
  }
  const [fault] = elementFaults(elements)
  const unnamed = elements.find(({ name }) => name.trim() === '')
  const notYet = given.name.trim() === '' ? 'Give it a name' : unnamed ? `Give ${unnamed.key} a name` : fault && `${fault.key}: expected ${fault.expected}`
  const element = chosen === undefined ? undefined : elements[chosen]
  return (
    <FormDialog title={framework ? 'Change a framework' : 'Add a framework'} subtitle="It can be followed once it is published." size="wide" act={framework ? 'Change' : 'Add'} notYet={notYet} onSubmit={() => (framework ? acts.change(framework, given) : acts.add(given))} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required maxLength={120} data-focus-first="" value={given.name} onChange={(name) => setGiven((all) => ({ ...all, name }))} error={fieldError(problem, 'name')} />
          <TextArea label="About" hint="What it is for." rows={2} maxLength={4000} value={given.about} onChange={(about) => setGiven((all) => ({ ...all, about }))} error={fieldError(problem, 'about')} />
          <fieldset>
            <legend className="mb-1">Elements, in their order</legend>
            {elements.length === 0 && <p className="quiet">None yet. Begin with the stages and gates of a lifecycle model.</p>}
            <ol className="grid gap-1">
              {elements.map((one, at) => (
                <li key={at} className="flex items-center gap-1">
                  <Button kind={at === chosen ? 'secondary' : 'quiet'} className="grow justify-start" aria-expanded={at === chosen} onClick={() => setChosen(at === chosen ? undefined : at)}>{kindWords[one.kind]} {one.key}: {one.name || 'no name yet'}{one.lifecycle && `, ${one.lifecycle}`}</Button>
                  <IconButton label={`Move ${one.key} up`} icon={<ArrowUp aria-hidden="true" />} disabled={at === 0} onClick={() => move(at, -1)} />
                  <IconButton label={`Move ${one.key} down`} icon={<ArrowDown aria-hidden="true" />} disabled={at === elements.length - 1} onClick={() => move(at, 1)} />
                  <IconButton label={`Take ${one.key} out`} icon={<Trash2 aria-hidden="true" />} onClick={() => { put(elements.filter((_, place) => place !== at)); setChosen(undefined) }} />
                </li>
              ))}
            </ol>
            <Button className="mt-2" onClick={add}>Add an element</Button>
          </fieldset>
          {element && chosen !== undefined && <ElementFields element={element} models={lifecyclesOf(elements)} services={services} onChange={(change) => put(elements.map((one, at) => (at === chosen ? { ...one, ...change } : one)))} />}
        </>
      )}
    </FormDialog>
  )
}

/** A code that no element has yet. */
function freeKey(elements: readonly FrameworkElement[]): string {
  const taken = new Set(elements.map(({ key }) => key.toLowerCase()))
  let no = elements.length + 1
  while (taken.has(`e${no}`)) no++
  return `E${no}`
}

type Fields = { readonly element: FrameworkElement; readonly models: readonly string[]; readonly services: readonly { readonly id: string; readonly name: string }[]; onChange(change: Partial<FrameworkElement>): void }
function ElementFields({ element, models, services, onChange }: Fields) {
  const { key, kind, name, says, link, lifecycle, neededFrom, serviceId } = element
  const known = models.filter((one) => one !== '' && one !== lifecycle)
  return (
    <fieldset className="grid gap-4 rounded-md border border-border p-4">
      <legend className="px-1">{kindWords[kind]} {key}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select<ElementKind> label="Kind" value={kind} options={elementKinds.map((value) => ({ value, label: kindWords[value] }))} onChange={(next) => onChange({ kind: next })} />
        <TextField label="Code" hint="Stays the same through all editions, such as G1." required maxLength={20} value={key} onChange={(next) => onChange({ key: next.replace(/[^A-Za-z0-9._-]/g, '') })} />
        <TextField label="Element name" required maxLength={200} value={name} onChange={(next) => onChange({ name: next })} />
        <TextField label="Lifecycle model" hint={known.length > 0 ? `Such as ${known.join(', ')}; empty: all of them.` : 'Such as predictive, agile or hybrid; empty: all of them.'} maxLength={60} value={lifecycle} onChange={(next) => onChange({ lifecycle: next })} />
        <Select label="Has to be shown from" value={neededFrom ?? ''} options={[{ value: '', label: 'Never: it is advice' }, ...states.map((state) => ({ value: state, label: stateWords[state] }))]} onChange={(next) => onChange({ neededFrom: states.find((state) => state === next) ?? null })} />
        <Select label="PMO service that helps" value={serviceId ?? ''} options={[{ value: '', label: 'None' }, ...services.map(({ id, name: label }) => ({ value: id, label }))]} onChange={(next) => onChange({ serviceId: next === '' ? null : next })} />
      </div>
      <TextArea label="What it says" rows={3} maxLength={8000} value={says} onChange={(next) => onChange({ says: next })} />
      <TextField label="Link" hint="Where its template or its text is kept, with https://." maxLength={500} value={link} onChange={(next) => onChange({ link: next.trim() })} />
    </fieldset>
  )
}
