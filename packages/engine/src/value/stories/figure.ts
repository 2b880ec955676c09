import { known, ok, refuse, type Explanation, type Result } from '../../kernel/index.ts'
import type { UnitOfAccount } from '../ledger/account.ts'
import { amountFigure } from '../ledger/explain.ts'

/** What stands in the ledger of a benefit in a period, in least units: what somebody independent has looked at (R20 and R30), and what was claimed and waits for it (R10). */
export type FigureAmounts = { readonly verified: bigint; readonly waiting: bigint }
/** A figure says on its face whether somebody independent has looked at it. */
export type FigureLabel = 'verified' | 'unverified'
/** A figure as a story took it from the ledger: by which label, and what stood there then. */
export type TakenFigure = FigureAmounts & { readonly label: FigureLabel }
/**
 * What became of a figure since: it `stands`; it was `corrected`; one that waited was `verified` since; or there is nothing left of it
 * under its label (`withdrawn`).
 */
export type FigureStanding = 'stands' | 'corrected' | 'verified' | 'withdrawn'
/** A figure as it is told now; `stated` is what the story was written with. */
export type FigureNow = { readonly label: FigureLabel; readonly standing: FigureStanding; readonly stated: bigint; readonly now: bigint }

export type FigureRefusal =
  | { readonly code: 'figure_unverified'; readonly values: { readonly benefit: string; readonly period: string } }
  | { readonly code: 'figure_absent'; readonly values: { readonly benefit: string; readonly period: string; readonly expected: string } }

/** Takes a figure from the ledger (story-figure): the verified part of it, or the part that waits where it is to stand there as unverified. Nothing unverified enters without that word. */
export function takeFigure(of: { readonly benefit: string; readonly period: string }, label: FigureLabel, amounts: FigureAmounts): Result<TakenFigure, FigureRefusal> {
  const values = { benefit: of.benefit, period: of.period }
  if (label === 'verified' && amounts.verified === 0n) return amounts.waiting === 0n ? refuse({ code: 'figure_absent', values: { ...values, expected: 'something that is verified' } }) : refuse({ code: 'figure_unverified', values })
  if (label === 'unverified' && amounts.waiting === 0n) return refuse({ code: 'figure_absent', values: { ...values, expected: 'a claim that waits for verification' } })
  return ok({ ...amounts, label })
}

/** What a figure comes to now. One that waited and was verified since counts for what the verified amount grew by; one that is verified no longer says so and is no figure any more. */
export function figureNow(taken: TakenFigure, amounts: FigureAmounts): FigureNow {
  if (taken.label === 'verified') {
    const [stated, now] = [taken.verified, amounts.verified]
    return { label: now === 0n ? 'unverified' : 'verified', standing: now === stated ? 'stands' : now === 0n ? 'withdrawn' : 'corrected', stated, now }
  }
  const [stated, grown] = [taken.waiting, amounts.verified - taken.verified]
  // What was verified before can have been taken back meanwhile: that is nothing that this figure came to.
  const came = grown !== 0n && grown > 0n === stated > 0n
  if (amounts.waiting === 0n) return came ? { label: 'verified', standing: 'verified', stated, now: grown } : { label: 'unverified', standing: 'withdrawn', stated, now: 0n }
  return { label: 'unverified', standing: amounts.waiting === stated ? 'stands' : 'corrected', stated, now: amounts.waiting }
}

/** Why a figure of a story is what it is (story-figure). */
export function explainFigure(of: { readonly benefit: string; readonly period: string; readonly unit: UnitOfAccount }, taken: TakenFigure, amounts: FigureAmounts): Explanation {
  const figure = (amount: bigint) => known(amountFigure(amount, of.unit))
  const { now, label, stated, standing } = figureNow(taken, amounts)
  return {
    term: `${of.benefit}, ${of.period}, ${label}`, figure: figure(now), formula: 'story-figure', note: standingWords[standing],
    terms: [
      { term: 'Stated in the story', figure: figure(stated) }, { term: 'Verified in the ledger', figure: figure(amounts.verified) }, { term: 'Waiting for verification', figure: figure(amounts.waiting) },
      ...(standing === 'verified' ? [{ term: 'Verified when the story was written', figure: figure(taken.verified) }] : []),
    ],
  }
}

const standingWords: Readonly<Record<FigureStanding, string>> = {
  stands: 'The ledger says the same as when the story was written', corrected: 'The ledger was corrected since the story was written', verified: 'It waited when the story was written, and was verified since', withdrawn: 'Nothing is left of it in the ledger under this label',
}
