import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { ContributionChange } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import type { Static } from 'typebox'
import { newId, writeAs, type Actor, type Db } from '../../database/index.ts'
import type { InitiativeSource } from '../initiative-source.ts'
import { closeContribution, insertContributions, lockStrategy } from '../write-store.ts'

type Missing = Refusal<'not_found' | 'version_moved'>

/** Says how an initiative serves an objective, or that it does not any more (null); what was said before is kept. */
export function changeContribution(db: Db, actor: Actor, given: Static<typeof ContributionChange>, now: Date, { readInitiative }: InitiativeSource): Promise<Result<object, Missing>> {
  return writeAs<Result<object, Missing>>(db, actor, 'strategy.change-contribution', async (tx, record) => {
    const { objectives } = await lockStrategy(tx, actor.orgId)
    const { initiativeId, objectiveId, contribution } = given
    if (!objectives.some((row) => row.id === objectiveId)) return refuse({ code: 'not_found', values: { what: 'objective', id: objectiveId } })
    if (!(await readInitiative(tx, initiativeId))) return refuse({ code: 'not_found', values: { what: 'initiative', id: initiativeId } })
    const at = now.toISOString()
    const earlier = await closeContribution(tx, { initiativeId, objectiveId }, at)
    const found = earlier ? Number(earlier.contribution) : null
    if (given.seen !== undefined && given.seen !== found) return refuse({ code: 'version_moved', values: { what: 'contribution', id: initiativeId, by: earlier?.recorded_by ?? 'someone', found: given.seen ?? 'none', expected: found ?? 'none' } })
    if (!earlier && contribution === null) return refuse({ code: 'not_found', values: { what: 'contribution', id: initiativeId } })
    const rationale = given.rationale ?? earlier?.rationale ?? ''
    if (contribution !== null)
      await insertContributions(tx, [{ org_id: actor.orgId, id: newId(), initiative_id: initiativeId, objective_id: objectiveId, contribution: String(contribution), rationale, origin: 'entered', recorded_at: at, recorded_by: actor.name }])
    const before = earlier ? { objectiveId, contribution: Number(earlier.contribution), rationale: earlier.rationale } : null
    await record({ room: 'strategy', kind: 'contribution', id: initiativeId, before, after: contribution === null ? null : { objectiveId, contribution, rationale } })
    return ok({})
  })
}
