import type { Alignment, AlignmentCounting } from '@throughline/contract/strategy'
import { explanationFromWire, metricCell, useFormat } from '../../../../format/index.ts'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'
import { movesOf, type Gap } from '../gaps.ts'
import { basisWords } from '../words.ts'

/** How far what is spent lies from what was stated, in each way of counting in which it differs. */
export function Headline({ alignment }: { readonly alignment: Alignment }) {
  const { basis, counted: { mandatory, waived, initiatives, withoutAmount } } = alignment
  const format = useFormat()
  const { of } = basisWords[basis]
  const shown: readonly { readonly counting: AlignmentCounting; readonly label: string; readonly words: string }[] = [
    { counting: 'all', label: `Distance, all ${of}`, words: 'would have to go elsewhere to be as stated' },
    ...(mandatory.initiatives > 0 ? [{ counting: 'without_mandatory' as const, label: 'Without mandatory work', words: `${format.count(mandatory.initiatives, 'initiative', 'initiatives')} left out, ${format.percent(mandatory.part)} of the ${of}` }] : []),
    ...(waived.initiatives > 0 ? [{ counting: 'without_waived' as const, label: 'Without units that have leave', words: `${format.count(waived.initiatives, 'initiative', 'initiatives')} left out, ${format.percent(waived.part)} of the ${of}` }] : []),
    ...(mandatory.initiatives > 0 && waived.initiatives > 0 ? [{ counting: 'without_both' as const, label: 'Without both', words: 'neither mandatory nor with leave' }] : []),
  ]
  const mean = alignment.means.find(({ counting }) => counting === alignment.counting)?.mean
  return (
    <FigureStrip label="How far from the priorities">
      {shown.map(({ counting, label, words }) => {
        const distance = alignment.distances.find((each) => each.counting === counting)?.distance
        return distance && <Figure key={counting} label={label} value={distance.metric.status === 'ok' ? format.percent(distance.metric.value) : null} absent={metricCell(distance.metric, String)} comparison={{ words }} why={explanationFromWire(distance.why)} />
      })}
      {mean && <Figure label="Mean alignment" value={mean.metric.status === 'ok' ? format.ratio(mean.metric.value) : null} absent={metricCell(mean.metric, String)} comparison={{ words: `from −1 to 1, over ${format.count(initiatives, 'initiative', 'initiatives')}${withoutAmount > 0 ? `; ${format.number(withoutAmount, 0)} more without an amount` : ''}` }} why={explanationFromWire(mean.why)} />}
    </FigureStrip>
  )
}

/** The same in one sentence: from where to where. */
export function Sentence({ gaps, of }: { readonly gaps: readonly Gap[]; readonly of: string }) {
  const { from, to } = movesOf(gaps)
  if (from.length === 0 || to.length === 0) return <p className="text-section">What is spent follows what was stated.</p>
  return (
    <p className="max-w-[100ch] text-section">
      The {of} is furthest ahead of the priorities in {named(from)}, and furthest behind in {named(to)}.
    </p>
  )
}

function named(gaps: readonly Gap[]) {
  return gaps.map(({ objectiveId, statement }, at) => <span key={objectiveId ?? ''}>{at > 0 && ' and '}<strong className="font-semibold">{objectiveId === null ? 'what serves no objective' : statement}</strong></span>)
}
