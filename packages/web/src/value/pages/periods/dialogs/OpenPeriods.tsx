import { type Grain } from '@throughline/engine/capacity'
import { fiscalYearLabel, fiscalYearOf, type FiscalCalendar, type Result } from '@throughline/engine/kernel'
import type { Problem } from '@throughline/contract/wire'
import { useState } from 'react'
import { Select } from '../../../../ui/controls/Select.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import { periodsOfYear, type PeriodToOpen } from '../../../opened-periods.ts'

export type OpenPeriodsProps = { readonly calendar: FiscalCalendar; readonly today: string; readonly taken: readonly string[]; onOpen(periods: readonly PeriodToOpen[]): Promise<Result<unknown, Problem>>; onClose(): void }

/** Opens the periods of a fiscal year that are not there yet, by months, quarters or as a whole. */
export function OpenPeriods({ calendar, today, taken, onOpen, onClose }: OpenPeriodsProps) {
  const now = fiscalYearOf(calendar, today)
  const [year, setYear] = useState(String(now))
  const [grain, setGrain] = useState<Grain>('month')
  const fresh = periodsOfYear(calendar, Number(year), grain).filter(({ code }) => !taken.includes(code))
  return (
    <FormDialog title="Open value periods" subtitle="Benefits are promised, measured and claimed by period." act="Open" notYet={fresh.length === 0 ? 'These periods are there already' : undefined} onSubmit={() => onOpen(fresh)} onClose={onClose}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Select label="Fiscal year" value={year} options={Array.from({ length: 12 }, (_, at) => now + 3 - at).map((one) => ({ value: String(one), label: fiscalYearLabel(calendar, one) }))} onChange={setYear} />
        <Select label="By" value={grain} options={[{ value: 'month', label: 'Months' }, { value: 'quarter', label: 'Quarters' }, { value: 'year', label: 'The whole year' }]} onChange={setGrain} />
      </div>
      {fresh.length > 0 && <p className="quiet">{`Opens ${fresh.length === 1 ? fresh[0]?.name : `${fresh.length} periods, ${fresh[0]?.name} to ${fresh.at(-1)?.name}`}.`}</p>}
    </FormDialog>
  )
}
