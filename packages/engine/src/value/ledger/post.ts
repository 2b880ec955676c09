import { ok, unreachable } from '../../kernel/index.ts'
import type { Act, ActKind } from './act.ts'
import { bank, convert } from './bank.ts'
import { overlay, record, viewOf, write, type Book, type LedgerView, type OpenBook } from './book.ts'
import { closable, close, sweep, unsweep, type Swept } from './close.ts'
import { netted, type Entry, type Posting } from './entry.ts'
import type { Checked } from './guards.ts'
import { adjust, measure } from './measure.ts'
import { approve, deliver, forecast, promise, transfer, writeOff } from './plans.ts'
import { realise, type Realised } from './realise.ts'
import { reverse } from './reverse.ts'
import type { LedgerTerms } from './terms.ts'
import { disallow, verify } from './verify.ts'

type Decision = { readonly postings: readonly Posting[] } & Pick<Entry, 'measured' | 'closes' | 'claim' | 'withheld' | 'reverses'>

/**
 * What an act writes: the entry, or the first rule that forbids it, with nothing posted. Pure; who stores it adds the entry to
 * what stands, while holding the pools and benefits that it touches.
 */
export function post(view: LedgerView, terms: LedgerTerms, act: Act): Checked<Entry> {
  const closed = periodsOf(view, act).filter((periodId) => view.stateOf(periodId) === 'closed')
  const adjusting = closed.length > 0 && (act.kind === 'reverse' || (act.adjusts === true && adjustable.has(act.kind)))
  const decided = adjusting ? adjustment(view, terms, act, new Set(closed)) : decide(view, terms, act)
  if (!decided.ok) return decided
  const { id, kind, recordedAt, by, reason, evidence, matchId } = act
  return ok({
    id, kind, recordedAt, by, ...(reason === undefined ? {} : { reason }), ...(evidence === undefined ? {} : { evidence }), ...(matchId === undefined ? {} : { matchId }),
    ...(adjusting ? { priorPeriod: true } : {}), ...decided.value, postings: netted(decided.value.postings),
  })
}

/** The book with one more act, or why not. */
export function postTo(book: Book, terms: LedgerTerms, act: Act): Checked<Book> {
  const entry = post(viewOf(book), terms, act)
  return entry.ok ? ok(record(book, [entry.value])) : entry
}

/** What became of an act among many: its entry, or the first rule that forbids it. */
export type Posted = Checked<Entry>

/** Posts acts into an open book in their order, each judged on top of those before it: of each its entry, or why not, with nothing of it posted. */
export function postEach(book: OpenBook, terms: LedgerTerms, acts: readonly Act[]): readonly Posted[] {
  const view = viewOf(book)
  return acts.map((act) => {
    const entry = post(view, terms, act)
    if (entry.ok) write(book, entry.value)
    return entry
  })
}

/** Acts that may be done in a closed period where they say that they adjust it. */
const adjustable: ReadonlySet<ActKind> = new Set(['measure', 'adjust', 'realise', 'verify', 'disallow', 'bank', 'convert'])

function decide(view: LedgerView, terms: LedgerTerms, act: Act): Checked<Decision> {
  const plain = (postings: Checked<readonly Posting[]>): Checked<Decision> => (postings.ok ? ok({ postings: postings.value }) : postings)
  const claimed = (claim: Checked<Realised>): Checked<Decision> => claim
  switch (act.kind) {
    case 'promise': return plain(promise(view, terms, act))
    case 'approve': return plain(approve(view, terms, act))
    case 'forecast': return plain(forecast(view, terms, act))
    case 'deliver': return plain(deliver(view, terms, act))
    case 'transfer': return plain(transfer(view, terms, act))
    case 'write_off': return plain(writeOff(view, terms, act))
    case 'measure': return measure(view, terms, act)
    case 'adjust': return plain(adjust(view, terms, act))
    case 'realise': return claimed(realise(view, terms, act))
    case 'convert': return claimed(convert(view, terms, act))
    case 'verify': return plain(verify(view, terms, act))
    case 'disallow': return plain(disallow(view, terms, act))
    case 'bank': return plain(bank(view, terms, act))
    case 'close': {
      const swept = close(view, terms, act)
      return swept.ok ? ok({ postings: swept.value, closes: { periodId: act.periodId, state: 'closed' } }) : swept
    }
    case 'soft_close': {
      const allowed = closable(view, terms, act)
      return allowed.ok ? ok({ postings: [], closes: { periodId: act.periodId, state: 'soft' } }) : allowed
    }
    case 'reverse': {
      const mirror = reverse(view, act)
      return mirror.ok ? ok({ postings: mirror.value.postings, reverses: act.entryId }) : mirror
    }
    default: return unreachable(act)
  }
}

