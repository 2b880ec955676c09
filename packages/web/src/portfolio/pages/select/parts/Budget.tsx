import type { SelectionCase } from '@throughline/contract/portfolio'
import { minorDigits } from '@throughline/engine/kernel'
import { moneyToField } from '../../../../format/index.ts'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Slider } from '../../../../ui/controls/Slider.tsx'
import { Switch } from '../../../../ui/controls/Check.tsx'
import type { Levers } from '../levers.ts'
import type { CaseWords } from '../words.tsx'

/** How many steps the budget slider has from nothing to everything. */
const STEPS = 500

export type BudgetProps = { readonly of: SelectionCase; readonly levers: Levers; readonly words: CaseWords; onLevers(levers: Levers): void }

/** The one lever that is moved most: the total budget, by slider and to the penny. */
export function Budget({ of, levers, words, onLevers }: BudgetProps) {
  const all = Number(of.totals.cost.minor)
  const { totalBudget } = levers
  const set = (limit: number | null) => onLevers({ ...levers, totalBudget: limit })
  if (all <= 0) return null
  return (
    <div className="grid gap-3">
      <Slider
        label="Total budget"
        min={0}
        max={STEPS}
        value={totalBudget === null ? STEPS : Math.min(STEPS, Math.round((totalBudget / all) * STEPS))}
        format={() => (totalBudget === null ? 'No limit' : words.cost(totalBudget))}
        onChange={(step) => set(Math.round((all / STEPS) * step))}
      />
      <MoneyField label="Exactly" minor={totalBudget} currency={of.input.currency} hint={`All ${words.format.number(of.totals.candidates, 0)} candidates cost ${words.cost(all)}.`} step={all / 100} onChange={set} />
      <Switch label="No limit on the total" checked={totalBudget === null} onChange={(free) => set(free ? null : Math.round(all / 2))} />
    </div>
  )
}

export type MoneyFieldProps = { readonly label: string; readonly labelHidden?: boolean; readonly minor: number | null; readonly currency: string; /** Leaves the currency out where the head of a table says it. */ readonly bare?: boolean; readonly hint?: string; /** Minor units that an arrow key adds. */ readonly step?: number; onChange(minor: number | null): void }

/** Whole minor units as an amount of the main unit, exact to the last digit; empty means no limit. */
export function MoneyField({ minor, currency, bare = false, step = 0, onChange, ...rest }: MoneyFieldProps) {
  const digits = minorDigits(currency)
  const shown = minor === null ? null : trimmed(moneyToField({ minor: String(minor), currency }))
  return <NumberField {...rest} value={shown} {...(bare ? {} : { unit: currency })} min={0} step={Math.max(1, Math.round(step / 10 ** digits))} onChange={(text) => onChange(text === null ? null : minorOf(text, digits))} />
}

/** `1234.5` with two digits → 123450; digits beyond the minor unit are cut, for no coin is smaller. */
export function minorOf(text: string, digits: number): number {
  const [whole = '0', fraction = ''] = text.split('.')
  return Number(`${whole}${fraction.slice(0, digits).padEnd(digits, '0')}`)
}

const trimmed = (text: string): string => text.replace(/\.0+$/, '')
