import type { ScenarioRow, ScenarioRows } from '@throughline/contract/portfolio'
import { spreadBenefits, spreadCost, type KnownYear, type Spread } from '@throughline/engine/demand'
import { fiscalYearLabel, money, type Money } from '@throughline/engine/kernel'
import { yearField, type YearKind } from '@throughline/engine/portfolio'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import { inMillions, minorOfMillions } from '../row-columns.ts'
import type { OverlayActs } from './overlay-acts.ts'

type YearsDialogProps = { readonly row: ScenarioRow; readonly read: Pick<ScenarioRows, 'currency' | 'calendar'>; readonly onSet: OverlayActs['onSet']; onClose(): void }
/** What is entered, by field: minor units, null where nothing is given. */
type Entered = ReadonlyMap<string, string | null>

const kinds: readonly YearKind[] = ['cost', 'benefits']
const names: Readonly<Record<YearKind, string>> = { cost: 'Cost', benefits: 'Benefits' }

/** Cost and benefits of an initiative by fiscal year, as the scenario is to have them; what each year then counts as stands beside it. */
export function YearsDialog({ row, read, onSet, onClose }: YearsDialogProps) {
  const format = useFormat()
  const { currency, calendar } = read
  const first: Entered = new Map(row.years.map(({ kind, year, minor }) => [yearField(kind, year), minor]))
  const [entered, setEntered] = useState<Entered>(first)
  const [more, setMore] = useState<readonly number[]>([])
  const [wanted, setWanted] = useState<string | null>(null)
  const spreads = { cost: spreadOf('cost', row, entered, read), benefits: spreadOf('benefits', row, entered, read) }
  const years = [...new Set([...more, ...[...first.keys(), ...entered.keys()].map((field) => Number(field.split(':')[1])), ...kinds.flatMap((kind) => spreads[kind].lines.map(({ year }) => year))])].sort((a, b) => a - b)
  const counts = (kind: YearKind, year: number) => spreads[kind].lines.find((line) => line.year === year)?.amount
  const changes = [...entered].filter(([field, minor]) => (first.get(field) ?? null) !== minor).map(([field, value]) => ({ kind: 'initiative' as const, id: row.id, field, value }))
  const add = () => {
    if (wanted !== null) setMore([...more, Number(wanted)])
    setWanted(null)
  }
  return (
    <FormDialog title={`Years of ${row.name}`} subtitle="Give what is known; a year that is left empty is spread by rule." act="Set" size="wide" notYet={changes.length === 0 ? 'Nothing is changed.' : undefined} onSubmit={() => onSet(changes)} onClose={onClose}>
      {kinds.map((kind) => <Whole key={kind} kind={kind} minor={kind === 'cost' ? row.costMinor : row.benefitsMinor} currency={currency} given={amountsOf(kind, entered, currency)} spread={spreads[kind]} />)}
      <Table
        caption="Cost and benefits by fiscal year"
        maxHeight={380}
        rows={years}
        rowKey={String}
        empty="It has no dates yet, so there are no years. Add one below."
        columns={[
          { key: 'year', label: 'Year', cell: (year) => fiscalYearLabel(calendar, year) },
          ...kinds.flatMap((kind) => [
            { key: kind, label: `${names[kind]} given, ${currency} m`, cell: (year: number) => <NumberField labelHidden label={`${names[kind]} ${fiscalYearLabel(calendar, year)}, ${currency} m`} value={inMillions(entered.get(yearField(kind, year)) ?? null, currency)} onChange={(text) => setEntered(new Map(entered).set(yearField(kind, year), text === null ? null : minorOfMillions(text, currency)))} /> },
            { key: `${kind} counts`, label: 'counts as', numeric: true, cell: (year: number) => { const amount = counts(kind, year); return amount ? format.moneyShort({ minor: amount.minor.toString(), currency }) : <span className="quiet">–</span> } },
          ]),
        ]}
      />
      <div className="flex items-end gap-2">
        <NumberField label="Another year" hint="The calendar year in which it begins." min={1900} max={2200} value={wanted} onChange={setWanted} />
        <Button disabled={wanted === null} onClick={add}>Add the year</Button>
      </div>
    </FormDialog>
  )
}

const amountsOf = (kind: YearKind, entered: Entered, currency: string): readonly KnownYear[] =>
  [...entered].flatMap(([field, minor]) => (minor !== null && /^-?\d+$/.test(minor) && field.startsWith(`${kind}:`) ? [{ year: Number(field.split(':')[1]), amount: money(BigInt(minor), currency), source: 'Entered' }] : []))

/** The years as the figures of the scenario count them: the very rule of the server. */
function spreadOf(kind: YearKind, row: ScenarioRow, entered: Entered, { currency, calendar }: Pick<ScenarioRows, 'currency' | 'calendar'>): Spread {
  const whole = kind === 'cost' ? row.costMinor : row.benefitsMinor
  if (whole === null) return { lines: [], note: null }
  const [total, given] = [money(BigInt(whole), currency), amountsOf(kind, entered, currency)]
  if (kind === 'benefits') return spreadBenefits({ total, endOn: row.endOn, known: given }, calendar)
  return spreadCost({ total, startOn: row.startOn, endOn: row.endOn, known: [...row.published.map(({ year, minor }) => ({ year, amount: money(BigInt(minor), currency), source: 'Published' })), ...given] }, calendar)
}

function Whole({ kind, minor, currency, given, spread }: { readonly kind: YearKind; readonly minor: string | null; readonly currency: string; readonly given: readonly KnownYear[]; readonly spread: Spread }) {
  const format = useFormat()
  const written = ({ minor: amount }: Pick<Money, 'minor'>) => format.moneyShort({ minor: amount.toString(), currency })
  const sum = { minor: given.reduce((total, { amount }) => total + amount.minor, 0n) }
  if (minor === null) return given.length === 0 ? null : <p className="quiet">{names[kind]}: {written(sum)} given, but no whole. Years count once the initiative has one.</p>
  return <p className="quiet" role="status">{names[kind]}: {written(sum)} given of {written({ minor: BigInt(minor) })}. {spread.note !== null && `${spread.note}.`}</p>
}
