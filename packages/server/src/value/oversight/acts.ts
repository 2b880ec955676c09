import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { NewCircumstances, ValueRefusal } from '@throughline/contract/value'
import type { WireRefusal } from '@throughline/contract/wire'
import type { Static } from 'typebox'
import { writeAs, type Actor, type Db } from '../../database/index.ts'
import { keepCircumstances, knowsBenefit } from './circumstances-store.ts'

/** Says of a benefit how it is claimed; the last word counts. */
export function recordCircumstances(db: Db, actor: Actor, { benefitId, ...said }: Static<typeof NewCircumstances>): Promise<Result<object, ValueRefusal | WireRefusal>> {
  return writeAs<Result<object, ValueRefusal | WireRefusal>>(db, actor, 'value.record-circumstances', async (tx, record) => {
    if (!(await knowsBenefit(tx, benefitId))) return refuse({ code: 'benefit_unknown', values: { benefit: benefitId } })
    await keepCircumstances(tx, { org_id: actor.orgId, benefit_id: benefitId, nature: said.nature, called_run_rate: said.calledRunRate, exchange_part: said.exchangePart ?? '0', price_basis: said.priceBasis.trim(), probability_on: said.probabilityOn, recorded_by: actor.name })
    await record({ room: 'value', kind: 'benefit', id: benefitId, before: null, after: said })
    return ok({})
  })
}
