import type { LedgerEntries, LedgerEntry } from '@throughline/contract/value'
import { useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Chip } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { Shown, type Reading } from '../../../../wire/index.ts'
import { amountWords } from '../../../amounts.ts'
import { accountWords, actWords, ruleWords } from '../../../ledger-words.ts'

/** Everything that was written, newest first: what, by whom, on which evidence, on which accounts. */
export function Entries({ entries }: { readonly entries: Reading<LedgerEntries> }) {
  const format = useFormat()
  return (
    <Card flush title="Entries" note="Nothing that was written is changed: a correction is an entry of its own">
      <Shown reading={entries} what="the entries" lines={6}>
        {({ entries: all, next }) => (
          <>
            <Table<LedgerEntry>
              caption="Entries of the value ledger"
              rows={all}
              rowKey={({ id }) => id}
              empty="Nothing has been posted yet."
              columns={[
                { key: 'what', label: 'What', cell: (entry) => <What entry={entry} /> },
                { key: 'on', label: 'On', cell: (entry) => <Postings entry={entry} /> },
                { key: 'evidence', label: 'Evidence and reason', cell: ({ evidence, reason }) => <span className="line-clamp-3 max-w-[44ch]">{[evidence, reason].filter(Boolean).join('; ') || '–'}</span> },
                { key: 'by', label: 'Posted by', cell: ({ by, at }) => <span className="figures">{by}, {format.instant(at)}</span> },
              ]}
            />
            {next !== null && <p className="quiet p-3">Earlier entries are there as well: choose a period to see its own.</p>}
          </>
        )}
      </Shown>
    </Card>
  )
}

function What({ entry: { no, kind, periods, grade, priorPeriod, reverses, reversedBy, withheld, postings } }: { readonly entry: LedgerEntry }) {
  const format = useFormat()
  const unit = postings[0]?.account.unit ?? ''
  return (
    <span className="grid gap-1">
      <span className="inline-flex flex-wrap items-center gap-2"><span className="figures text-ink-3">{no}</span>{actWords[kind]}<span className="figures text-ink-3">{periods.join(', ')}</span></span>
      <span className="inline-flex flex-wrap gap-1">
        {grade && <Chip>Grade {grade}</Chip>}
        {priorPeriod && <Chip>Prior-period adjustment</Chip>}
        {reverses && <Chip>Reversal</Chip>}
        {reversedBy && <Chip>Reversed</Chip>}
        {withheld && <Chip>{`${amountWords(withheld.amount, unit, format)} withheld: ${ruleWords(withheld.code)}`}</Chip>}
      </span>
    </span>
  )
}

/** Each account with what was posted to it; debit is positive. */
function Postings({ entry }: { readonly entry: LedgerEntry }) {
  const format = useFormat()
  return (
    <ul className="grid gap-0.5">
      {entry.postings.map(({ account, amount }, at) => (
        <li key={`${at} ${account.code}`} className="flex justify-between gap-4">
          <span>{accountWords[account.code]}<span className="text-ink-3">{account.benefit ?? account.measure ? `, ${account.benefit ?? account.measure}` : ''}{account.budgetLine ? `, ${account.budgetLine}` : ''}</span></span>
          <span className="figures whitespace-nowrap">{amountWords(amount, account.unit, format)}</span>
        </li>
      ))}
    </ul>
  )
}
