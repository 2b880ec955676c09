import type { InitiativeRow } from '@throughline/contract/demand'
import type { SavedSelection } from '@throughline/contract/portfolio'
import { SlidersHorizontal } from 'lucide-react'
import { places, useFormat } from '../../../../format/index.ts'
import { Switch } from '../../../../ui/controls/Check.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'
import { ConstraintList } from '../../../parts/ConstraintList.tsx'
import { withheldWord } from '../../../parts/plans/words.ts'
import { ProofMark, proofWords, StaleMark } from '../../../parts/proof.tsx'
import { valueText, valueWords } from '../../../words.ts'
import { usePathParams } from '../../../../shell/address.ts'
import type { Sent } from '../Page.tsx'
import { ChosenList } from './ChosenList.tsx'

export type SelectionPartProps = { readonly selection: SavedSelection; readonly currency: string; readonly list: readonly InitiativeRow[] | undefined; readonly canEdit: boolean; onDecides(on: boolean): Sent }

/** The selection that the scenario holds: its worth and proof, what it had to keep, what it chose, and whether that decides on states. */
export function SelectionPart({ selection, currency, list, canEdit, onDecides }: SelectionPartProps) {
  const format = useFormat()
  const id = usePathParams()['id'] ?? ''
  const { chosen, candidates, totalCost, totalValue, valueUnit, bound, value, decides, stale, publication, amounts } = selection
  const names = new Map(chosen.map((one) => [one.id, one.name]))
  for (const row of list ?? []) names.set(row.id, row.name)
  const units = new Map(list?.map(({ unitId, unit }) => [unitId ?? '', unit ?? 'A department']))
  return (
    <>
      <FigureStrip label="The selection as it was saved">
        <Figure label="Chosen" value={format.number(chosen.length, 0)} unit={`of ${format.number(candidates, 0)}`} />
        <Figure label={valueWords[value].name} {...toldOr(totalValue, (value) => valueText(value, valueUnit, currency, format))} />
        <Figure label="Cost" {...toldOr(totalCost, (amount) => format.moneyShort(amount))} />
        <Figure label="Best possible" {...toldOr(bound, (value) => valueText(value, valueUnit, currency, format))} comparison={{ words: proofWords(selection, format), tone: selection.proved ? 'good' : 'warn' }} />
      </FigureStrip>
      <div className="flex flex-wrap items-center gap-3">
        <ProofMark of={selection} quiet={false} />
        <StaleMark stale={stale} quiet={false} />
        {publication && <span className="quiet">As of {publication.title}</span>}
        <a className="button" href={`${places.select}?scenario=${encodeURIComponent(id)}`}><SlidersHorizontal aria-hidden="true" />Open in Select</a>
      </div>
      <Card title="What it decides" note="Stated one by one under What differs">
        <Switch label="What was chosen decides on states" hint="Chosen ideas, cases and work on hold become approved; funded work that was not chosen is put on hold." checked={decides} disabled={!canEdit} onChange={(on) => void onDecides(on)} />
      </Card>
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <ChosenList chosen={chosen} rows={list} />
        <Card title="What it had to keep" {...(amounts === 'withheld' ? { note: 'Without budgets: amounts are withheld from you' } : {})}><ConstraintList constraints={selection.constraints} currency={currency} nameOf={(one) => names.get(one) ?? 'An initiative that was removed'} departmentOf={(one) => units.get(one) ?? 'A department'} /></Card>
      </div>
    </>
  )
}

/** A figure, or that it is withheld. */
const toldOr = <T,>(told: T | null, words: (value: T) => string): { readonly value: string } | { readonly value: null; readonly absent: string } => (told === null ? { value: null, absent: withheldWord } : { value: words(told) })
