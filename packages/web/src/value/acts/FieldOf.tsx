import { X } from 'lucide-react'
import { useFormat } from '../../format/index.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Checkbox } from '../../ui/controls/Check.tsx'
import { FindSelect } from '../../ui/controls/FindSelect.tsx'
import { NumberField } from '../../ui/controls/NumberField.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../ui/controls/TextField.tsx'
import { amountWords } from '../amounts.ts'
import { PoolLeft } from './PoolLeft.tsx'
import { periodChoices, typedOf, type Entered, type Field, type LineEntered, type Setting } from './form.ts'

type FieldOfProps = { readonly field: Field; readonly entered: Entered; readonly setting: Setting; onChange(entered: Entered): void }

/** One field of an act. */
export function FieldOf({ field, entered, setting, onChange }: FieldOfProps) {
  const text = entered.text[field.key] ?? ''
  const set = (value: string, more: Readonly<Record<string, string>> = {}) => onChange({ ...entered, text: { ...entered.text, [field.key]: value, ...more } })
  const shared = { label: field.label, ...(field.hint === undefined ? {} : { hint: field.hint }), ...(field.required ? { required: true } : {}) }
  switch (field.kind) {
    case 'text': return <TextField {...shared} maxLength={300} value={text} onChange={set} />
    case 'area': return <TextArea {...shared} rows={2} maxLength={2000} value={text} onChange={set} />
    case 'check': return <Checkbox label={field.label} {...(field.hint === undefined ? {} : { hint: field.hint })} checked={entered.on[field.key] ?? false} onChange={(checked) => onChange({ ...entered, on: { ...entered.on, [field.key]: checked } })} />
    case 'amount': return <NumberField {...shared} unit={unitShort(field.unit)} value={text === '' ? null : text} onChange={(value) => set(value ?? '')} />
    case 'number': return <NumberField {...shared} {...(field.unit === undefined ? {} : { unit: field.unit })} {...(field.min === undefined ? {} : { min: field.min })} {...(field.max === undefined ? {} : { max: field.max })} value={text === '' ? null : text} onChange={(value) => set(value ?? '')} />
    case 'select': return field.options.length > 40 ? <FindSelect label={field.label} findLabel={`Find: ${field.label.toLowerCase()}`} options={field.options} value={text} onChange={set} {...(field.key === 'initiative' && setting.findInitiatives ? { onFind: setting.findInitiatives } : {})} /> : <Select {...shared} value={text} options={field.options} onChange={set} />
    case 'place': return <Place field={field} setting={setting} value={text} label={shared} onChoose={(period, amount) => set(period, { amount })} />
    case 'pool': return <PoolLeft field={field} pools={setting.pools} period={entered.text['period'] ?? ''} onTake={(amount) => onChange({ ...entered, text: { ...entered.text, amount } })} />
    case 'lines': return <Lines field={field} lines={entered.lines} setting={setting} onChange={(lines) => onChange({ ...entered, lines })} />
  }
}

const unitShort = (unit: string): string => unit.split('.')[0] ?? unit

/** The periods in which something stands on an account; choosing one fills in the amount. */
function Place({ field, setting, value, label, onChoose }: { readonly field: Extract<Field, { readonly kind: 'place' }>; readonly setting: Setting; readonly value: string; readonly label: { readonly label: string; readonly hint?: string; readonly required?: boolean }; onChoose(period: string, amount: string): void }) {
  const format = useFormat()
  const standing = setting.balances.filter(({ account }) => account.code === field.code && account.unit === field.unit)
  const nameOf = (code: string): string => setting.register.periods.find((one) => one.code === code)?.name ?? code
  if (standing.length === 0) return <p className="quiet">{`${field.label}: there is nothing.`}</p>
  return <Select {...label} value={value} options={standing.map(({ account, amount }) => ({ value: account.period, label: `${nameOf(account.period)}, ${amountWords(amount, account.unit, format)}` }))} onChange={(period) => onChoose(period, typedOf(standing.find(({ account }) => account.period === period)?.amount ?? '0', field.unit))} />
}

type LinesProps = { readonly field: Extract<Field, { readonly kind: 'lines' }>; readonly lines: readonly LineEntered[]; readonly setting: Setting; onChange(lines: readonly LineEntered[]): void }

/** Amounts line by line, each of a period or an initiative that no other line is of. */
function Lines({ field, lines, setting, onChange }: LinesProps) {
  const choices = field.of === 'periods' ? periodChoices(setting) : setting.initiatives
  const free = choices.filter(({ value }) => !lines.some(({ of }) => of === value))
  const change = (at: number, part: Partial<LineEntered>) => onChange(lines.map((line, place) => (place === at ? { ...line, ...part } : line)))
  const add = () => onChange([...lines, { of: field.of === 'periods' ? (free.find(({ value }) => value > (lines.at(-1)?.of ?? ''))?.value ?? free[0]?.value ?? '') : '', amount: lines.at(-1)?.amount ?? null, declined: null }])
  const what = field.of === 'periods' ? 'Period' : 'Initiative'
  return (
    <fieldset className="grid gap-2">
      <legend className="text-label">{field.label}</legend>
      {field.hint && <p className="field-hint">{field.hint}</p>}
      {lines.map((line, at) => (
        <div key={`${at} ${lines.length}`} className="flex flex-wrap items-end gap-2">
          <Select label={`${what}, line ${at + 1}`} labelHidden className="w-44" value={line.of} options={choices.filter(({ value }) => value === line.of || free.some((one) => one.value === value))} onChange={(of) => change(at, { of })} />
          <NumberField label={`Amount, line ${at + 1}`} labelHidden unit={unitShort(field.unit)} value={line.amount} onChange={(amount) => change(at, { amount })} />
          {field.declined && <NumberField label={`Declined, line ${at + 1}`} labelHidden unit="declined" value={line.declined} onChange={(declined) => change(at, { declined })} />}
          <Button kind="quiet" aria-label={`Leave out line ${at + 1}`} onClick={() => onChange(lines.filter((_, place) => place !== at))}><X aria-hidden="true" /></Button>
        </div>
      ))}
      <div><Button kind="link" disabled={free.length === 0} onClick={add}>{lines.length === 0 ? 'Add a line' : 'Add another line'}</Button></div>
    </fieldset>
  )
}
