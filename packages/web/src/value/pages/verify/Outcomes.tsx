import { useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { Table } from '../../../ui/display/Table.tsx'
import { classedWords } from '../../amounts.ts'
import { entriesAddress } from '../../ledger-address.ts'
import { ruleWords } from '../../ledger-words.ts'
import { keyOf, type Judged } from './choice.ts'

const done = { verify: 'Verified', disallow: 'Given back' } as const

/** What came of each claim that was decided on: its entry, or the rule that forbids it with the figures. */
export function Outcomes({ judged: { decision, rows }, onDismiss }: { readonly judged: Judged; onDismiss(): void }) {
  const format = useFormat()
  const refused = rows.filter(({ outcome }) => 'code' in outcome).length
  const posted = rows.length - refused
  return (
    <Card flush title={refused === 0 ? `${done[decision]}: ${format.count(posted, 'claim', 'claims')}` : `${done[decision]}: ${posted} of ${rows.length}`} note={refused === 0 ? undefined : `${format.count(refused, 'claim was', 'claims were')} refused and ${refused === 1 ? 'waits' : 'wait'} as before`} actions={<Button kind="quiet" onClick={onDismiss}>Put away</Button>}>
      <div role="status">
        <Table
          caption="What came of the decision"
          rows={rows.toSorted((a, b) => Number('code' in b.outcome) - Number('code' in a.outcome))}
          rowKey={({ claim }) => keyOf(claim)}
          maxHeight={360}
          columns={[
            { key: 'benefit', label: 'Benefit', cell: ({ claim }) => claim.benefit },
            { key: 'period', label: 'Period', cell: ({ claim }) => <span className="figures">{claim.period}</span> },
            { key: 'amount', label: 'Amount', numeric: true, cell: ({ claim }) => classedWords(claim.amount, claim.unit, format) },
            { key: 'outcome', label: 'Outcome', cell: ({ outcome }) => ('code' in outcome ? <StatusMark quiet tone="bad" word={ruleWords(outcome.code)} /> : <StatusMark quiet tone="good" word={done[decision]} />) },
            { key: 'why', label: 'Why', cell: ({ outcome }) => ('code' in outcome ? <span className="block max-w-[64ch]">{outcome.words}</span> : <a href={entriesAddress({ entry: outcome.entryId })}>Its entry</a>) },
          ]}
        />
      </div>
    </Card>
  )
}
