import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { stakeholderClasses, sumOfSplit, wholeSplit } from '@throughline/engine/value'
import type { NewSplit, ValueRefusal } from '@throughline/contract/value'
import type { WireRefusal } from '@throughline/contract/wire'
import { writeAs, type Actor, type Db, type Record as Recorder, type Tx } from '../../../database/index.ts'
import { forgetSplit, keepSplit, lockSplit } from '../store.ts'

type Done = Promise<Result<object, ValueRefusal | WireRefusal>>

/** Says whom a benefit goes to; without any share, that nobody has said. The last word counts. */
export function splitBenefit(db: Db, actor: Actor, given: NewSplit): Done {
  return writeAs<Awaited<Done>>(db, actor, 'value.split-benefit', (tx, record) => divide({ tx, actor, record }, given))
}

/** Says it within an act. */
export async function divide({ tx, actor, record }: { readonly tx: Tx; readonly actor: Pick<Actor, 'orgId' | 'name'>; readonly record: Recorder }, { benefitId, shares: given, reason = '' }: NewSplit): Done {
  const found = await lockSplit(tx, benefitId)
  if (!found) return refuse({ code: 'benefit_unknown', values: { benefit: benefitId } })
  const sum = sumOfSplit(given)
  if (sum !== 0 && sum !== wholeSplit) return refuse({ code: 'split_not_whole', values: { benefit: found.benefit, found: `${sum / 10_000} %` } })
  const split = { shares: Object.fromEntries(stakeholderClasses.flatMap((one) => (given[one] ? [[one, given[one]]] : []))), reason: reason.trim(), by: actor.name }
  await (sum === 0 ? forgetSplit(tx, benefitId) : keepSplit(tx, actor.orgId, benefitId, split))
  await record({ room: 'value', kind: 'benefit', id: benefitId, before: found.split && { goesTo: found.split.shares, reason: found.split.reason }, after: sum === 0 ? null : { goesTo: split.shares, reason: split.reason } })
  return ok({})
}
