import { known, money, moneyFigure, subtractMoney, sumMoney, type Currency, type Explained, type Money } from '../../kernel/index.ts'

/** Money of one fiscal year that may be committed, in minor units of the organisation's currency. */
export type EnvelopeFacts = { readonly id: string; readonly name: string; readonly amountMinor: bigint }
/** What an entry of the budget ledger does to what an initiative holds of an envelope: a commitment adds, a release takes away, a transfer is one of each. Minor units. */
export type FundingMove = { readonly envelopeId: string; readonly initiativeId: string; readonly amountMinor: bigint }

/** Why moves cannot be: an envelope would hold less than is committed, or an initiative would hold less than nothing of it. Minor units. */
export type Shortage =
  | { readonly kind: 'envelope'; readonly envelopeId: string; readonly free: bigint; readonly asked: bigint }
  | { readonly kind: 'commitment'; readonly envelopeId: string; readonly initiativeId: string; readonly held: bigint; readonly asked: bigint }

/**
 * The one rule of the budget ledger: after the moves, what is committed of an envelope is at most the envelope, and no initiative holds less
 * than nothing of it. Moves of one act are judged together: a transfer within a full envelope holds. Undefined where they hold.
 */
export function shortageOf(envelopes: readonly EnvelopeFacts[], standing: readonly FundingMove[], moves: readonly FundingMove[]): Shortage | undefined {
  for (const { envelopeId, initiativeId } of moves) {
    const own = (one: FundingMove): boolean => one.envelopeId === envelopeId && one.initiativeId === initiativeId
    const [held, moved] = [sumOf(standing.filter(own)), sumOf(moves.filter(own))]
    if (held + moved < 0n) return { kind: 'commitment', envelopeId, initiativeId, held, asked: -moved }
  }
  for (const { id, amountMinor } of envelopes) {
    const of = (one: FundingMove): boolean => one.envelopeId === id
    const [committed, moved] = [sumOf(standing.filter(of)), sumOf(moves.filter(of))]
    if (moved > 0n && committed + moved > amountMinor) return { kind: 'envelope', envelopeId: id, free: amountMinor - committed, asked: moved }
  }
  return undefined
}

const sumOf = (moves: readonly FundingMove[]): bigint => moves.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)

/** What an initiative holds of an envelope. */
export type FundingPart = { readonly initiativeId: string; readonly name: string; readonly amountMinor: bigint }
/** An envelope with what is committed of it, and what is free. */
export type EnvelopeBook = { readonly amount: Money; readonly committed: Explained<Money>; readonly free: Explained<Money> }

/** The most initiatives that an explanation names; it says how many more there are. */
const mostNamed = 50

/** What is committed of an envelope and what is free, with the initiatives that hold it (`budget-envelope`). */
export function envelopeBook({ name, amountMinor }: Omit<EnvelopeFacts, 'id'>, parts: readonly FundingPart[], currency: Currency): EnvelopeBook {
  const inCurrency = (minor: bigint): Money => money(minor, currency)
  const held = parts.filter((part) => part.amountMinor !== 0n).toSorted((a, b) => (a.amountMinor === b.amountMinor ? (a.name < b.name ? -1 : 1) : a.amountMinor > b.amountMinor ? -1 : 1))
  const amount = inCurrency(amountMinor)
  const committed = sumMoney(held.map((part) => inCurrency(part.amountMinor)), inCurrency(0n))
  const free = subtractMoney(amount, committed)
  const terms = held.slice(0, mostNamed).map((part) => ({ term: part.name, figure: known(moneyFigure(inCurrency(part.amountMinor))), source: { kind: 'derived' as const, rule: 'Commitments less releases of the budget ledger' } }))
  const whyCommitted = { term: `Committed of ${name}`, figure: known(moneyFigure(committed)), formula: 'budget-envelope', terms, ...(held.length > mostNamed ? { omitted: held.length - mostNamed } : {}) }
  return {
    amount, committed: { metric: known(committed), why: whyCommitted },
    free: { metric: known(free), why: { term: `Free in ${name}`, figure: known(moneyFigure(free)), formula: 'budget-envelope', terms: [{ term: 'Envelope', figure: known(moneyFigure(amount)) }, { ...whyCommitted, term: 'Committed' }] } },
  }
}
