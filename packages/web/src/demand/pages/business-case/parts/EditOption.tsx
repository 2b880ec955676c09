import type { BusinessCase, CaseOption, CaseOptionSaid, RealisedOffer } from '@throughline/contract/demand'
import { useState } from 'react'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import { listed, optionKindWords } from '../../../case-words.ts'
import { TakeOut } from '../../../TakeOut.tsx'
import { saidOf } from '../acts.ts'
import { BiasFields, OverrunFields, RealisedFields, type Doubt } from './DoubtFields.tsx'
import type { Form } from './forms.tsx'
import { numbersIn, textOf } from './numbers.ts'

const blank = (): CaseOptionSaid => ({ id: crypto.randomUUID(), kind: 'do_something', name: '', about: '', estimate: 'base', bias: null, overrun: null, realised: null, unmonetised: [] })
const doubtOf = ({ estimate, bias, overrun }: CaseOptionSaid): Doubt => (estimate === 'p80' ? 'p80' : bias ? 'bias' : overrun ? 'class' : 'none')

/** What is gained or lost in words, a line each: `Name: what it is`. */
const unmonetisedIn = (text: string, before: CaseOptionSaid['unmonetised']): CaseOptionSaid['unmonetised'] =>
  text.split('\n').map((one) => one.trim()).filter(Boolean).map((one) => {
    const [name = '', ...about] = one.split(':')
    return { id: before.find((each) => each.name === name.trim())?.id ?? crypto.randomUUID(), name: name.trim().slice(0, 120), about: about.join(':').trim() }
  })

/** Adds an option, changes what is said of one besides its cash flow, or takes it out. */
export function EditOption({ shown, option, offered, acts, onClose }: Form & { readonly shown: BusinessCase; readonly option: CaseOption | undefined; readonly offered: RealisedOffer | undefined }) {
  const [given, setGiven] = useState<CaseOptionSaid>(() => (option ? saidOf(option) : blank()))
  const [doubt, setDoubt] = useState(doubtOf(given))
  const [lists, setLists] = useState({ overruns: textOf(given.overrun?.overruns ?? []), rates: textOf((given.realised?.rates ?? []).map((one) => one * 100)), parent: textOf((given.realised?.parent?.rates ?? []).map((one) => one * 100)), unmonetised: given.unmonetised.map(({ name, about }) => (about ? `${name}: ${about}` : name)).join('\n') })
  const set = (change: Partial<CaseOptionSaid>) => setGiven((all) => ({ ...all, ...change }))
  const [overruns, rates, parent] = [numbersIn(lists.overruns), numbersIn(lists.rates), numbersIn(lists.parent)]
  const strange = [overruns, rates, parent].find((one) => !one.ok)
  const said: CaseOptionSaid = {
    ...given, estimate: doubt === 'p80' ? 'p80' : 'base', bias: doubt === 'bias' ? given.bias : null, overrun: doubt === 'class' && given.overrun && overruns.ok ? { ...given.overrun, overruns: [...overruns.value] } : null, unmonetised: unmonetisedIn(lists.unmonetised, given.unmonetised),
    realised: given.realised && rates.ok && parent.ok ? { ...given.realised, rates: rates.value.map((one) => one / 100), parent: given.realised.parent && given.realised.parent.name.trim() !== '' ? { name: given.realised.parent.name, rates: parent.value.map((one) => one / 100) } : null } : null,
    // What others are held against has no doubt of its own; its fields are not shown.
    ...(given.kind === 'do_nothing' ? { estimate: 'base', bias: null, overrun: null, realised: null } : {}),
  }
  const others = shown.options.filter(({ id }) => id !== given.id).map(saidOf)
  const options = option ? shown.options.map((one) => (one.id === given.id ? said : saidOf(one))) : [...others, said]
  const notYet = given.name.trim() === '' ? 'Give it a name' : given.kind === 'do_nothing' ? undefined : strange && !strange.ok ? `“${strange.refusal}” is no number` : doubt === 'class' && (given.overrun?.name ?? '') === '' ? 'Name the reference class' : given.realised && given.realised.name === '' ? 'Name the class of benefits' : undefined
  const choose = (one: Doubt) => {
    setDoubt(one)
    if (one === 'bias' && !given.bias) set({ bias: { category: 'standard_building', mitigation: 0, evidence: '' } })
    if (one === 'class' && !given.overrun) set({ overrun: { name: '', overruns: [], acceptable: 0.2, method: 'linear', source: '' } })
  }
  return (
    <FormDialog title={option ? 'Change an option' : 'Add an option'} subtitle="Its cash flow is given by itself." size="wide" act={option ? 'Change' : 'Add'} notYet={notYet} onSubmit={() => acts.change({ options })} onClose={onClose}>
      {(problem) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField label="Name" required maxLength={120} data-focus-first="" value={given.name} onChange={(name) => set({ name })} error={fieldError(problem, 'name')} />
            <Select label="Kind" value={given.kind} options={listed(optionKindWords)} onChange={(kind) => set({ kind })} />
          </div>
          <TextArea label="What it is" rows={2} maxLength={4000} value={given.about} onChange={(about) => set({ about })} error={fieldError(problem, 'about')} />
          {given.kind !== 'do_nothing' && <>
            <Select label="Doubt about its cost" hint="One of them: together they would count the same twice." value={doubt} options={[{ value: 'none', label: 'Taken at its word' }, { value: 'bias', label: 'Optimism bias' }, { value: 'class', label: 'A reference class' }, { value: 'p80', label: 'Estimates hold a risk allowance (P80)' }]} onChange={choose} />
            {doubt === 'bias' && given.bias && <BiasFields bias={given.bias} problem={problem} onChange={(bias) => set({ bias })} />}
            {doubt === 'class' && given.overrun && <OverrunFields overrun={given.overrun} list={lists.overruns} onList={(text) => setLists({ ...lists, overruns: text })} onChange={(overrun) => set({ overrun })} />}
            <RealisedFields realised={given.realised} lists={lists} offered={offered} onLists={(more) => setLists({ ...lists, ...more })} onChange={(realised) => set({ realised })} />
          </>}
          <TextArea label="Not put into money" hint="A line each, in words without numbers: Pride of the town: people show it to visitors." rows={3} value={lists.unmonetised} onChange={(text) => setLists({ ...lists, unmonetised: text })} error={fieldError(problem, 'unmonetised')} />
          {option && <TakeOut what="option" act={() => acts.change({ options: others })} onClose={onClose} />}
        </>
      )}
    </FormDialog>
  )
}
