import type { RoadmapOutcome, RoadmapRequest, RoadmapStand } from '@throughline/contract/portfolio'
import { limitAmount, limitTitle, verdictSentence, type RoadmapWording } from '@throughline/engine/portfolio'
import type { Typed } from '../terminal/command.ts'
import { minorText, percent } from '../terminal/figures.ts'
import { tableLines } from '../terminal/print.ts'
import { worth } from './roadmap-report.ts'

/** What is asked of the server beside the plan: the curve of moves, who is steady, and why some are in or out. */
export function besideAsked(typed: Typed, why: readonly string[]): Pick<RoadmapRequest, 'also' | 'letIn'> {
  const also = [...(typed.on('moves') ? ['moves' as const] : []), ...(typed.on('steady') ? ['steadiness' as const] : []), ...(why.length > 0 ? ['verdicts' as const] : [])]
  return { ...(also.length > 0 ? { also } : {}), ...(why.length > 0 ? { letIn: [...why] } : {}) }
}

/** What was worked out beside the plan, as text; of verdicts only those that were asked for. */
export function besideLines(stand: RoadmapStand, outcome: RoadmapOutcome, why: readonly string[]): readonly string[] {
  return [...why.flatMap((id) => whyLines(stand, outcome, id)), ...movesLines(stand, outcome), ...steadyLines(stand, outcome)]
}

function whyLines(stand: RoadmapStand, { answer, verdicts = [], letIn = [] }: RoadmapOutcome, id: string): readonly string[] {
  const wording = wordingOf(stand)
  const verdict = verdicts.find(({ candidateId }) => candidateId === id)
  const entry = letIn.find(({ candidateId }) => candidateId === id)
  const more = (entry?.room ?? []).map(({ words, period, more: amount }) => {
    const limit = answer.limits.find((each) => each.words === words && each.period === period)
    return limit ? `${limitAmount(limit, amount, wording)} more of ${limitTitle(limit, wording)}${period === null ? '' : ` in ${wording.period(period)}`}` : words
  })
  return [
    '', ...(verdict ? [verdictSentence(verdict, wording)] : []),
    ...(more.length > 0 ? [`It would come in, with nobody leaving, given ${more.join(', ')}.`] : []),
    ...(entry?.found.kind === 'at_a_price' ? [`Held in, it costs ${worth(stand, entry.found.valueLost)} of the value${entry.found.leaves.length > 0 ? ` and ${entry.found.leaves.map(wording.nameOf).join(', ')} leave` : ''}.`] : []),
    ...(entry?.found.kind === 'cannot' ? [entry.found.proved ? 'It cannot go ahead under these demands, whoever leaves.' : 'No roadmap with it was found within the effort.'] : []),
  ]
}

function movesLines(stand: RoadmapStand, { moves }: RoadmapOutcome): readonly string[] {
  if (moves === undefined) return []
  return ['', ...tableLines(moves, [
    { head: 'Moves at most', of: ({ most }) => String(most), right: true },
    { head: 'Taken', of: ({ plan, moves: taken }) => (plan === null ? '' : String(taken)), right: true },
    { head: 'Value', of: ({ value }) => (value === null ? '(nothing fits)' : worth(stand, value)), right: true },
    { head: 'None exceeds', of: ({ bound }) => (bound === null ? '' : worth(stand, bound)), right: true },
  ])]
}

const standingWords = { core: 'core', borderline: 'borderline', never: 'never in' } as const

function steadyLines(stand: RoadmapStand, { steadiness }: RoadmapOutcome): readonly string[] {
  if (steadiness === undefined) return []
  const { nameOf } = wordingOf(stand)
  const rows = [...steadiness.candidates].sort((a, b) => b.share - a.share)
  return ['', `In ${steadiness.worlds} worlds whose values and weights are off by up to 20 % and capacities by up to 10 %:`, ...tableLines(rows, [
    { head: 'Initiative', of: ({ candidateId }) => nameOf(candidateId), widest: 60 },
    { head: 'In', of: ({ share }) => percent(share, 0), right: true },
    { head: '', of: ({ standing }) => standingWords[standing] },
  ])]
}

/** Names and amounts as a terminal writes them. */
function wordingOf(stand: RoadmapStand): RoadmapWording {
  const { case: { candidates, pots, pools, periods }, objectives, currency } = stand
  const names = new Map([...candidates, ...pots, ...pools, ...objectives.map(({ id, statement }) => ({ id, name: statement }))].map(({ id, name }) => [id, name]))
  return {
    nameOf: (id) => names.get(id) ?? id,
    period: (at) => periods[at] ?? (at < 0 ? 'earlier' : 'later'),
    value: (amount) => worth(stand, amount),
    cost: (minor) => minorText(Math.round(minor), currency),
    count: (amount, digits) => amount.toFixed(digits),
  }
}
