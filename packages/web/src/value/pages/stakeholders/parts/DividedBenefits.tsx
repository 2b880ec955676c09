import type { DividedBenefit, StakeholderValue } from '@throughline/contract/value'
import { stakeholderClasses } from '@throughline/engine/value'
import { places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { amountWords, unitWords } from '../../../amounts.ts'
import { entriesAddress } from '../../../ledger-address.ts'
import { whom } from '../words.ts'

/** Each benefit with whom it goes to; those of which nobody has said come first. */
export function DividedBenefits({ value: { benefits, said }, onSplit }: { readonly value: StakeholderValue; /** The way to say it, for who may. */ readonly onSplit?: ((benefit: DividedBenefit) => void) | undefined }) {
  const format = useFormat()
  return (
    <Card flush title="Whom each benefit goes to" note={`Said of ${said} of ${format.count(benefits.length, 'benefit', 'benefits')}`}>
      <Table<DividedBenefit>
        caption="Benefits with the classes they go to" rows={benefits} rowKey={({ benefitId }) => benefitId} maxHeight={640}
        columns={[
          { key: 'benefit', label: 'Benefit', cell: ({ benefitId, benefit, initiativeId, initiative }) => <span className="grid min-w-48"><a className="flex min-h-6 items-center text-ink" href={entriesAddress({ benefit: benefitId })}>{benefit}</a><a className="quiet flex min-h-6 items-center" href={places.initiative(initiativeId)}>{initiative}</a></span> },
          { key: 'promised', label: 'Promised', numeric: true, cell: ({ promised, unit }) => (promised === '0' ? <span className="quiet">–</span> : amountWords(promised, unit, format)) },
          { key: 'unit', label: 'Unit', cell: ({ unit }) => unitWords(unit) },
          { key: 'whom', label: 'Goes to', cell: ({ split }) => (split ? <Shares split={split} /> : <StatusMark quiet tone="none" word="Nobody has said" />) },
          { key: 'act', label: '', cell: (one) => onSplit && <Button kind="quiet" aria-label={`${one.split ? 'Change' : 'Say'} whom ${one.benefit} goes to`} onClick={() => onSplit(one)}>{one.split ? 'Change' : 'Say whom'}</Button> },
        ]}
      />
    </Card>
  )
}

function Shares({ split: { shares, reason, by } }: { readonly split: NonNullable<DividedBenefit['split']> }) {
  const format = useFormat()
  return (
    <span className="block min-w-56">
      {stakeholderClasses.flatMap((one) => (shares[one] ? [`${whom(one)} ${format.percent(shares[one] / 1_000_000)}`] : [])).join(', ')}
      <span className="quiet block">{reason === '' ? by : `${by}: ${reason}`}</span>
    </span>
  )
}
