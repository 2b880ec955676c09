import type { FreeBenefit } from '@throughline/contract/value'
import { places } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { unitWords } from '../../../amounts.ts'
import { entriesAddress } from '../../../ledger-address.ts'

/** Benefits that are of no line: nothing of them counts against the plan. */
export function FreeBenefits({ benefits, onLink }: { readonly benefits: readonly FreeBenefit[]; /** The way to link one, for who may. */ readonly onLink: ((benefit: FreeBenefit) => void) | undefined }) {
  return (
    <Card flush title="Benefits of no line" note="Nothing of them is held against the plan">
      <Table<FreeBenefit>
        caption="Benefits that are linked to no line of the plan" rows={benefits} rowKey={({ benefitId }) => benefitId} maxHeight={480}
        columns={[
          { key: 'benefit', label: 'Benefit', cell: ({ benefitId, benefit }) => <a className="text-ink" href={entriesAddress({ benefit: benefitId })}>{benefit}</a> },
          { key: 'initiative', label: 'Initiative', cell: ({ initiativeId, initiative }) => <a className="text-ink" href={places.initiative(initiativeId)}>{initiative}</a> },
          { key: 'unit', label: 'Unit', cell: ({ unit }) => unitWords(unit) },
          { key: 'act', label: '', cell: (one) => onLink && <Button kind="quiet" aria-label={`Link ${one.benefit} to a plan line`} onClick={() => onLink(one)}>Link</Button> },
        ]}
      />
    </Card>
  )
}
