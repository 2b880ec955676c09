import { contract, emptyBook, exact, knownAt, opened, postEach, postTo, restate, type Account, type AccountCode, type Act, type AdoptionPolicy, type Attribution, type BenefitTerms, type Book, type InitiativeTerms, type LedgerRefusal, type LedgerTerms, type MeasureTerms, type Measurement, type PeriodTerms, type Posted } from '@throughline/engine/value'

/** The ledger that a scenario plays on: what was agreed, what was written, and what the last act came to. */
export type LedgerWorld = {
  today: string
  readonly periods: Map<string, PeriodTerms>
  readonly benefits: Map<string, BenefitTerms>
  readonly initiatives: Map<string, InitiativeTerms>
  readonly measures: Map<string, MeasureTerms>
  readonly managers: Map<string, string>
  readonly adoption: Map<string, { planned: bigint; reached: bigint }>
  readonly reductions: Map<string, bigint>
  readonly measurements: Map<string, Measurement>
  adoptionPolicy: AdoptionPolicy
  book: Book
  acts: number
  refusal: { readonly refusal: LedgerRefusal; spokenOf: boolean } | undefined
  difference: bigint | undefined
  /** What became of each of the claims that were made at once. */
  outcomes: readonly Posted[]
  coalitions: ReadonlyMap<string, number>
}

export const newLedgerWorld = (): LedgerWorld => ({
  today: '2026-11-21', periods: new Map(), benefits: new Map(), initiatives: new Map(), measures: new Map(), managers: new Map(), adoption: new Map(), reductions: new Map(), measurements: new Map(),
  adoptionPolicy: 'limit', book: emptyBook, acts: 0, refusal: undefined, difference: undefined, outcomes: [], coalitions: new Map(),
})

export const termsOf = (world: LedgerWorld): LedgerTerms => world

/** What every act has: an id, the instant on the day of the scenario, and who. */
export function doing(world: LedgerWorld, by = 'the clerk') {
  const place = world.acts++
  return { id: `e${place}`, recordedAt: `${world.today}T12:00:00.${String(place).padStart(4, '0')}Z`, by, reason: 'As agreed', evidence: 'Minutes', adjusts: adjusting.has(world) }
}
/** Worlds in which the next act says that it adjusts a closed period. */
export const adjusting = new WeakSet<LedgerWorld>()

/** Does an act; a refusal is kept for the sentence that speaks of it. */
export function act(world: LedgerWorld, one: Act): void {
  const next = postTo(world.book, termsOf(world), one)
  adjusting.delete(world)
  if (next.ok) world.book = next.value
  else world.refusal = { refusal: next.refusal, spokenOf: false }
}

/** Does many acts at once, each on top of those before it; what became of each is kept for the sentence that speaks of it. */
export function actAtOnce(world: LedgerWorld, acts: readonly Act[]): void {
  const book = opened(world.book)
  world.outcomes = postEach(book, termsOf(world), acts)
  world.book = book
}

/** Restates a measurement, with all that stood on it; a refusal is kept for the sentence that speaks of it. */
export function restateIn(world: LedgerWorld, { by, reason, measureId, periodId, measurement }: { readonly by?: string; readonly reason: string; readonly measureId: string; readonly periodId: string; readonly measurement: Measurement }): void {
  const { recordedAt, by: who } = doing(world, by)
  const first = world.acts
  const restated = restate(world.book, termsOf(world), { recordedAt, by: who, reason, measureId, periodId, measurement, idOf: (place) => `e${first + place}` })
  if (!restated.ok) return void (world.refusal = { refusal: restated.refusal, spokenOf: false })
  world.acts = first + restated.value.entries.length
  world.book = restated.value.book
  world.difference = restated.value.difference
}

/** Shares as a scenario writes them: `P 0.5, Q 0.3`; parts of one, in millionths. */
export function attributionOf(world: LedgerWorld, cell: string, registeredAt: string): Attribution | null {
  if (cell === '' || cell === 'none') return null
  const shares = cell.split(', ').map((one) => ({ initiativeId: one.replace(/ [\d.]+$/, ''), share: BigInt(Math.round(Number(/[\d.]+$/.exec(one)?.[0]) * 1_000_000)) }))
  const agreed = contract(registeredAt, shares)
  if (agreed.ok) return agreed.value
  world.refusal = { refusal: agreed.refusal, spokenOf: false }
  return null
}

/** Sum of an account over a benefit or a pool in a period, as known on a day; contra accounts with their sign. */
export function sumOf(world: LedgerWorld, code: string, keep: (account: Account) => boolean, on?: string): bigint {
  const book = on === undefined ? world.book : knownAt(world.book.entries, `${on}T23:59:59Z`)
  return [...book.balances.values()].reduce((sum, { account, amount }) => (account.code === (code as AccountCode) && keep(account) ? sum + amount : sum), 0n)
}

/** A measurement that moves by so many least units. */
export const movingBy = (units: bigint, knownAt: string, method = 'trend'): Measurement => ({
  actual: { value: exact(String(units)), state: 'approved', knownAt }, counterfactual: { method, value: exact('0') }, direction: 'higher', volume: exact('1'), unitValue: exact('1'), source: 'system_of_record',
})

export const poolOf = (world: LedgerWorld, measure: string): string => {
  const found = world.measures.get(measure)
  if (!found) throw new Error(`found no measure named "${measure}"`)
  return found.poolId
}
