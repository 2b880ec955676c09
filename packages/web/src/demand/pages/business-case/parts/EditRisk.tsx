import type { BusinessCase, CaseOption, CaseRisk, CaseRiskSaid } from '@throughline/contract/demand'
import { minorDigits, parseDecimal } from '@throughline/engine/kernel'
import { useState } from 'react'
import { moneyToField } from '../../../../format/index.ts'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import { TakeOut } from '../../../TakeOut.tsx'
import { linesSaid, risksSaid } from '../acts.ts'
import type { Form } from './forms.tsx'

const amounts = ['lowMinor', 'likelyMinor', 'highMinor'] as const
const labels = { lowMinor: 'It costs at least', likelyMinor: 'Most likely', highMinor: 'At most' } as const

/** Adds a risk to an option, changes one, or takes it out. */
export function EditRisk({ shown: { basis }, option, risk, currency, acts, onClose }: Form & { readonly shown: BusinessCase; readonly option: CaseOption; readonly risk: CaseRisk | undefined; readonly currency: string }) {
  const [words, setWords] = useState({ name: risk?.name ?? '', response: risk?.response ?? '', owner: risk?.owner ?? '' })
  const [numbers, setNumbers] = useState<Readonly<Record<'chance' | 'year' | (typeof amounts)[number], string | null>>>({ chance: risk ? String(risk.chance) : null, year: String(risk?.year ?? basis.presentYear), ...(Object.fromEntries(amounts.map((key) => [key, risk?.[key] ? moneyToField({ minor: risk[key], currency }) : null])) as Record<(typeof amounts)[number], string | null>) })
  const set = (key: keyof typeof numbers) => (value: string | null) => setNumbers((all) => ({ ...all, [key]: value }))
  const minor = (key: (typeof amounts)[number]): string => String(parseDecimal(numbers[key] ?? '0', minorDigits(currency)) ?? 0n)
  const said: CaseRiskSaid = { id: risk?.id ?? crypto.randomUUID(), name: words.name.trim(), response: words.response.trim(), owner: words.owner.trim(), chance: Number(numbers.chance ?? 0), year: Number(numbers.year ?? basis.presentYear), lowMinor: minor('lowMinor'), likelyMinor: minor('likelyMinor'), highMinor: minor('highMinor') }
  const others = risksSaid(option).filter(({ id }) => id !== said.id)
  const put = (risks: CaseRiskSaid[]) => acts.flows({ optionId: option.id, lines: linesSaid(option), risks })
  const notYet = said.name === '' ? 'Give it a name' : Object.values(numbers).some((one) => one === null) ? 'A number is missing' : undefined
  return (
    <FormDialog title={risk ? 'Change a risk' : 'Add a risk'} subtitle={option.name} size="wide" act={risk ? 'Change' : 'Add'} notYet={notYet} onSubmit={() => put(risk ? risksSaid(option).map((one) => (one.id === said.id ? said : one)) : [...others, said])} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="What may happen" required maxLength={120} data-focus-first="" value={words.name} onChange={(name) => setWords({ ...words, name })} error={fieldError(problem, 'name')} />
          <div className="grid gap-4 sm:grid-cols-3">
            <NumberField label="Chance" hint="What is certain is a cost." unit="%" min={0} max={100} value={numbers.chance} onChange={set('chance')} error={fieldError(problem, 'chance')} />
            <NumberField label="Year" min={1990} max={2299} value={numbers.year} onChange={set('year')} error={fieldError(problem, 'year')} />
          </div>
          <div className="grid gap-4 sm:grid-cols-3">{amounts.map((key) => <NumberField key={key} label={labels[key]} unit={currency} value={numbers[key]} onChange={set(key)} error={fieldError(problem, key)} />)}</div>
          <TextArea label="What is done about it" rows={2} maxLength={2000} value={words.response} onChange={(response) => setWords({ ...words, response })} />
          <TextField label="Who answers for it" maxLength={120} value={words.owner} onChange={(owner) => setWords({ ...words, owner })} />
          {risk && <TakeOut what="risk" act={() => put(others)} onClose={onClose} />}
        </>
      )}
    </FormDialog>
  )
}