/** Value periods that an act posts in. */
function periodsOf(view: LedgerView, act: Act): readonly string[] {
  if ('lines' in act && act.kind !== 'bank') return act.lines.map(({ periodId }) => periodId)
  if ('periodId' in act) return act.kind === 'convert' ? [act.periodId, act.into.periodId] : [act.periodId]
  if (act.kind === 'transfer') return [act.fromPeriodId, act.toPeriodId]
  return act.kind === 'reverse' ? [...new Set((view.entry(act.entryId)?.postings ?? []).map(({ account }) => account.periodId))] : []
}

/** In a closed period: what the close swept stands open, the act does its work, and it is swept again (I5 at every instant). */
function adjustment(view: LedgerView, terms: LedgerTerms, act: Act, closed: ReadonlySet<string>): Checked<Decision> {
  const places = placesOf(view, terms, act).filter(({ periodId }) => closed.has(periodId))
  const back = unsweep(view, places)
  const decided = decide(overlay(view, back, closed), terms, act)
  if (!decided.ok) return decided
  const measured = decided.value.measured
  const done = overlay(view, [...back, ...decided.value.postings])
  const gone = act.kind === 'reverse' ? view.entry(act.entryId)?.measured : undefined
  const changed = measured ?? gone
  const after: LedgerView = changed ? { ...done, measured: (poolId, periodId) => (poolId === changed.poolId && periodId === changed.periodId ? measured : view.measured(poolId, periodId)) } : done
  return ok({ ...decided.value, postings: [...back, ...decided.value.postings, ...sweep(after, terms, places)] })
}

/** Pools and benefits that an act may touch, each with its period. */
function placesOf(view: LedgerView, terms: LedgerTerms, act: Act): readonly Swept[] {
  const found = new Map<string, Swept>()
  const addPool = (poolId: string, unit: string, periodId: string): void => void found.set(`pool ${poolId} ${unit} ${periodId}`, { periodId, pool: { poolId, unit } })
  const addMeasure = (measureId: string | null | undefined, periodId: string): void => {
    const of = terms.measures.get(measureId ?? '')
    if (!of) return
    addPool(of.poolId, of.unit, periodId)
    for (const { poolId } of of.above) addMeasure([...terms.measures.values()].find((one) => one.poolId === poolId)?.id, periodId)
    if (act.kind !== 'measure' && act.kind !== 'reverse') return
    for (const benefit of terms.benefits.values()) if (terms.measures.get(benefit.measureId ?? '')?.poolId === of.poolId) found.set(`benefit ${benefit.id} ${periodId}`, { periodId, benefit })
  }
  const addBenefit = (benefitId: string, periodId: string): void => {
    const benefit = terms.benefits.get(benefitId)
    if (!benefit) return
    found.set(`benefit ${benefitId} ${periodId}`, { periodId, benefit })
    addMeasure(benefit.measureId, periodId)
  }
  if (act.kind === 'measure' || act.kind === 'adjust') addMeasure(act.measureId, act.periodId)
  if ('benefitId' in act && 'periodId' in act) addBenefit(act.benefitId, act.periodId)
  if (act.kind === 'realise' && act.offset) addBenefit(act.offset.benefitId, act.periodId)
  if (act.kind === 'convert') addBenefit(act.into.benefitId, act.into.periodId)
  if (act.kind === 'reverse') {
    const original = view.entry(act.entryId)
    for (const { account } of original?.postings ?? []) {
      if (account.poolId !== undefined && account.benefitId === undefined) addPool(account.poolId, account.unit, account.periodId)
      if (account.benefitId !== undefined) addBenefit(account.benefitId, account.periodId)
    }
    if (original?.measured) addMeasure(original.measured.measureId, original.measured.periodId)
  }
  return [...found.values()]
}
