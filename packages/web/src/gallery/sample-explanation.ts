import { known, money, moneyFigure, numberFigure, undefinedBecause } from '@throughline/engine/kernel'
import type { Explanation } from '@throughline/engine/kernel'

/** A figure with published, entered and derived terms, one without a value, and some left out. */
export const sampleWhy: Explanation = {
  term: 'Benefits forecast, five years',
  figure: known(moneyFigure(money(41_200_000_000n, 'EUR'))),
  formula: 'sum of the benefits due within the horizon',
  source: { kind: 'derived', rule: 'half-even, once, at the end' },
  terms: [
    { term: 'Pricing engine', figure: known(moneyFigure(money(18_250_000_000n, 'EUR'))), source: { kind: 'entered', by: 'Anna Lindqvist', at: '2026-10-02T09:00:00Z' } },
    {
      term: 'Claims redesign',
      figure: known(moneyFigure(money(12_900_000_000n, 'EUR'))),
      source: { kind: 'published', publication: 'Annual report 2025-26', cell: 'Data!H22', asPublished: '129.0' },
      terms: [{ term: 'Share attained', figure: known(numberFigure(64.5, 'percent')) }, { term: 'Adoption', figure: undefinedBecause('NO_ACTUALS') }],
    },
  ],
  omitted: 14,
}

/** The same figure, for when it cannot be known. */
export const unknownWhy: Explanation = { term: 'Value attained', figure: undefinedBecause('NOT_MEASURED'), formula: 'realised ÷ due', source: { kind: 'derived', rule: 'undefined where nothing is due' } }
