import { createHash } from 'node:crypto'
import { invariant, ok, type Result } from '@throughline/engine/kernel'
import type { LedgerActBodies } from '@throughline/contract/value'
import { isLedgerDeed, ledgerActOf, storyDays, type LedgerStory, type StoryAct, type StoryMeasurement } from '@throughline/exchange/story'
import { keepTasks } from '../../delivery/index.ts'
import { nextInstant, type Actor, type Record as Recorder, type Tx } from '../../database/index.ts'
import { keepActual, readObjectives } from '../../strategy/index.ts'
import { keepPlanLine, keepPlanLink } from '../business-plan/index.ts'
import { closing, keepBenefit, keepMeasure, keepPeriods, keepReduction, keepRefused, measuring, postWithin, restateWithin, type AtWork } from '../ledger/index.ts'
import { readEnabled } from '../enabled-store.ts'
import { keepList } from '../network/index.ts'
import { divide } from '../stakeholders/index.ts'
import { idsByName } from './names-store.ts'

export type Living = { readonly tx: Tx; readonly actor: Actor; readonly record: Recorder; /** The act that the story is part of. */ readonly act: string; /** Told of each day, how many are done; false ends it. */ readonly day: (done: number, of: number) => Promise<boolean> }
type Known = { readonly benefits: ReadonlyMap<string, string>; readonly measures: ReadonlyMap<string, string>; readonly methods: ReadonlyMap<string, string>; readonly today: string }

/**
 * Lives the life of a ledger again: registers what it stands on, and does one act after the other by the same rules as anybody's, each day
 * of the story at an instant of its own. All within one transaction; what is refused without the story saying so is ours.
 */
export async function liveStory(living: Living, story: LedgerStory): Promise<Result<number, { readonly code: 'job_cancelled' }>> {
  const { tx, actor, act, day } = living
  const at = await nextInstant(tx, actor, act)
  const known = await register(living, story, at)
  const days = [...storyDays(story).values()]
  for (const [done, acts] of days.entries()) {
    if (!(await day(done, days.length))) return { ok: false, refusal: { code: 'job_cancelled' } }
    const instant = await nextInstant(tx, actor, act)
    for (const one of acts) {
      const found = await perform(living, known, one, instant)
      invariant(found === one.refused, `line ${one.line} of the story is refused as ${one.refused ?? 'nothing'}, not as ${found ?? 'nothing'}`)
    }
  }
  return ok(story.acts.length)
}

async function register({ tx, actor, record }: Living, story: LedgerStory, at: string): Promise<Known> {
  const registering = { tx, actor, record }
  const { measures, initiatives } = await idsByName(tx)
  done(await keepPeriods(registering, story.periods.map(({ code, from, to }) => ({ code, from, to }))))
  for (const { measure, unit, method, level, shares } of story.measures) {
    const attribution = shares && { method: 'contract' as const, shares: shares.map(({ initiative, share }) => ({ initiativeId: idIn(initiatives, initiative), share })) }
    done(await keepMeasure(registering, { measureId: idIn(measures, measure), unit, counterfactual: { method: method as StoredMethod, level }, ...(attribution ? { attribution } : {}) }, new Date(at)))
  }
  const benefits = new Map<string, string>()
  for (const { benefit, initiative, measure, unit, goesTo } of story.benefits) {
    const benefitId = done(await keepBenefit(registering, { name: benefit, initiativeId: idIn(initiatives, initiative), measureId: idIn(measures, measure), unit, ownerId: actor.accountId }))
    if (goesTo) done(await divide(registering, { benefitId, shares: goesTo, reason: 'From the business case' }))
    benefits.set(benefit, benefitId)
  }
  const network = story.network.length === 0 ? null : done(await keepList(registering, story.network.map((row) => ({ ...row, leadsTo: [...row.leadsTo] }))))
  invariant(!network?.issues.length, `the network of a story can be drawn (${network?.issues.map(({ line, found }) => `line ${line}: ${found}`).join(', ')})`)
  const objectives = new Map((await readObjectives(tx)).map(({ id, statement }) => [statement, id]))
  for (const { about, deliveredBy, ...line } of story.plan) {
    const { id: lineId } = done(await keepPlanLine(registering, { ...line, amounts: [...line.amounts], objectiveIds: about.map((statement) => idIn(objectives, statement)) }))
    for (const benefit of deliveredBy) done(await keepPlanLink(registering, { benefitId: idIn(benefits, benefit), lineId, reason: 'From the business case' }))
  }
  const enabled = [...(await readEnabled(tx))]
  for (const [initiative, rows] of story.work) {
    const { issues } = done(await keepTasks(registering, { initiativeId: idIn(initiatives, initiative), rows: rows.map((row) => ({ ...row, version: null })), enabled, today: at.slice(0, 10) }))
    invariant(issues.length === 0, `the work of ${initiative} can be kept (${issues.map(({ line, found }) => `line ${line}: ${found}`).join(', ')})`)
  }
  return { benefits, measures, methods: new Map(story.measures.map(({ measure, method }) => [measure, method])), today: at.slice(0, 10) }
}

type StoredMethod = LedgerActBodies['measure']['counterfactual']['method']

function done<T>(result: Result<T, { readonly code: string }>): T {
  invariant(result.ok, `what a story registers is sound${result.ok ? '' : `, and not refused as ${result.refusal.code}`}`)
  return result.value
}

function idIn(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name)
  invariant(id !== undefined, `a story speaks of ${name}, which is there`)
  return id
}

/** Does one act in the name of its person; answers with the rule that refuses it, or null. */
async function perform(living: Living, { benefits, measures, methods, today }: Known, one: StoryAct, at: string): Promise<string | null> {
  const { deed, because } = one
  const working: AtWork = { tx: living.tx, record: living.record, actor: { ...living.actor, accountId: personId(one.by), name: one.by } }
  const measurement = ({ measure, period, counterfactual, volume, worth }: StoryMeasurement): LedgerActBodies['measure'] => ({
    measureId: idIn(measures, measure), period, counterfactual: { method: idIn(methods, measure) as StoredMethod, value: counterfactual }, volume, unitValue: worth, source: 'system_of_record',
  })
  if (isLedgerDeed(deed)) {
    const intent = ledgerActOf(deed, one, (benefit) => idIn(benefits, benefit))
    const posted = await postWithin(working, intent, today)
    if (posted.ok) return null
    if (intent.kind === 'realise') await keepRefused(working.tx, working.actor, working.record, [{ intent, refusal: posted.refusal }])
    return posted.refusal.code
  }
  switch (deed.kind) {
    case 'actual':
      await keepActual(working, idIn(measures, deed.measure), { on: deed.day, value: deed.value, source: because === '' ? 'Made up for the example' : because }, at)
      return null
    case 'measure':
      return codeOf(await postWithin(working, measuring(measurement(deed)), today))
    case 'restate':
      return codeOf(await restateWithin(working, { ...measurement(deed), reason: because }, today))
    case 'lower':
      return codeOf(await keepReduction(working, { budgetLine: deed.budgetLine, period: deed.period, amount: String(deed.amount), reason: because }))
    case 'close':
      return codeOf(await postWithin(working, closing(deed.period, today), today))
  }
}

const codeOf = (result: Result<unknown, { readonly code: string }>): string | null => (result.ok ? null : result.refusal.code)

/** The id of somebody who was made up: a UUID of version 8 of the digest of the name. No account has it. */
function personId(name: string): string {
  const digest = createHash('sha256').update(`throughline-story\n${name}`).digest('hex')
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`
}
