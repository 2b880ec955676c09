import type { Changes } from '@throughline/contract/portfolio'
import { useFormat } from '../../../format/index.ts'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { Tabs } from '../../../ui/controls/Tabs.tsx'
import { Shown, type Moment, type Reading } from '../../../wire/index.ts'
import type { Position } from '../../moment/words.ts'
import { Beside } from './parts/Beside.tsx'
import { Causes } from './parts/Causes.tsx'
import { Movers } from './parts/Movers.tsx'
import { Side } from './parts/Side.tsx'
import { fieldWords, fields, sideWords, type Field } from './words.ts'

export type ChangesProps = {
  readonly changes: Reading<Changes>
  readonly from: Moment
  readonly to: Moment
  readonly positions: readonly Position[]
  readonly field: Field
  onFrom(moment: Moment): void
  onTo(moment: Moment): void
  onField(field: Field): void
  onSkip(skip: number): void
}

/** What changed between two moments: by cause and by initiative, summing exactly. */
export function ChangesPage({ changes, from, to, positions, field, onFrom, onTo, onField, onSkip }: ChangesProps) {
  const format = useFormat()
  const between = { before: sideWords(from, 'the beginning', format), after: sideWords(to, 'now', format) }
  return (
    <PageFrame title="What changed" note="Between two moments: what moved the totals, why, and by which initiatives">
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <Side label="From" none="The beginning" moment={from} positions={positions} onChange={onFrom} />
        <Side label="To" none="Now" moment={to} positions={positions} onChange={onTo} />
      </div>
      <Shown reading={changes} what="what changed" lines={12}>
        {(found) => (
          <Tabs label="Which amount" tabs={fields.map((key) => ({ key, label: fieldWords[key].name }))} selected={field} onSelect={onField}>
            <div className="grid gap-4 pt-4">
              <Causes changes={found} field={field} {...between} />
              <Movers changes={found} field={field} onSkip={onSkip} />
              <Beside changes={found} />
            </div>
          </Tabs>
        )}
      </Shown>
    </PageFrame>
  )
}
