import type { Commitments, Start, StartPage } from '@throughline/contract/capacity'
import { awaitsStart, isStart, startStates, type StartReadiness, type StartState } from '@throughline/engine/capacity'
import type { InitiativeFacts } from '@throughline/engine/demand'
import type { CivilDate } from '@throughline/engine/kernel'
import type { Actor, Tx } from '../../database/index.ts'
import { readInitiativesOf, readInitiatives, startingOf } from '../../demand/index.ts'
import { readDecisions } from '../../governance/index.ts'
import { allowedIn, may, readMembers, readOrganisation } from '../../people/index.ts'
import { presentPeriods } from '../present.ts'
import { readPlans } from '../store/plans.ts'
import { readPools } from '../store/pools.ts'
import { readSettings } from '../store/settings.ts'
import { isGated, isInForce, readCrews, readExceptions, readGate, readinessOf } from '../../starts/index.ts'
import type { CommitmentFile } from './export.ts'
import { othersWho } from './guards.ts'
import { presentCrew, presentCrewLines, presentEntry, presentEnvelope, presentException, presentFunding, presentGate, presentStaffing, presentStart, type Telling } from './present.ts'
import { noCrew, noGate } from './starting-points.ts'
import { readEntries, readEnvelopes, readFunding, readHeld, readWaiting } from './store/funds.ts'
import { readCommittedPeople, readStaffing } from './store/people.ts'
import { readHolders } from './store/starts.ts'

/** Entries, requests and crews that one answer lists, unless more are asked for. */
const usual = 200
const mostExceptions = 100

/** What the ledger, the envelopes and the pools hold, as somebody may see it. */
export async function commitmentsOf(tx: Tx, actor: Actor, { from, today, limit: most = usual }: { readonly from: CivilDate; readonly today: CivilDate; /** Entries, requests and exceptions that are listed. */ readonly limit?: number }): Promise<Commitments> {
  const { currency, calendar } = await readOrganisation(tx)
  const [envelopes, held, entries, funding, staffing] = [await readEnvelopes(tx), await readHeld(tx), await readEntries(tx, most), await readFunding(tx, most), await readStaffing(tx, most)]
  const exceptions = (await readExceptions(tx)).toSorted((a, b) => Number(isInForce(b, today)) - Number(isInForce(a, today))).slice(0, most === usual ? mostExceptions : most)
  const named = [...held.map(({ initiativeId }) => initiativeId), ...[...entries.rows, ...funding.rows, ...staffing.rows, ...exceptions].map(({ initiative_id }) => initiative_id)]
  const members = await readMembers(tx)
  const telling: Telling = {
    currency, calendar, today, holders: await readHolders(tx, named), pools: await poolsOf(tx), envelopes: new Map(envelopes.map((one) => [one.id, one])), me: actor.accountId,
    may: { decide: may(actor, 'decide'), commitFunds: may(actor, 'verify_value'), commitPeople: may(actor, 'edit_capacity') },
    answersOwn: { funds: othersWho(members, actor, 'verify_value').length === 0, people: othersWho(members, actor, 'edit_capacity').length === 0 },
  }
  const decided = envelopes.some(({ decision_id }) => decision_id !== null) ? await readDecisions(tx) : []
  const about = { ...telling, waiting: await readWaiting(tx), decisions: new Map(decided.map(({ id, question }) => [id, question])) }
  return {
    gate: presentGate((await readGate(tx)) ?? noGate), currency, envelopes: envelopes.map((one) => presentEnvelope(one, held, about)),
    entries: entries.rows.map((row) => presentEntry(row, telling)), entriesOmitted: entries.total - entries.rows.length,
    funding: funding.rows.map((row) => presentFunding(row, telling)), fundingOmitted: funding.total - funding.rows.length, staffing: staffing.rows.map((row) => presentStaffing(row, telling)), staffingOmitted: staffing.total - staffing.rows.length,
    ...(await crewsOf(tx, telling, from)), exceptions: exceptions.map((row) => presentException(row, telling)), may: telling.may,
  }
}

const poolsOf = async (tx: Tx): Promise<Telling['pools']> => new Map((await readPools(tx)).map(({ id, name, unit }) => [id, { id, name, unit }]))

/** The crews of the plan with what they need and have by period, those that start earliest first. */
async function crewsOf(tx: Tx, telling: Telling, from: CivilDate): Promise<Pick<Commitments, 'periods' | 'crews' | 'crewsOmitted'>> {
  const { grain, periods: count } = await readSettings(tx)
  const periods = presentPeriods(telling.calendar, grain, from, count)
  const crews = (await readCrews(tx)).filter(({ lines }) => lines.length > 0)
  const ids = crews.map(({ initiative_id }) => initiative_id)
  const [plans, found] = [new Map((await readPlans(tx, ids)).map((plan) => [plan.initiative_id, plan.fixed_on])), new Map((await readInitiativesOf(tx, ids)).filter((one) => isInPlanNow(one)).map((one) => [one.id, one]))]
  const people = Map.groupBy(await readCommittedPeople(tx), ({ initiativeId }) => initiativeId)
  const rows = crews.flatMap(({ initiative_id: id, lines }) => {
    const initiative = found.get(id)
    const startsOn = plans.get(id) ?? initiative?.startOn ?? null
    return initiative && startsOn !== null ? presentCrew({ initiative: { id, name: initiative.name }, startsOn, lines, people: people.get(id) ?? [] }, periods, telling) : []
  }).toSorted((a, b) => (a.startsOn === b.startsOn ? (a.initiative.name < b.initiative.name ? -1 : 1) : a.startsOn < b.startsOn ? -1 : 1))
  return { periods: [...periods], crews: rows.slice(0, usual), crewsOmitted: Math.max(0, rows.length - usual) }
}

