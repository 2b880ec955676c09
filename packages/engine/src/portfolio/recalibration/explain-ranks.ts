import { known, numberFigure, textFigure, type Explanation } from '../../kernel/index.ts'
import type { AcceptedRanks, RankAcceptability, RankShare } from './acceptability.ts'

/** How often one is in the best portfolio, over samples of their own number. */
export type AboveCut = { readonly share: number; readonly samples: number }

const mostShown = 6

/** Why an initiative has the interval of ranks that it has: the stated rank, the likeliest ones, the cut, and what it never stands before. */
export function explainRanks(one: AcceptedRanks, { samples, initiatives }: RankAcceptability, above: AboveCut | undefined): Explanation {
  const likeliest = [...one.shares].sort((a, b) => b.share - a.share || a.rank - b.rank)
  const names = new Map(one.dominatedBy.length === 0 ? [] : initiatives.map(({ id, name }) => [id, name]))
  return {
    term: 'Rank if weights are doubted',
    figure: known(textFigure(intervalWords(one))),
    formula: 'rank-acceptability',
    note: `The ranks of 90 of 100 of ${samples} samples; never better than ${one.best} nor worse than ${one.worst} of ${initiatives.length}`,
    terms: [
      { term: 'Rank by what is stated', figure: known(numberFigure(one.rank)) },
      { term: 'Ranks that it has in any sample', figure: known(textFigure(one.best === one.worst ? `${one.best}` : `${one.best} to ${one.worst}`)), terms: likeliest.slice(0, mostShown).map(shareTerm), ...(likeliest.length > mostShown ? { omitted: likeliest.length - mostShown } : {}) },
      ...(above === undefined ? [] : [{ term: 'In the best portfolio', figure: percentOf(above.share), note: `Of ${above.samples} samples that were selected anew` }]),
      ...(one.dominatedBy.length === 0 ? [] : [{ term: 'Never stands before', figure: known(textFigure(someOf(one.dominatedBy.map((id) => names.get(id) ?? id), one.dominators))), note: 'Whatever the weights, and benefits within their doubt, these are worth at least as much' }]),
    ],
  }
}

/** A few names, and how many more there are. */
const someOf = (names: readonly string[], all: number): string => `${names.slice(0, mostShown).join(', ')}${all > mostShown ? ` and ${all - mostShown} more` : ''}`

const shareTerm = ({ rank, to = rank, share }: RankShare): Explanation => ({ term: to === rank ? `Rank ${rank}` : `Ranks ${rank} to ${to}`, figure: percentOf(share) })

const percentOf = (share: number) => known(numberFigure(share * 100, 'percent'))

/** The interval in words: `3` or `3 to 7`. */
export const intervalWords = ({ low, high }: Pick<AcceptedRanks, 'low' | 'high'>): string => (low === high ? `${low}` : `${low} to ${high}`)
