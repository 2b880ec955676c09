import type { NewPool, Pool, PoolChange } from '@throughline/contract/capacity'
import type { Unit } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import { minorDigits, parseDecimal, type Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import type { Static } from 'typebox'
import { moneyToField, valueOf } from '../../../../format/index.ts'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import { capacityWords as words, unitWords } from '../words.ts'

export type PoolEntered = Omit<Static<typeof PoolChange>, 'version' | 'name'> & Pick<Static<typeof NewPool>, 'name' | 'unit'>
export type PoolFormProps = { readonly pool: Pool | undefined; readonly units: readonly Unit[]; readonly currency: string; /** Whether the person may see and give prices. */ readonly seesMoney: boolean; onSubmit(entered: PoolEntered): Promise<Result<unknown, Problem>>; onClose(): void }

const textOf = (count: number | null | undefined): string | null => (typeof count === 'number' ? String(count) : null)
const poolUnits = ['hour', 'day', 'fte'] as const
/** What a field shows of a figure: its number, or nothing where there is none or it is withheld. */
const priceField = (price: Pool['rate'] | undefined): string | null => (price?.status === 'ok' ? moneyToField(price.value) : null)

/** A pool: who they are, what they can do, what they cost, and how far they can be stretched. Only what was changed is sent, so that what is withheld stays. */
export function PoolForm({ pool, units, currency, seesMoney, onSubmit, onClose }: PoolFormProps) {
  const first = { name: pool?.name ?? '', unit: pool?.unit ?? ('hour' as const), unitId: pool?.owner?.id ?? '', skills: pool?.skills.join(', ') ?? '', people: textOf(pool && valueOf(pool.people)), rate: priceField(pool?.rate), percent: textOf(pool?.overload.percent), overRate: priceField(pool?.overload.price) }
  const [entry, setEntry] = useState(first)
  const set = <K extends keyof typeof first>(field: K) => (value: (typeof first)[K]) => setEntry((all) => ({ ...all, [field]: value }))
  const minor = (text: string | null): string | null => (text === null ? null : String(parseDecimal(text, minorDigits(currency)) ?? 0n))
  const whole = (text: string | null): number | null => (text === null ? null : Math.round(Number(text)))
  const changed = <T,>(field: keyof typeof first, name: string, value: T) => (entry[field] === first[field] ? {} : { [name]: value })
  const skills = [...new Set(entry.skills.split(',').map((skill) => skill.trim()).filter(Boolean))]
  const entered = { name: entry.name.trim(), unit: entry.unit, ...changed('unitId', 'unitId', entry.unitId === '' ? null : entry.unitId), ...changed('skills', 'skills', skills), ...changed('people', 'people', whole(entry.people)), ...changed('rate', 'rateMinor', minor(entry.rate)), ...changed('percent', 'overloadPercent', whole(entry.percent)), ...changed('overRate', 'overloadRateMinor', minor(entry.overRate)) } as PoolEntered
  const price = unitWords[entry.unit].price
  return (
    <FormDialog title={pool ? pool.name : words.addPool} act={pool ? 'Save' : words.addPool} notYet={entry.name.trim() === '' ? 'A pool needs a name.' : undefined} onSubmit={() => onSubmit(entered)} onClose={onClose}>
      <TextField label="Name" hint="Who can stand in for one another: Data engineers" value={entry.name} onChange={set('name')} />
      <div className="grid grid-cols-2 gap-4">
        <Select label="Counted in" hint={pool ? 'Stays: what was recorded is counted in it' : 'Cannot be changed later'} disabled={pool !== undefined} value={entry.unit} options={poolUnits.map((value) => ({ value, label: unitWords[value].name }))} onChange={set('unit')} />
        <Select label="Belongs to" value={entry.unitId} options={[{ value: '', label: 'The whole organisation' }, ...units.map(({ id, name }) => ({ value: id, label: name }))]} onChange={set('unitId')} />
      </div>
      <TextField label="Skills" hint="Parted by commas; whoever is in the pool has them" value={entry.skills} onChange={set('skills')} />
      <NumberField label="People" hint="Of one to four, their number and price are shown only to those who may see people’s details" min={0} value={entry.people} onChange={set('people')} />
      {seesMoney && <NumberField label={`Price of ${price}`} unit={currency} value={entry.rate} onChange={set('rate')} />}
      <div className="grid grid-cols-2 gap-4">
        <NumberField label="Overtime and contractors, at most" hint="Of its capacity; empty for none" unit="%" min={0} max={1000} value={entry.percent} onChange={set('percent')} />
        {seesMoney && <NumberField label={`Price of ${price} of that`} unit={currency} value={entry.overRate} onChange={set('overRate')} />}
      </div>
    </FormDialog>
  )
}
