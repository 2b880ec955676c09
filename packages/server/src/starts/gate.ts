import type { StartCondition } from '@throughline/engine/capacity'
import type { CivilDate } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import type { Actor, Tx } from '../database/index.ts'
import { may } from '../people/index.ts'
import { readinessOf, type Starting } from './readiness.ts'
import { readExceptions, readGate, type StoredException } from './store.ts'
import { figureText } from './words.ts'

/**
 * Why initiatives may not start now, each by its id; one that may is not among them. Every act by which an initiative begins to run asks here,
 * within its own transaction. Without a gate nothing is refused; what is not known is refused as what is missing.
 */
export async function whyNotStarted(tx: Tx, actor: Actor, starts: readonly Starting[], today: CivilDate): Promise<ReadonlyMap<string, Refusal<'start_blocked'>>> {
  if (starts.length === 0 || !(await isGated(tx))) return new Map()
  const readiness = await readinessOf(tx, starts, today)
  const allowed = new Set((await readExceptions(tx, starts.map(({ id }) => id))).filter((one) => isInForce(one, today)).map(({ initiative_id }) => initiative_id))
  const seesMoney = may(actor, 'see_money')
  return new Map(starts.flatMap(({ id, name }) => {
    const found = readiness.get(id)
    if (!found || found.state === 'ready' || allowed.has(id)) return []
    return [[id, { code: 'start_blocked', values: { name, missing: found.conditions.filter(({ state }) => state !== 'met').map((one) => conditionText(one, seesMoney)).join('; ') } }] as const]
  }))
}

/** Whether starts are gated. */
export const isGated = async (tx: Tx): Promise<boolean> => (await readGate(tx))?.is_on === true

/** Whether an exception holds on a day: not ended, and the day not over. */
export const isInForce = ({ ended, until_on }: Pick<StoredException, 'ended' | 'until_on'>, today: CivilDate): boolean => ended === null && until_on >= today

const fundsWords = { met: 'enough is committed', unmet: 'not enough is committed', unknown: 'nobody can say what is needed' } as const

/** One condition in a sentence; who may not see amounts is told of which it is alone. */
export function conditionText({ kind, state, thing, when, needed, found }: StartCondition, seesMoney: boolean): string {
  const what = when === '' ? thing : `${thing} (${when})`
  return kind === 'funds' && !seesMoney ? `${what}: ${fundsWords[state]}` : `${what}: found ${figureText(found)}, needed ${figureText(needed)}`
}
