import type { MethodKind, MethodSheet, MethodTemplate, NewMethodItem } from '@throughline/contract/governance'
import { methodKinds } from '@throughline/engine/governance'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import { kindWords } from '../../../method-words.ts'
import type { ElementChoice, Form, Named } from '../acts.ts'
import { Chosen } from './Chosen.tsx'

const blank: NewMethodItem = { name: '', kind: 'method', whenToUse: '', whenNot: '', guidance: '', examples: [], templates: [], themes: [], elements: [], serviceIds: [] }
const linesOf = (text: string): string[] => text.split('\n').map((one) => one.trim()).filter((one) => one !== '')
const given = ({ name, kind, whenToUse, whenNot, guidance, examples, templates, themes, elements, services }: MethodSheet): NewMethodItem => ({ name, kind, whenToUse, whenNot, guidance, examples, templates, themes, elements: elements.map(({ frameworkId, key }) => ({ frameworkId, key })), serviceIds: services.map(({ id }) => id) })

export type EditItemProps = Form & { readonly item?: MethodSheet | undefined; readonly elements: readonly ElementChoice[]; readonly services: readonly Named[] }

/** Writes an item down, or changes one. */
export function EditItem({ item, elements, services, acts, onClose }: EditItemProps) {
  const [said, setSaid] = useState<NewMethodItem>(item ? given(item) : blank)
  const [examples, setExamples] = useState(said.examples.join('\n'))
  const [themes, setThemes] = useState(said.themes.join('\n'))
  const set = (change: Partial<NewMethodItem>) => setSaid((before) => ({ ...before, ...change }))
  const entered = { ...said, examples: linesOf(examples), themes: linesOf(themes), templates: said.templates.map((one) => ({ ...one, link: one.link.trim() })) }
  const notYet = said.name.trim() === '' ? 'Give it a name' : said.whenToUse.trim() === '' ? 'Say when to use it' : said.templates.some(({ name }) => name.trim() === '') ? 'Name each template' : undefined
  const keyOf = ({ frameworkId, key }: { readonly frameworkId: string; readonly key: string }) => `${frameworkId} ${key}`
  const known = [...elements.map((one) => ({ id: keyOf(one), name: one.label })), ...(item?.elements ?? []).filter((one) => !elements.some((each) => keyOf(each) === keyOf(one))).map((one) => ({ id: keyOf(one), name: `${one.framework} ${one.key}` }))]
  return (
    <FormDialog size="wide" title={item ? 'Change an item' : 'Add an item'} subtitle={item?.state === 'published' ? 'It is offered as it stands here; the history keeps what it said.' : 'It is offered once it is published.'} act={item ? 'Change' : 'Add'} notYet={notYet} onSubmit={() => (item ? acts.change(item, entered) : acts.add(entered))} onClose={onClose}>
      {(problem) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField label="Name" required maxLength={120} data-focus-first="" value={said.name} onChange={(name) => set({ name })} error={fieldError(problem, 'name')} />
            <Select<MethodKind> label="Kind" value={said.kind} options={methodKinds.map((value) => ({ value, label: kindWords[value] }))} onChange={(kind) => set({ kind })} />
          </div>
          <TextArea label="When to use it" required rows={2} maxLength={4000} value={said.whenToUse} onChange={(whenToUse) => set({ whenToUse })} error={fieldError(problem, 'whenToUse')} />
          <TextArea label="When not" rows={2} maxLength={4000} value={said.whenNot} onChange={(whenNot) => set({ whenNot })} error={fieldError(problem, 'whenNot')} />
          <TextArea label="Guidance" hint="Its steps, or how it is done." rows={5} maxLength={20_000} value={said.guidance} onChange={(guidance) => set({ guidance })} error={fieldError(problem, 'guidance')} />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextArea label="Examples" hint="One on each line." rows={3} value={examples} onChange={setExamples} error={fieldError(problem, 'examples')} />
            <TextArea label="Themes" hint="One on each line, such as risk or planning." rows={3} value={themes} onChange={setThemes} error={fieldError(problem, 'themes')} />
          </div>
          <Templates templates={said.templates} error={fieldError(problem, 'templates')} onChange={(templates) => set({ templates: [...templates] })} />
          <Chosen label="Elements of frameworks" add="Add an element" things={known} chosen={said.elements.map(keyOf)} onChange={(ids) => set({ elements: ids.map((id) => ({ frameworkId: id.slice(0, id.indexOf(' ')), key: id.slice(id.indexOf(' ') + 1) })) })} />
          <Chosen label="Services of the PMO that help" add="Add a service" things={[...services, ...(item?.services ?? []).filter(({ id }) => !services.some((one) => one.id === id))]} chosen={said.serviceIds} onChange={(serviceIds) => set({ serviceIds: [...serviceIds] })} />
        </>
      )}
    </FormDialog>
  )
}

function Templates({ templates, error, onChange }: { readonly templates: readonly MethodTemplate[]; readonly error: string | undefined; onChange(templates: readonly MethodTemplate[]): void }) {
  const set = (at: number, change: Partial<MethodTemplate>) => onChange(templates.map((one, place) => (place === at ? { ...one, ...change } : one)))
  return (
    <fieldset className="grid gap-3">
      <legend className="field-label">Templates</legend>
      {error && <p className="field-error" role="alert">{error}</p>}
      {templates.map((one, at) => (
        <div key={at} className="grid gap-3 border-t border-border pt-3 sm:grid-cols-2">
          <TextField label={`Name of template ${at + 1}`} required maxLength={200} value={one.name} onChange={(name) => set(at, { name })} />
          <TextField label="Where it is kept" hint="With https://, where it has an address." maxLength={500} value={one.link} onChange={(link) => set(at, { link })} />
          <div className="sm:col-span-2"><TextArea label="Its text" rows={3} maxLength={20_000} value={one.text} onChange={(text) => set(at, { text })} /></div>
          <span><Button kind="link" aria-label={`Remove template ${at + 1}`} onClick={() => onChange(templates.filter((_, place) => place !== at))}>Remove</Button></span>
        </div>
      ))}
      {templates.length < 20 && <span><Button onClick={() => onChange([...templates, { name: '', link: '', text: '' }])}>Add a template</Button></span>}
    </fieldset>
  )
}
