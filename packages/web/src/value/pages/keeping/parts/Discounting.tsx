import type { Keeping } from '@throughline/contract/value'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'

type DiscountingProps = { readonly all: readonly Keeping[]; readonly rate: string | undefined; onRate(percent: string | undefined): void }

/** The rate by which later is worth less, for every unit of money at once: with its source, and the day that present values are of. */
export function Discounting({ all, rate, onRate }: DiscountingProps) {
  const format = useFormat()
  const outlooks = all.flatMap(({ unit, outlook }) => (outlook && unit.includes('.') ? [outlook] : []))
  const first = outlooks[0]?.discounting
  if (!first) return null
  const on = outlooks.flatMap(({ discounting }) => discounting.on ?? []).sort()[0]
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <NumberField label="Discount rate" value={rate ?? first.percent} unit="% a year" min={-50} max={99} step={0.5} className="w-44" onChange={(percent) => onRate(percent === null ? undefined : roundedRate(percent))} />
      <p className="quiet max-w-[88ch] pb-1">
        {on ? `Present values of ${format.date(on)}, the first day of what is still to come. ` : ''}
        {rate === undefined ? `Unless another is entered, ${first.basis}: nominal, as the amounts of the ledger are.` : 'A nominal rate that was entered here; it stays in the address and changes nothing that is kept. '}
        {rate !== undefined && <Button kind="link" onClick={() => onRate(undefined)}>Back to the usual rate</Button>}
      </p>
    </div>
  )
}

/** At most four digits after the point, as the question takes it. */
export const roundedRate = (percent: string): string => String(Number(Number(percent).toFixed(4)))
