import type { Changes } from '@throughline/contract/portfolio'
import { explanationFromWire, metricText, useFormat, valueOf } from '../../../../format/index.ts'
import { Waterfall } from '../../../../ui/charts/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { withheldWord } from '../../../parts/plans/words.ts'
import { causeWords, fieldWords, lineWords, stepsOf, type Field } from '../words.ts'

/** How the total of one amount came from there to here: the figures, the picture and the table of causes, which sum exactly. */
export function Causes({ changes, field, before, after }: { readonly changes: Changes; readonly field: Field; readonly before: string; readonly after: string }) {
  const format = useFormat()
  const total = changes.totals[field]
  const change = valueOf(total.change.metric)
  const { counts } = changes
  const words = (metric: typeof total.before): { readonly value: string } | { readonly value: null; readonly absent: string } => {
    const value = valueOf(metric)
    return value ? { value: format.moneyShort(value) } : { value: null, absent: metricText(metric, String) }
  }
  const axis = (value: number): string => format.axisMoney(value, changes.currency)
  return (
    <>
      <FigureStrip label={fieldWords[field].name}>
        <Figure label={`${fieldWords[field].name}, ${before}`} {...words(total.before)} />
        <Figure label={`${fieldWords[field].name}, ${after}`} {...words(total.after)} />
        <Figure label="Change" value={change ? format.moneyChange(change) : null} absent={metricText(total.change.metric, String)} why={explanationFromWire(total.change.why)} />
        <Figure label="Initiatives" value={format.number(counts.after, 0)} comparison={{ words: `${format.number(counts.before, 0)} before; ${counts.joined} joined, ${counts.left} left, ${counts.changed} changed` }} />
      </FigureStrip>
      <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
        {changes.amounts === 'shown' && <Waterfall framed title={`${fieldWords[field].name} by cause`} note={`From ${before} to ${after}`} height={280} steps={stepsOf(changes, field)} format={axis} empty="Nothing moved." />}
        <Card flush title="By cause" note={changes.amounts === 'shown' ? 'The causes sum to the change, to the penny' : 'Amounts are withheld from you'}>
          <Table
            caption="What moved the total, by cause"
            rows={total.lines}
            rowKey={({ cause, effect }) => `${cause} ${effect}`}
            empty="Nothing moved this total."
            columns={[
              { key: 'cause', label: 'Cause', cell: (line) => <span title={causeWords[line.cause].about}>{lineWords(line)}</span>, foot: 'Change' },
              { key: 'initiatives', label: 'Initiatives', numeric: true, cell: ({ initiatives }) => format.number(initiatives, 0) },
              { key: 'amount', label: 'Amount', numeric: true, cell: ({ amount }) => (amount ? format.moneyChange(amount) : withheldWord), foot: change ? format.moneyChange(change) : '' },
            ]}
          />
        </Card>
      </div>
    </>
  )
}
