import type { Benefit, Register } from '@throughline/contract/value'
import type { ReactNode } from 'react'
import { places } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Chip } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { unitWords } from '../../../amounts.ts'
import { entriesAddress, planLineAddress } from '../../../ledger-address.ts'

/** The benefits of the register, each with the way to its promise-keeping, its entries and its acts. */
export const Benefits = ({ register, actions, menuOf }: { readonly register: Register; readonly actions?: ReactNode; menuOf(benefit: Benefit): ReactNode }) => (
  <Card flush title="Benefits" note="Each is the movement of one measure that one initiative promises, owns and claims" actions={actions}>
    <Table<Benefit>
      caption="Benefits of the ledger"
      rows={register.benefits}
      rowKey={({ id }) => id}
      empty="No benefit is registered yet. Register a measure, then add the benefits that are to move it."
      columns={[
        { key: 'name', label: 'Benefit', cell: ({ name, counted, adoptionBy, planLine }) => <span className="grid gap-1">{name}{planLine && <a className="leading-6" href={planLineAddress(planLine.id)}>{`Delivers ${planLine.name}`}</a>}<span className="inline-flex flex-wrap gap-1">{!counted && <Chip>Step on the way</Chip>}{adoptionBy !== '' && <Chip>{`Needs ${adoptionBy} to change`}</Chip>}</span></span> },
        { key: 'initiative', label: 'Initiative', cell: ({ initiativeId, initiative }) => <a className="text-ink" href={places.initiative(initiativeId)}>{initiative}</a> },
        { key: 'owner', label: 'Owner', cell: ({ owner }) => owner ?? <span className="quiet">Nobody yet</span> },
        { key: 'measure', label: 'Measure', cell: ({ measureId, measure, unit }) => <span className="grid">{measure === null ? <span className="quiet">None yet</span> : <a className="text-ink" href={`/strategy/measures/${measureId}`}>{measure}</a>}<span className="quiet">{unitWords(unit)}</span></span> },
        { key: 'figures', label: 'Figures', cell: ({ id, name }) => <span className="inline-flex flex-wrap gap-3"><a className="leading-6" href={`/value/keeping?benefit=${id}`} aria-label={`Promise-keeping of ${name}`}>Promise-keeping</a><a className="leading-6" href={entriesAddress({ benefit: id })} aria-label={`Entries of ${name}`}>Entries</a></span> },
        { key: 'acts', label: 'Acts', cell: menuOf },
      ]}
    />
  </Card>
)
