import { known, numberFigure, type Explanation, type Figure } from '../kernel/index.ts'
import type { Counting, Outlay, RevealedShare } from './revealed.ts'

/** What goes to one objective; null is what serves none. */
export type OutlayPart = { readonly objectiveId: string | null; readonly amount: number }

/** The outlays that a way of counting looks at. */
export const countedOutlays = <T extends Pick<Outlay, 'mandatory' | 'waived'>>(outlays: readonly T[], counting: Counting): readonly T[] =>
  outlays.filter(({ mandatory, waived }) => (counting.mandatory || !mandatory) && (counting.waived || !waived))

/** An outlay divided in proportion to its positive contributions to some objectives; what serves none of them stays whole. 90 at 0.2 and 0.1 → 60 and 30. */
export function dividedOutlay({ amount, contributions }: Pick<Outlay, 'amount' | 'contributions'>, objectiveIds: ReadonlySet<string>): readonly OutlayPart[] {
  const serving = contributions.filter(({ objectiveId, contribution }) => contribution > 0 && objectiveIds.has(objectiveId))
  const whole = serving.reduce((sum, { contribution }) => sum + contribution, 0)
  return whole === 0 ? [{ objectiveId: null, amount }] : serving.map(({ objectiveId, contribution }) => ({ objectiveId, amount: (amount * contribution) / whole }))
}

/** An outlay with the name of its initiative. */
export type NamedOutlay = Outlay & { readonly name: string }

/** Who spends on each objective, the most first; null is what serves none. */
export function spendersOf(objectiveIds: ReadonlySet<string>, outlays: readonly NamedOutlay[], counting: Counting): ReadonlyMap<string | null, readonly { readonly initiativeId: string; readonly name: string; readonly amount: number }[]> {
  const parts = countedOutlays(outlays, counting).flatMap((outlay) => dividedOutlay(outlay, objectiveIds).map(({ objectiveId, amount }) => ({ objectiveId, initiativeId: outlay.initiativeId, name: outlay.name, amount })))
  return new Map([...Map.groupBy(parts, ({ objectiveId }) => objectiveId)].map(([id, own]) => [id, own.toSorted((a, b) => b.amount - a.amount || (a.name < b.name ? -1 : 1)).map(({ initiativeId, name, amount }) => ({ initiativeId, name, amount }))]))
}

/** Initiatives named in the explanation of a share. */
const most = 8

/** Why a share is what it is: what goes to the objective, by initiative, of all that is spent. `figureOf` says what an amount is counted in. */
export function explainShare({ statement, revealed, amount }: RevealedShare, whole: number, spenders: readonly { readonly name: string; readonly amount: number }[], figureOf: (amount: number) => Figure): Explanation {
  const [named, rest] = [spenders.slice(0, most), spenders.slice(most)]
  return {
    term: `Share of ${statement}`, figure: known(numberFigure(revealed, 'ratio')), formula: 'stated-and-revealed',
    terms: [
      {
        term: 'Goes to it', figure: known(figureOf(amount)), terms: named.map((each) => ({ term: each.name, figure: known(figureOf(each.amount)) })),
        ...(rest.length > 0 ? { omitted: rest.length } : {}),
      },
      { term: 'Of all that is counted', figure: known(figureOf(whole)) },
    ],
  }
}
