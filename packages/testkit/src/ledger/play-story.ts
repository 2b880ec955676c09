import { isLedgerDeed, ledgerActOf, type LedgerStory, type StoryAct, type StoryMeasurement } from '@throughline/exchange/story'
import { minorDigits } from '@throughline/engine/kernel'
import { exact, priorPeriodAdjustments, promiseKeeping, readUnit, type LedgerRefusal, type Measurement } from '@throughline/engine/value'
import { inOrder, type StoryFigures } from './three-years.ts'
import { act, attributionOf, doing, newLedgerWorld, restateIn, type LedgerWorld } from './world.ts'

/** Plays a story through the engine, each day on its own date; a refusal that the story does not speak of is a fault. */
export function playStory(story: LedgerStory, world: LedgerWorld = newLedgerWorld()): { readonly world: LedgerWorld; readonly refused: readonly string[] } {
  const first = story.acts[0]?.on ?? ''
  world.today = first
  for (const { code: id, from, to } of story.periods) world.periods.set(id, { id, from, to })
  for (const { initiative } of story.benefits) world.initiatives.set(initiative, { id: initiative, name: initiative, assist: false, team: [] })
  for (const { measure: id, unit, method, level, shares } of story.measures) {
    const contract = (shares ?? []).map(({ initiative, share }) => `${initiative} ${share / 1_000_000}`).join(', ')
    world.measures.set(id, { id, name: id, poolId: id, unit, above: [], counterfactual: { registeredAt: `${first}T00:00:00Z`, method, level }, attribution: attributionOf(world, contract, `${first}T00:00:00Z`) })
  }
  for (const { benefit: id, initiative, measure, unit } of story.benefits) world.benefits.set(id, { id, name: id, initiativeId: initiative, measureId: measure, unit, ownerId: 'the owner', counted: true, sharesPathWith: [], needsAdoption: false, adoptionBy: [] })
  const actuals = new Map<string, { readonly value: string; readonly knownAt: string }>()
  const refused = story.acts.flatMap((one) => {
    world.refusal = undefined
    perform(world, story, actuals, one)
    const found: LedgerRefusal['code'] | undefined = (world as LedgerWorld).refusal?.refusal.code
    if ((found ?? null) !== one.refused) throw new Error(`line ${one.line} of the story: found ${found ?? 'that it was done'}; expected ${one.refused ?? 'it to be done'}`)
    return found === undefined ? [] : [found]
  })
  world.refusal = undefined
  return { world, refused }
}

function perform(world: LedgerWorld, story: LedgerStory, actuals: Map<string, { readonly value: string; readonly knownAt: string }>, one: StoryAct): void {
  const { deed, on, by, because } = one
  world.today = on
  if (isLedgerDeed(deed)) return act(world, { ...doing(world, by), ...ledgerActOf(deed, one, (benefit) => benefit) })
  switch (deed.kind) {
    case 'actual': {
      const period = story.periods.find(({ from, to }) => from <= deed.day && deed.day < to)
      const key = `${deed.measure} ${period?.code}`
      return void actuals.set(key, { value: deed.value, knownAt: actuals.get(key)?.knownAt ?? `${on}T12:00:00Z` })
    }
    case 'measure':
      return act(world, { ...doing(world, by), kind: 'measure', measureId: deed.measure, periodId: deed.period, measurement: measurementOf(world, actuals, deed) })
    case 'restate':
      return restateIn(world, { by, reason: because, measureId: deed.measure, periodId: deed.period, measurement: measurementOf(world, actuals, deed) })
    case 'lower':
      return void world.reductions.set(`${deed.budgetLine} ${deed.period}`, (world.reductions.get(`${deed.budgetLine} ${deed.period}`) ?? 0n) + deed.amount)
    case 'close':
      return act(world, { ...doing(world, by), kind: 'close', periodId: deed.period, open: [] })
  }
}

function measurementOf(world: LedgerWorld, actuals: ReadonlyMap<string, { readonly value: string; readonly knownAt: string }>, { measure, period, counterfactual, volume, worth }: StoryMeasurement): Measurement {
  const of = world.measures.get(measure)
  const { base, cash } = readUnit(of?.unit ?? '')
  const found = actuals.get(`${measure} ${period}`)
  const unit = exact(worth)
  return {
    actual: { value: found ? exact(found.value) : null, state: found ? 'approved' : 'missing', knownAt: found?.knownAt ?? '' }, counterfactual: { method: of?.counterfactual?.method ?? '', value: exact(counterfactual) },
    direction: 'lower', volume: exact(volume), unitValue: { scaled: unit.scaled * 10n ** BigInt(cash === undefined ? 0 : minorDigits(base)), digits: unit.digits }, source: 'system_of_record',
  }
}

/** The figures at the end, by the engine. */
export function figuresOf(story: LedgerStory): StoryFigures {
  const { world: { book }, refused } = playStory(story)
  const balances = [...book.balances.values()].map(({ account: { code, benefitId, poolId, periodId, unit }, amount }) => ({ code, benefitId, of: benefitId ?? poolId ?? '', period: periodId, unit, amount }))
  const units = [...new Set(story.benefits.map(({ unit }) => unit))].sort()
  return {
    benefits: inOrder(balances.filter(({ benefitId }) => benefitId !== undefined)), measures: inOrder(balances.filter(({ benefitId }) => benefitId === undefined)), refused,
    adjustment: String(priorPeriodAdjustments(book.entries, '').reduce((sum, { amount }) => sum + amount, 0n)),
    keeping: Object.fromEntries(units.map((unit) => {
      const { steps } = promiseKeeping(book, { unit })
      const step = (key: string): string => String(steps.reduce((sum, one) => (one.key === key ? sum + one.amount : sum), 0n))
      return [unit, { original: step('original'), current: step('current'), realised: step('realised') }]
    })),
  }
}
