import type { InitiativeDetail, YearAmount } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import { minorDigits, parseDecimal, type Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { moneyToField } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { FormDialog, useMerge } from '../../../../wire/index.ts'

type Kind = YearAmount['kind']
type Profiles = Pick<InitiativeDetail, 'costProfile' | 'benefitProfile'>
export type EditYearsProps = Profiles & { readonly currency: string; /** The year to begin with where there is none yet. */ readonly firstYear: number; readonly version: number; onSave(lines: readonly YearAmount[], version: number): Promise<Result<unknown, Problem>>; onClose(): void }

/** Cost and benefits year by year, as somebody knows them. An empty year is spread by rule; only what was changed is sent. */
export function EditYears({ costProfile, benefitProfile, currency, firstYear, version, onSave, onClose }: EditYearsProps) {
  const lines = [...costProfile.lines, ...benefitProfile.lines]
  const labels = new Map(lines.map(({ year, label }) => [year, label]))
  const [years, setYears] = useState(() => (labels.size > 0 ? [...labels.keys()].sort((a, b) => a - b) : [firstYear]))
  const merge = useMerge<Flat, number>({
    now: { fields: flat({ cost: givenOf(costProfile), benefits: givenOf(benefitProfile) }), seen: version },
    send: (mine, { fields, seen }) => onSave(changesOf(deep(fields), deep(mine), currency) ?? [], seen),
    label: (field) => `${field.startsWith('cost') ? 'Cost' : 'Benefits'} ${labels.get(Number(field.split(' ')[1])) ?? field.split(' ')[1]}`,
    show: (_, value) => (typeof value === 'string' ? `${value} ${currency}` : 'spread by rule'),
  })
  const first = deep(merge.base.fields)
  const [entries, setEntries] = useState<Entries>(first)
  const changed = changesOf(first, entries, currency)
  const set = (kind: Kind, year: number) => (value: string | null) => setEntries((all) => ({ ...all, [kind]: new Map(all[kind]).set(year, value) }))
  const notYet = changed === undefined ? 'An amount is not a number.' : changed.length === 0 ? 'Nothing is changed yet.' : undefined
  const field = (kind: Kind, label: string, year: number) => (
    <NumberField label={`${label} ${labels.get(year) ?? year}`} labelHidden unit={currency} value={entries[kind].get(year) ?? null} onChange={set(kind, year)} />
  )
  return (
    <FormDialog title="Cost and benefits by year" size="wide" act="Save" notYet={notYet} merge={merge} onSubmit={() => merge.save(flat(entries))} onClose={onClose}>
      <p className="quiet">What you give stands as it is. A year that is left empty is spread by rule from what the whole leaves.</p>
      <div className="grid grid-cols-[5rem_1fr_1fr] items-center gap-x-4 gap-y-2">
        <span className="text-label text-ink-3">Year</span>
        <span className="text-label text-ink-3">Cost</span>
        <span className="text-label text-ink-3">Benefits</span>
        {years.map((year) => (
          <div key={year} className="contents">
            <span className="figures">{labels.get(year) ?? year}</span>
            {field('cost', 'Cost', year)}
            {field('benefits', 'Benefits', year)}
          </div>
        ))}
      </div>
      <div className="flex gap-2">
        <Button onClick={() => setYears([(years[0] ?? firstYear) - 1, ...years])}>Add a year before</Button>
        <Button onClick={() => setYears([...years, (years.at(-1) ?? firstYear) + 1])}>Add a year after</Button>
      </div>
    </FormDialog>
  )
}

type Entries = Readonly<Record<Kind, ReadonlyMap<number, string | null>>>

/** Each year of each kind as a field of its own: `cost 2026`. */
type Flat = Readonly<Record<string, string | null>>
const flat = (entries: Entries): Flat => Object.fromEntries((['cost', 'benefits'] as const).flatMap((kind) => [...entries[kind]].map(([year, value]) => [`${kind} ${year}`, value])))
const deep = (fields: Flat): Entries => ({ cost: yearsOf(fields, 'cost'), benefits: yearsOf(fields, 'benefits') })
const yearsOf = (fields: Flat, kind: Kind): ReadonlyMap<number, string | null> => new Map(Object.entries(fields).flatMap(([field, value]) => (field.startsWith(`${kind} `) ? [[Number(field.slice(kind.length)), value]] : [])))

const givenOf = ({ lines }: Profiles['costProfile']): ReadonlyMap<number, string | null> => new Map(lines.filter(({ given }) => given === true).map(({ year, amount }) => [year, moneyToField(amount)]))

/** The years that differ from what was there; undefined where an amount cannot be read. */
export function changesOf(before: Entries, after: Entries, currency: string): readonly YearAmount[] | undefined {
  const changed: YearAmount[] = []
  for (const kind of ['cost', 'benefits'] as const)
    for (const [year, value] of after[kind]) {
      if ((before[kind].get(year) ?? null) === value) continue
      const minor = value === null ? null : parseDecimal(value, minorDigits(currency))
      if (minor === undefined) return undefined
      changed.push({ year, kind, amountMinor: minor === null ? null : minor.toString() })
    }
  return changed
}
