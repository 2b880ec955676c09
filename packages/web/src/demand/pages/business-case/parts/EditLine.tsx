import type { BusinessCase, CaseLine, CaseLineSaid, CaseOption } from '@throughline/contract/demand'
import { minorDigits, parseDecimal } from '@throughline/engine/kernel'
import { useState } from 'react'
import { moneyToField } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import { flowWords, listed } from '../../../case-words.ts'
import { TakeOut } from '../../../TakeOut.tsx'
import { linesSaid, risksSaid } from '../acts.ts'
import type { Form } from './forms.tsx'

type Props = Form & { readonly shown: BusinessCase; readonly option: CaseOption; readonly line: CaseLine | undefined; readonly currency: string }

/** Adds a line of cash flow to an option, changes one, or takes it out. */
export function EditLine({ shown: { basis }, option, line, currency, acts, onClose }: Props) {
  const [{ name, kind, source }, setSaid] = useState({ name: line?.name ?? '', kind: line?.kind ?? ('capital_cost' as CaseLine['kind']), source: line?.source ?? '' })
  const [range, setRange] = useState<{ readonly low: string | null; readonly high: string | null }>({ low: line?.range ? String(line.range.low) : null, high: line?.range ? String(line.range.high) : null })
  const [years, setYears] = useState<ReadonlyMap<number, string | null>>(() => yearsOf(option, line, basis.presentYear, currency))
  const last = Math.max(...years.keys())
  const amounts = [...years].flatMap(([year, text]) => { const minor = text === null ? 0n : parseDecimal(text, minorDigits(currency)); return minor === undefined ? [undefined] : minor === 0n ? [] : [{ year, minor: String(minor) }] })
  const notYet = name.trim() === '' ? 'Give it a name' : amounts.includes(undefined) ? 'An amount is not a number' : (range.low === null) !== (range.high === null) ? 'A range has two ends' : undefined
  const said: CaseLineSaid = { id: line?.id ?? crypto.randomUUID(), name: name.trim(), kind, source: source.trim(), amounts: amounts.filter((one) => one !== undefined), range: range.low === null || range.high === null ? null : { low: Number(range.low), high: Number(range.high) } }
  const others = linesSaid(option).filter(({ id }) => id !== said.id)
  const put = (lines: CaseLineSaid[]) => acts.flows({ optionId: option.id, lines, risks: risksSaid(option) })
  return (
    <FormDialog title={line ? 'Change a line' : 'Add a line'} subtitle={option.name} size="wide" act={line ? 'Change' : 'Add'} notYet={notYet} onSubmit={() => put(line ? linesSaid(option).map((one) => (one.id === said.id ? said : one)) : [...others, said])} onClose={onClose}>
      {(problem) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField label="Name" required maxLength={120} data-focus-first="" value={name} onChange={(value) => setSaid({ name: value, kind, source })} error={fieldError(problem, 'name')} />
            <Select label="Kind" hint={kind === 'disbenefit' ? 'Amounts below 0: it is less benefit, not more cost.' : 'Amounts above 0.'} value={kind} options={listed(flowWords)} onChange={(value) => setSaid({ name, kind: value, source })} />
            <TextField className="sm:col-span-2" label="Where it is from" hint="An estimate, a tender, a survey, a file." maxLength={500} value={source} onChange={(value) => setSaid({ name, kind, source: value })} error={fieldError(problem, 'source')} />
            <NumberField label="It may be lower by" hint="Below 0; left empty, a fifth is taken." unit="%" min={-100} max={1000} value={range.low} onChange={(low) => setRange({ ...range, low })} />
            <NumberField label="It may be higher by" unit="%" min={-100} max={1000} value={range.high} onChange={(high) => setRange({ ...range, high })} />
          </div>
          <fieldset>
            <legend className="mb-1">Amounts by year, in {currency}</legend>
            <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">{[...years].map(([year, text]) => <NumberField key={year} label={String(year)} value={text} onChange={(value) => setYears((all) => new Map(all).set(year, value))} />)}</div>
            <div className="mt-2"><Button onClick={() => setYears((all) => new Map(all).set(last + 1, null))}>Add {String(last + 1)}</Button></div>
          </fieldset>
          {line && <TakeOut what="line" act={() => put(others)} onClose={onClose} />}
        </>
      )}
    </FormDialog>
  )
}

/** The years that the option has, and those of the line; at first four from the year to which values are discounted. */
function yearsOf({ lines }: CaseOption, line: CaseLine | undefined, from: number, currency: string): ReadonlyMap<number, string | null> {
  const years = [...new Set([...lines, ...(line ? [line] : [])].flatMap(({ amounts }) => amounts.map(({ year }) => year)))]
  const [first, last] = [Math.min(from, ...years), Math.max(from + 3, ...years)]
  return new Map(Array.from({ length: last - first + 1 }, (_, at) => {
    const found = line?.amounts.find(({ year }) => year === first + at)
    return [first + at, found ? moneyToField({ minor: found.minor, currency }) : null] as const
  }))
}
