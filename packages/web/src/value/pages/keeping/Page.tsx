import type { Keeping, Register } from '@throughline/contract/value'
import { Select } from '../../../ui/controls/Select.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { entriesAddress, type EntriesLooked } from '../../ledger-address.ts'
import { Discounting } from './parts/Discounting.tsx'
import { SideBySide } from './parts/SideBySide.tsx'
import { StillToCome } from './parts/StillToCome.tsx'
import { Way } from './parts/Way.tsx'

/** Whose promises of which periods are looked at; what is left out is not narrowed. */
export type KeepingLooked = Pick<EntriesLooked, 'benefit' | 'initiative' | 'from' | 'until'>
export type KeepingProps = { readonly register: Reading<Register>; readonly keeping: Reading<readonly Keeping[]>; readonly looked: KeepingLooked; onLook(change: KeepingLooked): void; /** The discount rate that was asked for, in per cent; undefined for the usual one. */ readonly rate?: string | undefined; onRate(percent: string | undefined): void; onOpen(address: string): void }

/** Whether what was intended was kept, up to what was banked: a way for each unit of account, for units are never added. */
export function KeepingPage({ register, keeping, looked, onLook, rate, onRate, onOpen }: KeepingProps) {
  return (
    <PageFrame title="Promise-keeping" note="From what was intended to what was banked, against the original and the current baseline" actions={register.state === 'full' && <Looked register={register.value} looked={looked} onLook={onLook} />}>
      <Shown reading={keeping} what="promise-keeping" lines={8}>
        {(all) => (all.length === 0 ? <Nothing narrowed={Object.values(looked).some(Boolean)} /> : (
          <>
            <SideBySide all={all} looked={looked} />
            {all.map((one) => <Way key={one.unit} keeping={one} addressOf={({ codes, entryId }) => entriesAddress(entryId === null ? { ...looked, unit: one.unit, codes: codes.join(',') } : { entry: entryId })} onOpen={onOpen} />)}
            <Discounting all={all} rate={rate} onRate={onRate} />
            {all.map((one) => one.outlook && <StillToCome key={one.unit} keeping={one} outlook={one.outlook} />)}
          </>
        ))}
      </Shown>
    </PageFrame>
  )
}

function Looked({ register, looked, onLook }: Pick<KeepingProps, 'looked' | 'onLook'> & { readonly register: Register }) {
  const initiatives = [...new Map(register.benefits.map(({ initiativeId, initiative }) => [initiativeId, initiative]))].sort(([, a], [, b]) => a.localeCompare(b))
  const benefits = register.benefits.filter(({ initiativeId }) => looked.initiative === undefined || initiativeId === looked.initiative)
  const chosen = (key: keyof KeepingLooked) => (value: string) => onLook({ [key]: value === '' ? undefined : value, ...(key === 'initiative' ? { benefit: undefined } : {}) })
  const periods = register.periods.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <>
      <Select label="Initiative" labelHidden value={looked.initiative ?? ''} options={[{ value: '', label: 'All initiatives' }, ...initiatives.map(([value, label]) => ({ value, label }))]} onChange={chosen('initiative')} />
      <Select label="Benefit" labelHidden value={looked.benefit ?? ''} options={[{ value: '', label: 'All benefits' }, ...benefits.map(({ id, name }) => ({ value: id, label: name }))]} onChange={chosen('benefit')} />
      <Select label="From" labelHidden value={looked.from ?? ''} options={[{ value: '', label: 'From the first period' }, ...periods.map(({ value, label }) => ({ value, label: `From ${label}` }))]} onChange={chosen('from')} />
      <Select label="Until" labelHidden value={looked.until ?? ''} options={[{ value: '', label: 'Until the last period' }, ...periods.map(({ value, label }) => ({ value, label: `Until ${label}` }))]} onChange={chosen('until')} />
    </>
  )
}

const Nothing = ({ narrowed }: { readonly narrowed: boolean }) => (
  <EmptyState title={narrowed ? 'Nothing was promised there' : 'Nothing has been promised in the ledger'} actions={<a className="button" data-kind="secondary" href="/value/ledger?view=benefits">Benefits of the ledger</a>}>
    {narrowed ? 'No benefit of this choice has an entry. Choose other periods, or another initiative.' : 'Once a benefit is promised by period, this page shows what became of it: approved, realised, verified, banked.'}
  </EmptyState>
)
