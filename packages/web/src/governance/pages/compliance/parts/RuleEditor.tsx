import type { Condition, Rule, RuleAttribute } from '@throughline/contract/governance'
import { operatorsOf } from '@throughline/engine/governance'
import { formatDecimal, minorDigits, parseDecimal } from '@throughline/engine/kernel'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { complianceWords, dayOperatorWords, operatorWords } from '../words.ts'

type EditorProps = { readonly rule: Rule; readonly attributes: readonly RuleAttribute[]; readonly currency: string; onChange(rule: Rule): void }

/** Says to which initiatives something applies: groups of conditions, of which one has to hold. */
export function RuleEditor({ rule, attributes, currency, onChange }: EditorProps) {
  const first = attributes[0]
  if (!first) return null
  const blank: Condition = { attribute: first.key, operator: operatorsOf(first.kind)[0] ?? 'one_of', values: [] }
  const setGroup = (at: number, group: readonly Condition[]) => onChange(group.length === 0 ? rule.filter((_, each) => each !== at) : rule.map((one, each) => (each === at ? [...group] : one)))
  return (
    <section aria-label="Applies to" className="grid gap-3">
      <div><h3>Applies to</h3><p className="quiet">{complianceWords.rule}</p></div>
      {rule.map((group, at) => (
        <fieldset key={at} className="grid gap-3 rounded-md border border-border p-3">
          <legend className="px-1">{at === 0 ? 'Where' : 'Or where'}</legend>
          {group.map((condition, place) => (
            <ConditionFields key={place} name={`Condition ${place + 1} of group ${at + 1}`} {...{ condition, attributes, currency }} onChange={(next) => setGroup(at, group.map((one, each) => (each === place ? next : one)))} onRemove={() => setGroup(at, group.filter((_, each) => each !== place))} />
          ))}
          {group.length < 10 && <div><Button kind="quiet" onClick={() => setGroup(at, [...group, blank])}>And another condition</Button></div>}
        </fieldset>
      ))}
      {rule.length < 10 && <div><Button onClick={() => onChange([...rule, [blank]])}>{rule.length === 0 ? 'Add a condition' : 'Or another group'}</Button></div>}
    </section>
  )
}

type ConditionProps = { readonly name: string; readonly condition: Condition; readonly attributes: readonly RuleAttribute[]; readonly currency: string; onChange(condition: Condition): void; onRemove(): void }
function ConditionFields({ name, condition, attributes, currency, onChange, onRemove }: ConditionProps) {
  const attribute = attributes.find(({ key }) => key === condition.attribute)
  const words = attribute?.kind === 'date' ? dayOperatorWords : operatorWords
  const choose = (key: string) => {
    const next = attributes.find((one) => one.key === key)
    onChange({ attribute: key, operator: (next && operatorsOf(next.kind)[0]) ?? 'one_of', values: [] })
  }
  return (
    <div role="group" aria-label={name} className="grid items-start gap-3 sm:grid-cols-[1fr_auto_1.4fr_auto]">
      <Select label="Attribute" value={condition.attribute} options={attributes.map(({ key, label }) => ({ value: key, label }))} onChange={choose} />
      <Select<Condition['operator']> label="How" value={condition.operator} options={(attribute ? operatorsOf(attribute.kind) : []).map((value) => ({ value, label: words[value] }))} onChange={(operator) => onChange({ ...condition, operator })} />
      {attribute && <ValueField {...{ attribute, currency }} values={condition.values} onChange={(values) => onChange({ ...condition, values: [...values] })} />}
      <Button kind="quiet" aria-label={`Remove ${name.toLowerCase()}`} className="sm:mt-6" onClick={onRemove}>Remove</Button>
    </div>
  )
}

type ValueProps = { readonly attribute: RuleAttribute; readonly values: readonly string[]; readonly currency: string; onChange(values: readonly string[]): void }
function ValueField({ attribute: { kind, choices }, values, currency, onChange }: ValueProps) {
  if (choices) {
    return (
      <fieldset>
        <legend className="mb-1">Values</legend>
        <div className="grid max-h-40 gap-1 overflow-auto">{choices.length === 0 ? <span className="quiet">There is none to choose.</span> : choices.map(({ value, label }) => <Checkbox key={value} label={label} checked={values.includes(value)} onChange={(on) => onChange(on ? [...values, value] : values.filter((one) => one !== value))} />)}</div>
      </fieldset>
    )
  }
  const [value = ''] = values
  if (kind === 'date') return <TextField type="date" label="Day" required value={value} onChange={(day) => onChange(day === '' ? [] : [day])} />
  if (kind === 'money') return <NumberField label="Amount" unit={currency} required value={/^-?\d+$/.test(value) ? formatDecimal(BigInt(value), minorDigits(currency)) : null} onChange={(typed) => onChange(typed === null ? [] : [(parseDecimal(typed, minorDigits(currency)) ?? 0n).toString()])} />
  if (kind === 'number') return <NumberField label="Number" required value={value === '' ? null : value} onChange={(typed) => onChange(typed === null ? [] : [typed])} />
  return <TextArea label="Values" hint="One on each line." rows={2} value={values.join('\n')} onChange={(typed) => onChange(typed === '' ? [] : typed.split('\n'))} />
}

/** A rule as it is sent: without blank lines. */
export const ruleToSend = (rule: Rule): Rule => rule.map((group) => group.map((condition) => ({ ...condition, values: [...new Set(condition.values.map((one) => one.trim()).filter((one) => one !== ''))] })))
/** What a rule still lacks. */
export const ruleLacks = (rule: Rule): string | undefined => (ruleToSend(rule).flat().some(({ values }) => values.length === 0) ? 'Give each condition a value' : undefined)
