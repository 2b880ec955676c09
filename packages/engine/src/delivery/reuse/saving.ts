import { known, numberFigure, undefinedBecause, type Explained, type Explanation, type Metric } from '../../kernel/index.ts'

/** How an offer to reuse a component stands. */
export const reuseStates = ['offered', 'accepted', 'declined', 'withdrawn'] as const
export type ReuseState = (typeof reuseStates)[number]

/** An offer with what it would save, in hundredths of person hours, from the least to the most; and what was saved, once that was confirmed. */
export type SavingFacts = { readonly label: string; readonly state: ReuseState; readonly leastHours: number; readonly mostHours: number; readonly savedHours: number | null }

/** What offers come to, in person hours: what waits for an answer and is unverified, what was accepted, from the least to the most, and what was confirmed as saved. */
export type ReuseSaving = { readonly waiting: Explained<number>; readonly least: Explained<number>; readonly most: Explained<number>; readonly saved: Explained<number> }

/** The most offers that an explanation names; it says how many there are. */
const mostNamed = 20

/**
 * Sums of saved effort (reuse-saving). Each offer counts once, for both sides together; declined and withdrawn ones count nowhere. Without a
 * confirmed saving there is none, and no 0.
 */
export function reuseSaving(offers: readonly SavingFacts[]): ReuseSaving {
  const [accepted, offered] = [offers.filter(({ state }) => state === 'accepted'), offers.filter(({ state }) => state === 'offered')]
  const confirmed = accepted.filter(({ savedHours }) => savedHours !== null)
  const sum = (term: string, of: readonly SavingFacts[], hours: (one: SavingFacts) => number, note: string): Explained<number> => {
    const total = of.reduce((all, one) => all + hours(one), 0)
    return explained(term, known(total / 100), of.map((one) => ({ term: one.label, figure: known(numberFigure(hours(one) / 100, 'person_hour')) })), note)
  }
  return {
    waiting: sum('Waits for an answer, at most', offered, ({ mostHours }) => mostHours, 'Unverified: nobody of the receiving initiatives has agreed'),
    least: sum('Accepted, at least', accepted, ({ leastHours }) => leastHours, 'What the receiving initiatives agreed to; each offer counts once'),
    most: sum('Accepted, at most', accepted, ({ mostHours }) => mostHours, 'What the receiving initiatives agreed to; each offer counts once'),
    saved: confirmed.length === 0
      ? explained('Confirmed as saved', undefinedBecause('NOT_MEASURED'), [], 'Nobody has confirmed a saving yet')
      : sum('Confirmed as saved', confirmed, ({ savedHours }) => savedHours ?? 0, `Of ${confirmed.length} of ${accepted.length} accepted offers, confirmed by somebody who did not accept them`),
  }
}

function explained(term: string, metric: Metric<number>, terms: readonly Explanation[], note: string): Explained<number> {
  const shown = terms.slice(0, mostNamed)
  return { metric, why: { term, figure: metric.status === 'ok' ? known(numberFigure(metric.value, 'person_hour')) : metric, formula: 'reuse-saving', note, ...(shown.length === 0 ? {} : { terms: shown }), ...(terms.length > mostNamed ? { omitted: terms.length - mostNamed } : {}) } }
}
