import type { Changes } from '@throughline/contract/portfolio'
import { places, useFormat, type Format } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { withheldWord } from '../../../parts/plans/words.ts'
import { fieldWords, lineWords, type Field } from '../words.ts'

type Item = Changes['items'][number]

/** The initiatives that moved the total, those that moved it most first; with the rest they sum to the change. */
export function Movers({ changes, field, onSkip }: { readonly changes: Changes; readonly field: Field; onSkip(skip: number): void }) {
  const format = useFormat()
  const { items, total, skip, rest, currency, amounts } = changes
  const last = skip + items.length
  const amountOf = (side: Item['from']): string => {
    const minor = side?.amounts[field]
    return side === null ? 'Not there' : amounts === 'withheld' ? withheldWord : minor === null || minor === undefined ? 'Not known' : format.moneyShort({ minor, currency })
  }
  return (
    <Card
      flush
      title="By initiative"
      note={total === 0 ? 'None moved' : `${format.number(skip + 1, 0)} to ${format.number(last, 0)} of ${format.number(total, 0)}, ${amounts === 'withheld' ? 'by name' : `by how much they moved ${fieldWords[field].name.toLowerCase()}`}`}
      actions={
        (skip > 0 || last < total) && (
          <>
            <Button disabled={skip === 0} onClick={() => onSkip(Math.max(0, skip - pageSize))}>Earlier</Button>
            <Button disabled={last >= total} onClick={() => onSkip(last)}>Later</Button>
          </>
        )
      }
    >
      <Table
        caption="What moved, by initiative"
        rows={items}
        rowKey={({ id }) => id}
        empty="Nothing moved between the two moments."
        columns={[
          { key: 'name', label: 'Initiative', cell: ({ id, key, name }) => <a className="text-ink" href={places.initiative(id)} title={key}>{name}</a>, foot: rest.initiatives > 0 ? `${format.count(rest.initiatives, 'other', 'others')}` : undefined },
          { key: 'from', label: 'Before', numeric: true, cell: ({ from }) => amountOf(from) },
          { key: 'to', label: 'After', numeric: true, cell: ({ to }) => amountOf(to) },
          { key: 'change', label: 'Change', numeric: true, cell: (item) => changeOf(item, field, format), foot: rest.initiatives > 0 && rest.amount ? format.moneyChange(rest.amount) : undefined },
          { key: 'why', label: 'Why', cell: (item) => causesOf(item, field) },
        ]}
      />
    </Card>
  )
}

/** How many initiatives stand on a page of the list. */
export const pageSize = 100

function changeOf({ moves }: Item, field: Field, format: Format): string {
  const own = moves.filter((move) => move.field === field)
  const [first] = own
  if (!first) return 'No change'
  return first.amount ? format.moneyChange({ ...first.amount, minor: own.reduce((sum, { amount }) => sum + BigInt(amount?.minor ?? 0), 0n).toString() }) : withheldWord
}

const causesOf = ({ moves }: Item, field: Field): string => [...new Set(moves.filter((move) => move.field === field).map(lineWords))].join('; ')
