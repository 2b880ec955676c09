import type { LedgerMeasure, Register } from '@throughline/contract/value'
import type { ReactNode } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { attributionWords, counterfactualWords } from '../../../acts/method-words.ts'
import { unitWords } from '../../../amounts.ts'
import { entriesAddress } from '../../../ledger-address.ts'

/** The measures of the register, with what was agreed on each beforehand. */
export function Measures({ register, actions, menuOf }: { readonly register: Register; readonly actions?: ReactNode; menuOf(measure: LedgerMeasure): ReactNode }) {
  const format = useFormat()
  const when = (at: string): string => `registered ${format.instant(at)}`
  return (
    <Card flush title="Measures" note="What is agreed before the first actual is known: how it would have gone anyway, and whose the movement is" actions={actions}>
      <Table<LedgerMeasure>
        caption="Measures of the ledger"
        rows={register.measures}
        rowKey={({ id }) => id}
        empty="No measure is registered yet."
        columns={[
          { key: 'name', label: 'Measure', cell: ({ id, name, unit }) => <span className="grid"><a className="text-ink" href={`/strategy/measures/${id}`}>{name}</a><span className="quiet">{unitWords(unit)}</span></span> },
          { key: 'without', label: 'Counterfactual', cell: ({ counterfactual }) => counterfactual === null ? <span className="quiet">Not registered</span> : <span className="grid">{`${counterfactualWords[counterfactual.method]}, level ${counterfactual.level}`}<span className="quiet">{when(counterfactual.registeredAt)}</span></span> },
          { key: 'whose', label: 'Attribution', cell: ({ attribution }) => attribution === null ? <span className="quiet">Not agreed</span> : <span className="grid">{`${attributionWords[attribution.method]}, ${sharesOf(attribution, register)}`}<span className="quiet">{when(attribution.registeredAt)}</span></span> },
          { key: 'entries', label: 'Figures', cell: ({ id, name }) => <a className="leading-6" href={entriesAddress({ measure: id })} aria-label={`Entries on ${name}`}>Entries</a> },
          { key: 'acts', label: 'Acts', cell: menuOf },
        ]}
      />
    </Card>
  )
}

/** Whose shares: by name where a benefit of the initiative is registered. */
function sharesOf({ method, shares }: NonNullable<LedgerMeasure['attribution']>, { benefits }: Register): string {
  const nameOf = (id: string): string => benefits.find(({ initiativeId }) => initiativeId === id)?.initiative ?? 'another initiative'
  return shares.map(({ initiativeId, share }) => `${nameOf(initiativeId)} ${method === 'contract' ? `${share / 10_000}%` : share / 100}`).join(', ')
}
