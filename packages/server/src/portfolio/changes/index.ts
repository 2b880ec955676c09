import type { Changes, ChangesAsk } from '@throughline/contract/portfolio'
import { toWire, type WireRefusal } from '@throughline/contract/wire'
import { money, ok, refuse, type Result } from '@throughline/engine/kernel'
import { largestMoves, portfolioChanges, type Between, type MomentLine, type Moved, type PortfolioChanges, type Step } from '@throughline/engine/portfolio'
import type { Static } from 'typebox'
import { withOrg, type Moment, type Tx } from '../../database/index.ts'
import { readMomentLines, readStepsBetween, seenAt } from '../../demand/index.ts'
import { presentAt, type Actor, type RequestContext } from '../../http/index.ts'
import { readyJson } from '../../http/ready.ts'
import { may, readOrganisation, standingOf } from '../../people/index.ts'
import { rememberedAnswers } from '../../rollups/index.ts'
import { causedSteps } from './causes.ts'
import { readActs, readArrivals, readLatest, type ActRow } from './store.ts'

type Ask = Static<typeof ChangesAsk>
type Reading = { readonly context: RequestContext; readonly actor: Actor }
const actsShown = 100
/** Before everything that was ever recorded. */
const never = '0001-01-01T00:00:00.000Z'

/**
 * What changed between two moments. Between two instants the acts between them are told apart; between two positions what has been
 * learnt of the earlier one since comes first, as a correction, and then what moved from one day to the other.
 */
export async function changesOf(context: RequestContext, actor: Actor, ask: Ask): Promise<Result<Changes, WireRefusal>> {
  // The later side is, unless it is named, the moment that the request is about; the earlier one is the beginning.
  const [to, from] = [await momentOf({ context, actor }, ask.to, ask.toPosition), await momentOf({ context, actor: { ...actor, moment: {} } }, ask.from, ask.fromPosition)]
  if (!to.ok) return to
  if (!from.ok) return from
  const until = to.value.knownAt ?? (await withOrg(context.db, actor, readLatest, {}))
  const since = from.value.knownAt ?? (from.value.validOn === undefined ? never : until)
  if (since > until) return refuse({ code: 'as_of_future', values: { found: since, now: until } })
  const [earlier, later] = [{ ...from.value, knownAt: since }, { ...to.value, knownAt: until }]
  const sides: Sides = { earlier, later, span: { after: since, until } }
  // Of the clock of acts as well: what somebody may no longer see of another's plan is told by no act that they see.
  const { org, stamp, newest } = await withOrg(context.db, actor, seenAt, {})
  const { packed } = await rememberedAnswers.answer<Changes, WireRefusal>(JSON.stringify([org, stamp, newest, 'changes', actor.accountId, standingOf(actor), sides, ask]), async () => ok(await changesBetween({ context, actor }, sides, ask)))
  const answer = await packed
  return answer.ok ? ok(readyJson<Changes>(answer.value)) : answer
}

type Sides = { readonly earlier: Settled; readonly later: Settled; readonly span: { readonly after: string; readonly until: string } }

async function changesBetween({ context, actor }: Reading, { earlier, later, span }: Sides, ask: Ask): Promise<Changes> {
  const { currency, acts } = await withOrg(context.db, actor, async (tx) => ({ currency: (await readOrganisation(tx)).currency, acts: await readActs(tx, span) }), later)
  const between = await readBetween({ context, actor }, earlier, later, acts)
  const changes = portfolioChanges(between, currency)
  return presentChanges(changes, { between, acts, currency, ask, by: may(actor, 'see_money') ? 'size' : 'name', sides: [{ asOf: ask.from ?? null, position: ask.fromPosition ?? null }, { asOf: span.until, position: later.validOn ?? null }] })
}

/** The moment that a side names, checked as every read checks the moment that it is asked for; unnamed, that of the caller. */
async function momentOf({ context, actor }: Reading, asOf: string | undefined, position: string | undefined): Promise<Result<Moment, WireRefusal>> {
  const placed = await presentAt({ given: { ...(asOf === undefined ? {} : { asOf }), ...(position === undefined ? {} : { position }) }, query: {} }, actor, { db: context.db, now: () => context.now })
  return placed.ok ? ok(placed.value.actor?.moment ?? {}) : placed
}

type Settled = Moment & { readonly knownAt: string }

async function readBetween(reading: Reading, earlier: Settled, later: Settled, acts: readonly ActRow[]): Promise<Between> {
  const { context, actor } = reading
  const at = (moment: Moment): Promise<readonly MomentLine[]> => (moment.knownAt === never ? Promise.resolve([]) : withOrg(context.db, actor, readMomentLines, moment))
  const [from, to] = [await at(earlier), await at(later)]
  if (earlier.validOn === undefined && later.validOn === undefined) {
    const span = { after: earlier.knownAt, until: later.knownAt }
    const read = async (tx: Tx) => causedSteps(earlier.knownAt === never ? [] : await readStepsBetween(tx, span), { acts, arrivals: await readArrivals(tx) })
    return { from, to, steps: await withOrg(context.db, actor, read, {}), otherwise: 'listing' }
  }
  const corrected = earlier.knownAt === later.knownAt ? [] : await at({ ...earlier, knownAt: later.knownAt })
  return { from, to, steps: corrected.map(({ id, amounts }): Step => ({ initiativeId: id, cause: 'correction', amounts })), otherwise: 'position' }
}

type Shown = { readonly between: Between; readonly acts: readonly ActRow[]; readonly currency: string; readonly ask: Ask; readonly by: 'size' | 'name'; readonly sides: readonly [SideOf, SideOf] }
type SideOf = { readonly asOf: string | null; readonly position: string | null }

function presentChanges(all: PortfolioChanges, { between, acts, currency, ask, by, sides: [from, to] }: Shown): Changes {
  const { moved: _, ...changes } = all
  const field = ask.field ?? 'cost'
  const skip = ask.skip ?? 0
  const { total, items, rest } = largestMoves(all, field, { from: skip, limit: ask.limit ?? 200, by }, currency)
  return toWire({
    ...changes, from: { ...from, initiatives: between.from.length }, to: { ...to, initiatives: between.to.length }, currency, amounts: 'shown', field, total, skip, rest,
    acts: { total: acts.length, strategy: acts.filter(({ act }) => act.startsWith('strategy.')).length, newest: acts.slice(-actsShown).reverse() },
    items: items.map((one) => presentMoved(one, currency)),
  }) as Changes
}

const presentMoved = ({ line: { id, key, name }, from, to, moves }: Moved, currency: string) => ({ id, key, name, from: presentLine(from), to: presentLine(to), moves: moves.map(({ field, cause, effect, minor }) => ({ field, cause, effect, amount: money(minor, currency) })) })
const presentLine = (line: MomentLine | null) => line && { amounts: line.amounts, rating: line.rating, startOn: line.startOn, endOn: line.endOn, unitId: line.unitId }
