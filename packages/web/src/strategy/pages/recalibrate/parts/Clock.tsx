import type { RecalibrationList } from '@throughline/contract/strategy'
import { places, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { stepWords, typicalWords } from '../words.ts'

/** How long it took from the first signal to its effect, step by step; a step that has not come counts its age. */
export function Clock({ list }: { readonly list: RecalibrationList }) {
  const format = useFormat()
  const days = (count: number): string => format.count(count, 'day', 'days')
  return (
    <Card title="The clock, from signal to effect" note="Days since the step before; a step that is awaited counts its age." flush>
      <Table
        caption="Recalibrations"
        rows={list.items}
        rowKey={({ versionId }) => versionId}
        empty="No change of strategy was recorded yet."
        columns={[
          { key: 'title', label: 'Change', cell: ({ no, title, reason }) => <span className="block"><span>Version {no}: {title}</span><span className="quiet block">{reason}</span></span> },
          ...(Object.keys(stepWords) as (keyof typeof stepWords)[]).map((step) => ({ key: step, label: stepWords[step], numeric: true, cell: ({ steps }: RecalibrationList['items'][number]) => {
            const found = steps.find((one) => one.step === step)
            if (!found) return '–'
            if (found.open) return `waits ${found.days === null ? '' : days(found.days)}`
            return step === 'signal' || found.days === null ? (found.on ? format.date(found.on) : '–') : days(found.days)
          } })),
          { key: 'decision', label: 'Decision', cell: ({ decisionId, approvedBy }) => (decisionId ? <a href={places.decision(decisionId)}>{approvedBy ?? 'Read it'}</a> : '') },
        ]}
      />
      {list.percentiles.length > 0 && <p className="quiet px-4 py-2">{typicalWords(list.percentiles, format)}</p>}
    </Card>
  )
}
