import { known, mapMetric, numberFigure, ratio, type Explained } from '../../kernel/index.ts'
import type { Span } from './passage.ts'

/** A source as it counts: how many characters it has, and which of them are cited. */
export type CoverageFacts = { readonly title: string; readonly characters: number; readonly cited: readonly Span[] }

/** How many characters are in at least one of the spans: one that is cited twice counts once. */
export function charactersIn(spans: readonly Span[], characters: number): number {
  const within = spans.map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(to, characters) })).filter(({ from, to }) => from < to)
  let [count, reached] = [0, 0]
  for (const { from, to } of within.toSorted((a, b) => a.from - b.from)) {
    count += Math.max(0, to - Math.max(from, reached))
    reached = Math.max(reached, to)
  }
  return count
}

/** Which share of the text of some sources is cited (source-coverage); undefined where there is no text. */
export function sourceCoverage(sources: readonly CoverageFacts[]): Explained<number> {
  const counted = sources.map(({ title, characters, cited }) => ({ title, characters, cited: charactersIn(cited, characters) }))
  const sum = (of: (one: (typeof counted)[number]) => number): number => counted.reduce((total, one) => total + of(one), 0)
  const [cited, characters] = [sum((one) => one.cited), sum((one) => one.characters)]
  const metric = ratio(cited, characters)
  const parts = counted.length < 2 ? [] : counted.toSorted((a, b) => b.cited - a.cited || (a.title < b.title ? -1 : 1)).map((one) => ({ term: one.title, figure: mapMetric(ratio(one.cited, one.characters), (share) => numberFigure(share, 'ratio')), note: `${one.cited} of ${one.characters} characters` }))
  return {
    metric,
    why: {
      term: 'Text that is cited', figure: mapMetric(metric, (share) => numberFigure(share, 'ratio')), formula: 'source-coverage', note: 'Characters that at least one reading cites; not a sign of how well the text was read.',
      terms: [{ term: 'Characters cited', figure: known(numberFigure(cited)) }, { term: 'Characters', figure: known(numberFigure(characters)) }, ...parts.slice(0, mostListed)], ...(parts.length > mostListed ? { omitted: parts.length - mostListed } : {}),
    },
  }
}
const mostListed = 20
