import type { PeriodClose } from '@throughline/contract/value'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { entriesAddress } from '../../../ledger-address.ts'
import { checklistWords } from '../../../period-words.ts'

type Item = PeriodClose['checklist'][number]

/** What has to be done before the period can be closed, with what is open and where it is seen to. */
export const Checklist = ({ checklist, period }: { readonly checklist: readonly Item[]; readonly period: string }) => (
  <Card title="Checklist" note={`${checklist.filter(({ done }) => done).length} of ${checklist.length} done`}>
    <ul className="grid gap-3">
      {checklist.map((item) => (
        <li key={item.key} className="grid gap-1">
          <StatusMark quiet tone={item.done ? 'good' : 'warn'} word={item.done ? checklistWords[item.key].done : checklistWords[item.key].open} />
          {!item.done && <Open item={item} period={period} />}
        </li>
      ))}
    </ul>
  </Card>
)

/** What is open, the first of it by name, and the way there. */
const Open = ({ item: { key, open }, period }: { readonly item: Item; readonly period: string }) => (
  <span className="pl-5 text-ink-2">
    {key !== 'period_over' && `${open.slice(0, most).join(', ')}${open.length > most ? ` and ${open.length - most} more` : ''}. `}
    {key === 'period_over' ? `${checklistWords[key].way}.` : <a className="leading-6 underline" href={wayTo(key, period)}>{checklistWords[key].way}</a>}
  </span>
)
const most = 8

function wayTo(key: Item['key'], period: string): string {
  if (key === 'claims_verified') return entriesAddress({ period, codes: 'R10' })
  return key === 'actuals_approved' ? '/strategy/measures' : `/value/ledger?period=${encodeURIComponent(period)}`
}
