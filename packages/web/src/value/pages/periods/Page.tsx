import type { Seal } from '@throughline/contract/governance'
import type { LedgerEntries, PeriodClose, Register, ValuePeriod } from '@throughline/contract/value'
import type { Problem } from '@throughline/contract/wire'
import type { FiscalCalendar, Result } from '@throughline/engine/kernel'
import { CalendarPlus, Lock, Stamp } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Select } from '../../../ui/controls/Select.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { ProblemNote, Shown, type Reading } from '../../../wire/index.ts'
import type { PeriodToOpen } from '../../opened-periods.ts'
import { periodWords as words, stateLooks } from '../../period-words.ts'
import { Entries } from '../ledger/parts/Entries.tsx'
import { ClosePeriod } from './dialogs/ClosePeriod.tsx'
import { OpenPeriods } from './dialogs/OpenPeriods.tsx'
import { Adjustments } from './parts/Adjustments.tsx'
import { Checklist } from './parts/Checklist.tsx'
import { Packs } from './parts/Packs.tsx'
import { Totals } from './parts/Totals.tsx'

type Done = Promise<Result<unknown, Problem>>
export type PeriodActs = { open(periods: readonly PeriodToOpen[]): Done; soft(period: string, reason: string): Done; close(period: string, reason: string): Done; seal(period: string): Done }
export type PeriodsProps = {
  readonly register: Reading<Register>
  readonly period: string | undefined
  readonly detail: Reading<PeriodClose>
  readonly seals: Reading<readonly Seal[]>
  readonly adjustments: Reading<LedgerEntries>
  readonly mayClose: boolean
  readonly calendar: FiscalCalendar
  readonly today: string
  readonly acts: PeriodActs
  packAddress(id: string): string
  onChoose(code: string): void
}

/** The close of a value period: what has to be done before it, what stands in it, and what was adjusted after it. */
export function PeriodsPage(props: PeriodsProps) {
  const { register, period, mayClose, calendar, today, acts, onChoose } = props
  const [opening, setOpening] = useState(false)
  const periods = register.state === 'full' ? register.value.periods : []
  return (
    <PageFrame
      title={words.title}
      note={words.note}
      actions={
        <>
          {periods.length > 0 && <Select label="Period" labelHidden value={period ?? ''} options={periods.map(({ code, name, state }) => ({ value: code, label: state === 'open' ? name : `${name}, ${stateLooks[state].words.toLowerCase()}` }))} onChange={onChoose} />}
          {mayClose && <Button icon={<CalendarPlus aria-hidden="true" />} onClick={() => setOpening(true)}>Open periods</Button>}
        </>
      }
    >
      <Shown reading={register} what="the value periods" lines={6}>{(known) => (known.periods.length === 0 ? <Nothing /> : <Period {...props} />)}</Shown>
      {opening && <OpenPeriods {...{ calendar, today }} taken={periods.map(({ code }) => code)} onOpen={acts.open} onClose={() => setOpening(false)} />}
    </PageFrame>
  )
}

const Nothing = () => <EmptyState title="No value period is open yet">Open the months, quarters or years in which benefits are promised, measured and claimed. Then this page closes them one after the other.</EmptyState>

function Period({ detail: reading, seals, adjustments, mayClose, acts, packAddress }: PeriodsProps) {
  const [asking, setAsking] = useState<'soft' | 'close'>()
  const [problem, setProblem] = useState<Problem>()
  const seal = async (code: string) => {
    const sealed = await acts.seal(code)
    setProblem(sealed.ok ? undefined : sealed.refusal)
  }
  return (
    <Shown reading={reading} what="the period" lines={8}>
      {(whole) => {
        const { period, checklist, totals, closedBy } = whole
        return (
          <>
            <Standing period={period} closedBy={closedBy} />
            <div className="flex flex-wrap items-center gap-2">
              {mayClose && period.state === 'open' && <Button disabled={!period.over} onClick={() => setAsking('soft')}>{words.soft}</Button>}
              {mayClose && period.state !== 'closed' && <Button kind="primary" icon={<Lock aria-hidden="true" />} disabled={checklist.some(({ done }) => !done)} onClick={() => setAsking('close')}>{words.close}</Button>}
              {mayClose && period.state === 'closed' && <Button icon={<Stamp aria-hidden="true" />} onClick={() => void seal(period.code)}>{words.seal}</Button>}
              {mayClose && period.state !== 'closed' && checklist.some(({ done }) => !done) && <span className="quiet">It can be closed once every line of the checklist is done.</span>}
            </div>
            <ProblemNote problem={problem} />
            <div className="grid items-start gap-4 xl:grid-cols-[2fr_3fr]">
              <Checklist checklist={checklist} period={period.code} />
              <Packs seals={seals} period={period.code} addressOf={packAddress} />
            </div>
            <Totals totals={totals} period={period.code} />
            {period.state === 'closed' && <Adjustments adjustments={whole.adjustments} />}
            {period.state === 'closed' && adjustments.state === 'full' && adjustments.value.entries.length > 0 && <Entries entries={adjustments} />}
            {asking && <ClosePeriod how={asking} period={period} onDo={(reason) => acts[asking](period.code, reason)} onClose={() => setAsking(undefined)} />}
          </>
        )
      }}
    </Shown>
  )
}

function Standing({ period, closedBy }: { readonly period: ValuePeriod; readonly closedBy: PeriodClose['closedBy'] }) {
  const format = useFormat()
  return (
    <p className="flex flex-wrap items-center gap-3">
      <strong>{period.name}</strong>
      <StatusMark tone={stateLooks[period.state].tone} word={stateLooks[period.state].words} />
      <span className="quiet">{`${format.date(period.from)} up to ${format.date(period.to)}`}</span>
      {closedBy && <span className="quiet">{`Closed by ${closedBy.by}, ${format.instant(closedBy.at)}`}</span>}
    </p>
  )
}
