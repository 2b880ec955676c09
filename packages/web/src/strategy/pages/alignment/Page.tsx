import type { Alignment, AlignmentBasis, AlignmentCounting } from '@throughline/contract/strategy'
import type { Explanation } from '@throughline/engine/kernel'
import { explanationFromWire, metricCell, places, useFormat } from '../../../format/index.ts'
import { BarList } from '../../../ui/charts/BarList.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { Select } from '../../../ui/controls/Select.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { gapsOf, gapsOfUnit, type Gap } from './gaps.ts'
import { Dumbbells } from './parts/Dumbbells.tsx'
import { Headline, Sentence } from './parts/Headline.tsx'
import { UnitTiles } from './parts/UnitTiles.tsx'
import { alignmentWords as words, basisWords, countingWords } from './words.ts'

export type AlignmentChoice = { readonly basis: AlignmentBasis; readonly counting: AlignmentCounting; readonly period: string; readonly unit: string | undefined }
export type AlignmentPageProps = {
  readonly reading: Reading<Alignment>
  readonly choice: AlignmentChoice
  /** Without it money is not offered: shares of it tell of amounts. */
  readonly seesMoney: boolean
  onChoose(change: Partial<AlignmentChoice>): void
}

/** Stated priorities against where money and people go. */
export function AlignmentPage({ reading, choice, seesMoney, onChoose }: AlignmentPageProps) {
  const alignment = reading.state === 'full' ? reading.value : undefined
  return (
    <PageFrame title={words.title} note={words.note} actions={alignment && alignment.bases.length > 0 && <Choices {...{ alignment, choice, seesMoney, onChoose }} />}>
      <Shown reading={reading} what="alignment" lines={10}>
        {(value) => {
          if (value.shares.every(({ objectiveId }) => objectiveId === null) || value.bases.length === 0) return <EmptyState title={words.emptyTitle} actions={<a href={places.strategy}>Open the strategy</a>}>{words.emptyWhy}</EmptyState>
          if (value.counted.initiatives === 0) return <EmptyState title={words.nothingTitle} actions={<Button onClick={() => onChoose({ period: 'whole', counting: 'all', basis: value.bases.find((basis) => seesMoney || basis !== 'money') ?? 'day' })}>Show everything</Button>}>{words.nothingWhy}</EmptyState>
          return <Whole alignment={value} {...{ choice, onChoose }} />
        }}
      </Shown>
      <p className="grid gap-1"><a href={places.alignmentState}>{words.state}</a><a href={places.objectiveUse}>{words.inDecisions}</a><a href={places.outcome}>{words.outcome}</a></p>
    </PageFrame>
  )
}

function Choices({ alignment: { bases, periods, counted }, choice, seesMoney, onChoose }: Omit<AlignmentPageProps, 'reading'> & { readonly alignment: Alignment }) {
  const countings: readonly AlignmentCounting[] = ['all', ...(counted.mandatory.initiatives > 0 ? (['without_mandatory'] as const) : []), ...(counted.waived.initiatives > 0 ? (['without_waived'] as const) : []), ...(counted.mandatory.initiatives > 0 && counted.waived.initiatives > 0 ? (['without_both'] as const) : [])]
  const offered = bases.filter((basis) => seesMoney || basis !== 'money')
  return (
    <>
      {offered.length > 1 && <Select label="What goes to objectives" labelHidden value={choice.basis} options={offered.map((value) => ({ value, label: basisWords[value].name }))} onChange={(basis) => onChoose({ basis })} />}
      <Select label="Period" labelHidden value={choice.period} options={periods.map(({ period, label }) => ({ value: period, label }))} onChange={(period) => onChoose({ period })} />
      {countings.length > 1 && <Select label="What is counted" labelHidden value={choice.counting} options={countings.map((value) => ({ value, label: countingWords[value] }))} onChange={(counting) => onChoose({ counting })} />}
    </>
  )
}

function Whole({ alignment, choice, onChoose }: { readonly alignment: Alignment } & Pick<AlignmentPageProps, 'choice' | 'onChoose'>) {
  const format = useFormat()
  const { of } = basisWords[alignment.basis]
  const gaps = gapsOf(alignment)
  const unit = alignment.units.find(({ unitId }) => unitId === choice.unit)
  const shown = unit ? gapsOfUnit(unit, alignment, words.unlinked) : gaps
  const counting = alignment.counting === 'all' ? '' : `, ${countingWords[alignment.counting].toLowerCase()}`
  const period = alignment.periods.find((each) => each.period === alignment.period)?.label ?? ''
  return (
    <>
      <Sentence gaps={shown} of={of} />
      <Headline alignment={alignment} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_300px]">
        <div className="grid gap-2">
          <Dumbbells framed title={`Where the ${of} ${unit ? `of ${unit.unit} ` : ''}goes, against what was stated`} note={`${period}${counting}`} gaps={shown} of={of} whyOf={whyIn(alignment, unit?.unitId)} />
          {unit && <p><Button kind="link" onClick={() => onChoose({ unit: undefined })}>Show the whole organisation</Button></p>}
        </div>
        <BarList
          framed title={words.byPeriodTitle} note="0% is as stated"
          items={alignment.periods.map(({ period: key, label, distance }) => ({ key, label, value: distance.status === 'ok' ? distance.value : null, reason: metricCell(distance, String) }))}
          format={(share) => format.percent(share)} onSelect={(key) => onChoose({ period: key })}
        />
      </div>
      {alignment.units.length > 0 && (
        <Card title={words.byUnitTitle} note={words.byUnitNote}>
          <UnitTiles units={alignment.units} order={gaps} of={of} selected={choice.unit} onSelect={(id) => onChoose({ unit: id })} />
          {alignment.unitsOmitted > 0 && <p className="quiet mt-3">{format.count(alignment.unitsOmitted, 'smaller unit is', 'smaller units are')} not drawn.</p>}
        </Card>
      )}
    </>
  )
}

/** Why a share is what it is: of the whole by who spends it, of a unit by its distance. */
function whyIn({ shares, units }: Alignment, unitId: string | undefined): (gap: Gap) => Explanation | undefined {
  const unit = units.find((each) => each.unitId === unitId)
  if (!unit) return ({ objectiveId }) => {
    const share = shares.find((each) => each.objectiveId === objectiveId)
    return share && explanationFromWire(share.why)
  }
  const { terms = [] } = explanationFromWire(unit.distance.why)
  return ({ statement }) => terms.find(({ term }) => term === statement)
}
