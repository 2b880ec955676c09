import type { SelectionCase } from '@throughline/contract/portfolio'
import type { Selection, SelectionInput } from '@throughline/engine/portfolio'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { whyCost, whyValue, type CaseWords } from '../words.tsx'

export type OutcomeProps = {
  readonly of: SelectionCase
  readonly input: SelectionInput
  readonly selection: Selection
  /** False while a better plan or a tighter bound is still looked for. */
  readonly final: boolean
  readonly words: CaseWords
  /** Opens the initiatives in which the usual ranking differs. */
  onDiffers(): void
}

/** What the best portfolio holds, is worth and costs, how sure that is, and what the usual ranking would lose. */
export function Outcome({ of, input, selection, final, words, onDiffers }: OutcomeProps) {
  const { format, cost, value } = words
  const total = input.constraints.find((constraint) => constraint.kind === 'totalBudget')
  const points = of.valueUnit === 'points'
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
      <FigureStrip label="The best portfolio">
        <Figure label="Chosen" value={format.number(selection.chosen.length, 0)} unit={`of ${format.number(input.candidates.length, 0)}`} comparison={{ words: `${format.number(input.candidates.length - selection.chosen.length, 0)} stay out` }} />
        <Figure
          label={points ? 'Strategic value' : 'Value, whole life'}
          {...(points ? { value: format.number(selection.value, 0), unit: 'points' } : moneyFigure(selection.value, of, words))}
          comparison={{ words: of.totals.value > 0 ? `${format.percent(selection.value / of.totals.value)} of what all would bring` : `All together would bring ${value(of.totals.value)}` }}
          why={whyValue(input, selection, of.valueUnit)}
        />
        <Figure label="Cost, whole life" {...moneyFigure(selection.cost, of, words)} comparison={{ words: total ? `${cost(total.limit - selection.cost)} of ${cost(total.limit)} left` : 'No limit on the total' }} why={whyCost(input, selection)} />
        <Figure label="Best possible" {...(points ? { value: format.number(selection.bound, 0), unit: 'points' } : moneyFigure(selection.bound, of, words))} comparison={{ words: boundWords(selection, words), tone: selection.proved ? 'good' : 'none' }} />
      </FigureStrip>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 [&>.chip]:whitespace-normal" role="status">
        <Proof {...{ selection, final, words }} />
        <Ranking {...{ selection, words, onDiffers }} />
      </div>
    </div>
  )
}

const moneyFigure = (minor: number, of: SelectionCase, words: CaseWords) => words.format.moneyParts({ minor: String(Math.round(minor)), currency: of.input.currency })

const boundWords = ({ proved, bound, value }: Selection, words: CaseWords): string => (proved ? 'Reached' : `At most ${words.value(bound - value)} more`)

function Proof({ selection, final, words }: { readonly selection: Selection; readonly final: boolean; readonly words: CaseWords }) {
  if (selection.proved) return <StatusMark tone="done" word="Proved: no better portfolio exists under these constraints" />
  if (!final) return <StatusMark tone="none" word="A good plan is found; looking for a better one or a proof" />
  return <StatusMark tone="warn" word={`Not proved: ${gapWords(selection, words)} is possible`} />
}

/** How much better the best could be. */
export function gapWords({ gap, bound, value }: Selection, words: CaseWords): string {
  return gap === null ? `up to ${words.value(bound - value)} more` : `at most ${words.format.percent(gap, 2)} better`
}

function Ranking({ selection, words, onDiffers }: { readonly selection: Selection; readonly words: CaseWords; onDiffers(): void }) {
  const { ranking } = selection
  if (!ranking.feasible || ranking.valueLeftOnTable === null) return <p className="text-ink-2">Going down the list by value over cost ends in a plan that breaks a constraint.</p>
  const differs = ranking.onlyHere.length + ranking.onlyInRanking.length
  if (differs === 0) return <p className="text-ink-2">Going down the list by value over cost gives the same portfolio here.</p>
  return (
    <p className="text-ink-2">
      Going down the list by value over cost leaves <strong className="font-semibold text-ink">{words.value(ranking.valueLeftOnTable)}</strong> on the table and differs in{' '}
      <button type="button" className="why" onClick={onDiffers}>{words.format.count(differs, 'initiative', 'initiatives')}</button>.
    </p>
  )
}
