import type { Register } from '@throughline/contract/value'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { Chip } from '../../../../ui/display/Status.tsx'
import { unitWords } from '../../../amounts.ts'
import type { EntriesLooked } from '../../../ledger-address.ts'
import { accountWords } from '../../../ledger-words.ts'

/** What the list is narrowed to: choices for what people look for, and in words what a figure led here with. */
export function EntriesFilter({ register: { benefits, measures }, looked, onLook }: { readonly register: Register; readonly looked: EntriesLooked; onLook(change: EntriesLooked): void }) {
  const initiatives = [...new Map(benefits.map(({ initiativeId, initiative }) => [initiativeId, initiative]))].sort(([, a], [, b]) => a.localeCompare(b))
  const choice = (key: keyof EntriesLooked, label: string, all: string, options: readonly { readonly value: string; readonly label: string }[]) => (
    <Select label={label} labelHidden value={looked[key] ?? ''} options={[{ value: '', label: all }, ...options]} onChange={(value) => onLook({ [key]: value === '' ? undefined : value })} />
  )
  const words = wordsOf(looked)
  return (
    <div className="flex flex-wrap items-center gap-2 p-3">
      {choice('initiative', 'Initiative', 'All initiatives', initiatives.map(([value, label]) => ({ value, label })))}
      {choice('benefit', 'Benefit', 'All benefits', benefits.filter(({ initiativeId }) => looked.initiative === undefined || initiativeId === looked.initiative).map(({ id, name }) => ({ value: id, label: name })))}
      {choice('measure', 'Measure', 'All measures', measures.map(({ id, name }) => ({ value: id, label: name })))}
      {words.map((text) => <Chip key={text}>{text}</Chip>)}
      {Object.values(looked).some(Boolean) && <Button kind="link" onClick={() => onLook(everything)}>Show every entry</Button>}
    </div>
  )
}

const everything: EntriesLooked = { benefit: undefined, initiative: undefined, measure: undefined, objective: undefined, department: undefined, serves: undefined, period: undefined, from: undefined, until: undefined, unit: undefined, codes: undefined, entry: undefined }

/** What of the address has no choice of its own, in words. */
function wordsOf({ objective, department, serves, unit, codes, from, until, entry }: EntriesLooked): readonly string[] {
  const accounts = codes?.split(',').map((code) => accountWords[code as keyof typeof accountWords] ?? code)
  return [
    ...(objective === undefined ? [] : ['Under one objective']), ...(department === undefined ? [] : [department === 'none' ? 'Of no department' : 'Of one department']), ...(serves === undefined ? [] : [serves === 'none' ? 'Initiatives that serve no objective' : 'Initiatives that serve one objective']), ...(entry === undefined ? [] : ['One entry']), ...(unit === undefined ? [] : [unitWords(unit)]), ...(accounts === undefined ? [] : [`Accounts: ${[...new Set(accounts)].join(', ')}`]),
    ...(from === undefined ? [] : [`From ${from}`]), ...(until === undefined ? [] : [`Until ${until}`]),
  ]
}
