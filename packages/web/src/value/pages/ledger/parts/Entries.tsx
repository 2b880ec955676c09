import type { LedgerEntries, LedgerEntry } from '@throughline/contract/value'
import type { ReactNode } from 'react'
import { places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Chip } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { Shown, type Reading } from '../../../../wire/index.ts'
import { amountWords } from '../../../amounts.ts'
import { entriesAddress } from '../../../ledger-address.ts'
import { accountWords, actWords, ruleWords } from '../../../ledger-words.ts'
import { Evidence } from './Evidence.tsx'

export type EntriesProps = { readonly entries: Reading<LedgerEntries>; readonly filter?: ReactNode; /** Who may reverse is given the way to it. */ onReverse?: ((entry: LedgerEntry) => void) | undefined; onMore?(next: string): void }

/** Everything that was written, newest first: what, by whom, on which evidence, on which accounts. */
export function Entries({ entries, filter, onReverse, onMore }: EntriesProps) {
  const format = useFormat()
  return (
    <Card flush title="Entries" note="Nothing that was written is changed: a correction is an entry of its own">
      {filter}
      <Shown reading={entries} what="the entries" lines={6}>
        {({ entries: all, next }) => (
          <>
            <Table<LedgerEntry>
              caption="Entries of the value ledger"
              rows={all}
              rowKey={({ id }) => id}
              empty="There is no such entry."
              columns={[
                { key: 'what', label: 'What', cell: (entry) => <What entry={entry} /> },
                { key: 'on', label: 'On', cell: (entry) => <Postings entry={entry} /> },
                { key: 'evidence', label: 'Evidence and reason', cell: ({ id, no, evidence, files, reason }) => <><Evidence {...{ evidence, files, reason }} /> <a className="no-print" aria-label={`Line of sight of entry ${no}`} href={places.sight('entry', id)}>Line of sight</a></> },
                { key: 'by', label: 'By whom', cell: (entry) => <People entry={entry} at={format.instant(entry.at)} /> },
                ...(onReverse ? [{ key: 'act', label: 'Acts', cell: (entry: LedgerEntry) => entry.reversedBy === null && entry.kind !== 'reverse' && entry.kind !== 'close' && <Button kind="quiet" aria-label={`Reverse entry ${entry.no}`} onClick={() => onReverse(entry)}>Reverse</Button> }] : []),
              ]}
            />
            {next !== null && onMore && <div className="p-3"><Button kind="link" onClick={() => onMore(next)}>Earlier entries</Button></div>}
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
      <span className="inline-flex flex-wrap items-center gap-2"><span className="figures text-ink-3">{no}</span>{actWords[kind]}<span className="figures text-ink-3">{spanOf(periods)}</span></span>
      <span className="inline-flex flex-wrap gap-1">
        {grade && <Chip>Grade {grade}</Chip>}
        {priorPeriod && <Chip>Prior-period adjustment</Chip>}
        {reverses && <a className="leading-6" href={entriesAddress({ entry: reverses })}>Reverses an entry</a>}
        {reversedBy && <a className="leading-6" href={entriesAddress({ entry: reversedBy })}>Was reversed</a>}
        {withheld && <Chip>{`${amountWords(withheld.amount, unit, format)} withheld: ${ruleWords(withheld.code)}`}</Chip>}
      </span>
    </span>
  )
}

/** Periods of an entry; of more than three the first and the last. */
const spanOf = (periods: readonly string[]): string => (periods.length <= 3 ? periods.join(', ') : `${[...periods].sort()[0]} to ${[...periods].sort().at(-1)}`)

/** Who posted it, and who else had to do with the same value: claimant and verifier are two. */
const People = ({ entry: { by, kind, related }, at }: { readonly entry: LedgerEntry; readonly at: string }) => (
  <span className="grid gap-0.5">
    <span className="figures">{by}, {at}</span>
    {related.map((one) => <a key={one.entryId} className="leading-6 text-ink-2" href={entriesAddress({ entry: one.entryId })}>{`${actWords[one.kind]} by ${one.by}`}</a>)}
    {kind === 'verify' && <span className="text-ink-3">Independent of claimant, owner, team and line</span>}
  </span>
)

/** Each account with what was posted to it; debit is positive. Of many the first are shown until all are asked for. */
function Postings({ entry: { id, postings, morePostings = 0 } }: { readonly entry: LedgerEntry }) {
  const format = useFormat()
  const [first, rest] = [postings.slice(0, most), postings.slice(most)]
  return (
    <div className="grid gap-0.5">
      <Lines postings={first} />
      {rest.length > 0 && <details><summary className="leading-6">{`and ${format.number(rest.length + morePostings, 0)} more`}</summary><Lines postings={rest} />{morePostings > 0 && <a className="leading-6" href={entriesAddress({ entry: id })}>{`All ${format.number(postings.length + morePostings, 0)}`}</a>}</details>}
    </div>
  )
}
const most = 6

function Lines({ postings }: { readonly postings: LedgerEntry['postings'] }) {
  const format = useFormat()
  return (
    <ul className="grid gap-0.5">
      {postings.map(({ account, amount }, at) => (
        <li key={`${at} ${account.code}`} className="flex justify-between gap-4">
          <span>{accountWords[account.code]}<span className="text-ink-3">{account.benefit ?? account.measure ? `, ${account.benefit ?? account.measure}` : ''}{account.budgetLine ? `, ${account.budgetLine}` : ''}</span></span>
          <span className="figures whitespace-nowrap">{amountWords(amount, account.unit, format)}</span>
        </li>
      ))}
    </ul>
  )
}
