import type { NewCitation } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { readDecisions } from '../../../governance/index.ts'
import { lockOrganisation } from '../../../people/index.ts'
import { readCitable } from '../citable.ts'
import { insertCitation, readCitations, takeCitationAway } from '../store.ts'

type Uncited = Refusal<'not_found' | 'decision_tagged'>

/** Says which objective was a reason of a decision, once for each objective: the decision itself stays as it was taken. */
export function citeObjective(db: Db, actor: Actor, { decisionId, key, how = '' }: NewCitation, now: Date): Promise<Result<object, Uncited>> {
  return writeAs<Result<object, Uncited>>(db, actor, 'strategy.cite-objective', async (tx, record) => {
    // One at a time, so that the second of two who cite the same is told of the first.
    await lockOrganisation(tx)
    const decision = (await readDecisions(tx)).find(({ id }) => id === decisionId)
    if (!decision) return refuse({ code: 'not_found', values: { what: 'decision', id: decisionId } })
    const objective = (await readCitable(tx, actor.orgId)).find((one) => one.key === key)
    if (!objective) return refuse({ code: 'not_found', values: { what: 'objective', id: key } })
    const same = (await readCitations(tx)).find((one) => one.decision_id === decisionId && one.objective_key === key)
    if (same) return refuse({ code: 'decision_tagged', values: { name: objective.statement, by: same.cited_by, at: same.cited_at.slice(0, 10) } })
    const [id, told] = [newId(), how.trim()]
    await insertCitation(tx, { org_id: actor.orgId, id, decision_id: decisionId, objective_key: key, statement: objective.statement, how: told, cited_at: now.toISOString(), cited_by: actor.name })
    await record({ room: 'strategy', kind: 'decision_objective', id, before: null, after: { decision: decision.question, objective: objective.statement, how: told } })
    return ok({})
  })
}

/** Takes away that an objective was a reason of a decision. */
export function withdrawCitation(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Refusal<'not_found'>>> {
  return writeAs<Result<object, Refusal<'not_found'>>>(db, actor, 'strategy.withdraw-citation', async (tx, record) => {
    await lockOrganisation(tx)
    const cited = (await readCitations(tx)).find((one) => one.id === id)
    if (!cited) return refuse({ code: 'not_found', values: { what: 'objective of a decision', id } })
    await takeCitationAway(tx, id, now.toISOString())
    await record({ room: 'strategy', kind: 'decision_objective', id, before: { decisionId: cited.decision_id, objective: cited.statement, how: cited.how }, after: null })
    return ok({})
  })
}
