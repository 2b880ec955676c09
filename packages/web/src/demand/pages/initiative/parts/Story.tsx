import type { Report } from '@throughline/contract/demand'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Select } from '../../../../ui/controls/Select.tsx'
import { Card } from '../../../../ui/display/Card.tsx'

/** The publisher's own words, of one publication or of two side by side. */
export function Story({ reports }: { readonly reports: readonly Report[] }) {
  const format = useFormat()
  const told = [...reports].filter(({ narratives }) => narratives.length > 0).sort((a, b) => (a.asOf < b.asOf ? 1 : -1))
  const [chosen, choose] = useState<string>()
  const [beside, compare] = useState('')
  const report = told.find(({ id }) => id === chosen) ?? told[0]
  const other = told.find(({ id }) => id === beside)
  if (!report) return null
  const options = told.map(({ id, publication, asOf }) => ({ value: id, label: `${publication}, ${format.month(asOf)}` }))
  return (
    <Card
      title="In the publisher’s words"
      actions={
        <div className="flex flex-wrap gap-2">
          <Select label="Publication" labelHidden value={report.id} options={options} onChange={choose} />
          <Select label="Compare with" labelHidden value={beside} options={[{ value: '', label: 'Compare with …' }, ...options.filter(({ value }) => value !== report.id)]} onChange={compare} />
        </div>
      }
    >
      <div className={other ? 'grid gap-6 lg:grid-cols-2' : ''}>
        <Told report={report} titled={other !== undefined} />
        {other && <Told report={other} titled />}
      </div>
    </Card>
  )
}

function Told({ report, titled }: { readonly report: Report; readonly titled: boolean }) {
  return (
    <div className="grid content-start gap-4">
      {titled && <h3 className="text-section">{report.publication}</h3>}
      <dl className="grid gap-4">
        {report.narratives.map(({ key, label, text }) => (
          <div key={key}>
            <dt className="quiet text-label">{label}</dt>
            <dd className="max-w-prose whitespace-pre-line text-ink-2">{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
