import { valueRoutes, type ObjectiveValue, type PlanLine } from '@throughline/contract/value'
import { explanationFromWire, useFormat } from '../../format/index.ts'
import { allows, useSignedIn } from '../../people/index.ts'
import { WhyFigure } from '../../ui/display/WhyFigure.tsx'
import { useRead } from '../../wire/index.ts'
import { amountWords, unitWords } from '../amounts.ts'
import { entriesAddress, entriesUnder, planLineAddress } from '../ledger-address.ts'
import { underCodes } from './words.ts'

/** What the ledger has under one objective; nothing at all for who does not see amounts. */
export default function ValueUnder({ objectiveId }: { readonly objectiveId: string }) {
  const session = useSignedIn()
  const seesMoney = allows(session, 'see_money')
  const reading = useRead(valueRoutes.readObjectiveValue, { query: { objectiveId } }, { enabled: seesMoney })
  const plan = useRead(valueRoutes.readBusinessPlan, { query: { objectiveId } }, { enabled: seesMoney })
  if (reading.state !== 'full' || !seesMoney) return null
  return <>{plan.state === 'full' && <PlanLinesAbout lines={plan.value.lines} />}<UnderOne rows={reading.value} /></>
}

/** The lines of the business plan that an objective is linked to; nothing where there is none. */
export const PlanLinesAbout = ({ lines }: { readonly lines: readonly Pick<PlanLine, 'id' | 'name'>[] }) =>
  lines.length === 0 ? null : <p>Business plan: {lines.map(({ id, name }, at) => <span key={id}>{at > 0 && ', '}<a href={planLineAddress(id)}>{name}</a></span>)}</p>

/** Unit by unit, each figure with its entries. */
export function UnderOne({ rows }: { readonly rows: readonly ObjectiveValue[] }) {
  const format = useFormat()
  if (rows.length === 0) return <p className="quiet">No benefit of the value ledger is measured under this objective.</p>
  const figure = (row: ObjectiveValue, key: keyof typeof underCodes, label: string) => (
    <div><dt className="text-label text-ink-3">{label}</dt><dd className="figures"><WhyFigure why={explanationFromWire(row.why[key])} under={entriesUnder({ objective: row.objectiveId, unit: row.unit, codes: underCodes[key] })}>{amountWords(row[key], row.unit, format)}</WhyFigure></dd></div>
  )
  return (
    <ul className="grid gap-3">
      {rows.map((row) => (
        <li key={row.unit} className="grid gap-1">
          <a className="w-fit leading-6" href={entriesAddress({ objective: row.objectiveId, unit: row.unit })}>{`${unitWords(row.unit)}, ${format.count(row.benefits, 'benefit', 'benefits')}`}</a>
          <dl className="grid grid-cols-[repeat(auto-fill,minmax(90px,1fr))] gap-x-3 gap-y-1">
            {figure(row, 'promised', 'Promised')}{figure(row, 'claimed', 'Claimed')}{figure(row, 'verified', 'Verified')}{row.unit.endsWith('.cash') && figure(row, 'banked', 'Banked')}
          </dl>
        </li>
      ))}
    </ul>
  )
}