const isInPlanNow = ({ current, state }: InitiativeFacts): boolean => current && (awaitsStart(state) || isStart(null, state))

/** The initiatives of the plan, and of these those that wait for their start, with whether they are ready: blocked ones first. */
async function waitingStarts(tx: Tx, today: CivilDate) {
  const all = (await readInitiatives(tx)).filter(isInPlanNow)
  const waiting = all.filter((one) => awaitsStart(one.state))
  const readiness = await readinessOf(tx, await startingOf(tx, waiting), today)
  return { all, readiness, waiting: waiting.toSorted((a, b) => inOrder(readiness.get(a.id), readiness.get(b.id))) }
}

/** Rows of one list that a workbook holds at most. */
const mostInFile = 100_000

/** Everything that a workbook of commitments holds. */
export async function commitmentFileOf(tx: Tx, actor: Actor, today: CivilDate): Promise<CommitmentFile> {
  const { waiting, readiness } = await waitingStarts(tx, today)
  const starts = waiting.flatMap((initiative) => { const found = readiness.get(initiative.id); return found ? [{ initiative, readiness: found }] : [] })
  return { organisation: (await readOrganisation(tx)).name, today, seesMoney: may(actor, 'see_money'), commitments: await commitmentsOf(tx, actor, { from: today, today, limit: mostInFile }), starts }
}

/** Whether the initiatives of the plan that wait for their start are ready, page by page. */
export async function startsOf(tx: Tx, actor: Actor, { state, from = 0, limit = 50 }: { readonly state?: StartState | undefined; readonly from?: number | undefined; readonly limit?: number | undefined }, today: CivilDate): Promise<StartPage> {
  const { all, waiting, readiness } = await waitingStarts(tx, today)
  const count = (wanted: StartState): number => waiting.filter(({ id }) => readiness.get(id)?.state === wanted).length
  const listed = waiting.filter(({ id }) => state === undefined || readiness.get(id)?.state === state)
  return {
    gateOn: await isGated(tx), counts: { ready: count('ready'), blocked: count('blocked'), unknown: count('unknown'), running: all.length - waiting.length },
    total: listed.length, from, items: await shownOf(tx, actor, listed.slice(from, from + limit), { readiness, today }),
  }
}

const order: readonly StartState[] = ['blocked', 'unknown', 'ready'] satisfies readonly (typeof startStates)[number][]
const inOrder = (a: StartReadiness | undefined, b: StartReadiness | undefined): number => {
  const [first, second] = [order.indexOf(a?.state ?? 'ready'), order.indexOf(b?.state ?? 'ready')]
  return first === second ? ((a?.startsOn ?? '9') < (b?.startsOn ?? '9') ? -1 : (a?.startsOn ?? '9') > (b?.startsOn ?? '9') ? 1 : 0) : first - second
}

/** Whether one initiative is ready to start; undefined where there is none. */
export async function startOf(tx: Tx, actor: Actor, id: string, today: CivilDate): Promise<Start | undefined> {
  const found = await readInitiativesOf(tx, [id])
  return (await shownOf(tx, actor, found, { readiness: await readinessOf(tx, await startingOf(tx, found), today), today }))[0]
}

async function shownOf(tx: Tx, actor: Actor, initiatives: readonly InitiativeFacts[], { readiness, today }: { readonly readiness: ReadonlyMap<string, StartReadiness>; readonly today: CivilDate }): Promise<Start[]> {
  const ids = initiatives.map(({ id }) => id)
  const [crews, pools, holders] = [new Map((await readCrews(tx, ids)).map((crew) => [crew.initiative_id, crew])), await poolsOf(tx), await readHolders(tx, ids)]
  const exceptions = new Map((await readExceptions(tx, ids)).filter((one) => isInForce(one, today)).toSorted((a, b) => (a.until_on < b.until_on ? -1 : 1)).map((one) => [one.initiative_id, presentException(one, { holders, today })]))
  return initiatives.flatMap(({ id, key, name, state, unitId }) => {
    const [found, crew] = [readiness.get(id), crews.get(id) ?? noCrew(id)]
    return found ? [presentStart({ initiative: { id, key, name, state }, readiness: found, exception: exceptions.get(id) ?? null, crew: presentCrewLines(crew.lines, { pools }), version: crew.version, may: allowedIn(actor, { initiativeId: id, unitId }) })] : []
  })
}
