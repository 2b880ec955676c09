import type { Capacity, capacityProblems, LoadReason, Pots } from '@throughline/contract/capacity'
import { toWire, type Refusal } from '@throughline/contract/wire'
import { explainLoad, loadOf, periodAt, periodLabel, placed, quantityText, type WorkFacts } from '@throughline/engine/capacity'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Actor, Tx } from '../database/index.ts'
import { columnsOf, countInPlan, isInPlan } from '../demand/index.ts'
import { may, readOrganisation, readUnits } from '../people/index.ts'
import { presentCell, presentPeriods, presentPools, presentPots, type Showing } from './present.ts'
import { readPlanned, readVariants } from './store/plans.ts'
import { readCapacityLines, readPool, readPools } from './store/pools.ts'
import { readPotLines, readPots } from './store/pots.ts'
import { readSettings } from './store/settings.ts'

/** What is needed beside the rows of this room to show them to somebody. */
export async function showingOf(tx: Tx, actor: Actor): Promise<Showing> {
  const { currency } = await readOrganisation(tx)
  return { currency, units: new Map((await readUnits(tx)).map(({ id, name }) => [id, name])), seesPeople: may(actor, 'see_people') }
}

/** What the initiatives of the plan of record need, pool by pool, on the calendar; and those of them that have a demand and no start. */
async function worksInPlan(tx: Tx) {
  const columns = await columnsOf(tx)
  const planned = (await readPlanned(tx)).filter(({ id }) => isInPlan(columns, columns.ids.find(id) ?? -1))
  const variants = new Map((await readVariants(tx, planned.map(({ id }) => id))).filter(({ inPlan }) => inPlan).map((variant) => [variant.initiativeId, variant]))
  const works = new Map<string, WorkFacts[]>()
  for (const { id, name, starts_on } of planned)
    for (const { poolId, lines } of starts_on === null ? [] : (variants.get(id)?.demands ?? [])) works.set(poolId, [...(works.get(poolId) ?? []), { initiativeId: id, name, demand: placed(lines, starts_on ?? '') }])
  return { works, initiatives: countInPlan(columns), withDemand: planned.length, withoutStart: planned.filter(({ starts_on }) => starts_on === null).map(({ id, name }) => ({ id, name })) }
}

/** The load of every pool, period by period, as the engine has it. */
export async function readLoads(tx: Tx, from: string) {
  const [settings, { calendar }, pools, lines] = [await readSettings(tx), await readOrganisation(tx), await readPools(tx), await readCapacityLines(tx)]
  const periods = presentPeriods(calendar, settings.grain, from, settings.periods)
  const { works, ...plan } = await worksInPlan(tx)
  const loads = pools.map(({ id, name, unit }) => ({ id, name, unit, periods: loadOf({ id, name, unit, capacity: lines.get(id) ?? [] }, works.get(id) ?? [], periods) }))
  return { settings, periods, pools, loads, plan }
}

/** Capacity against demand by pool and period, from the period that holds a day. */
export async function capacityOf(tx: Tx, actor: Actor, from: string): Promise<Capacity> {
  const { settings, periods, pools, loads, plan } = await readLoads(tx, from)
  const shown = presentPools(pools, await showingOf(tx, actor))
  return { settings, periods: [...periods], pools: shown.map((pool, at) => ({ pool, cells: (loads[at]?.periods ?? []).map(presentCell) })), plan }
}

/** Why a pool is as full as it is in the period that holds a day. */
export async function loadReasonOf(tx: Tx, poolId: string, on: string): Promise<Result<LoadReason, Refusal<keyof typeof capacityProblems | 'not_found'>>> {
  const pool = await readPool(tx, poolId)
  if (!pool) return refuse({ code: 'not_found', values: { what: 'pool', id: poolId } })
  const [{ grain }, { calendar }, lines, { works }] = [await readSettings(tx), await readOrganisation(tx), await readCapacityLines(tx, poolId), await worksInPlan(tx)]
  const period = periodAt(calendar, grain, on)
  const label = periodLabel(calendar, grain, period)
  const facts = { id: pool.id, name: pool.name, unit: pool.unit, capacity: lines.get(pool.id) ?? [] }
  const [load] = loadOf(facts, works.get(pool.id) ?? [], [period])
  if (!load) return refuse({ code: 'not_found', values: { what: 'period', id: on } })
  return ok({ period: { ...period, label }, why: toWire(explainLoad(facts, load, label)), parts: load.parts.map(({ initiativeId, name, demand }) => ({ initiative: { id: initiativeId, name }, demand: quantityText(demand) })) })
}

/** Budgets by period, from the period that holds a day. */
export async function potsOf(tx: Tx, actor: Actor, from: string): Promise<Pots> {
  const [settings, { calendar, currency }, showing] = [await readSettings(tx), await readOrganisation(tx), await showingOf(tx, actor)]
  const periods = presentPeriods(calendar, settings.grain, from, settings.periods)
  return { currency, periods: [...periods], pots: [...presentPots(await readPots(tx), await readPotLines(tx), periods, showing)] }
}
