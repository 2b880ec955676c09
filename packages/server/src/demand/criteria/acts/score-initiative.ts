import type { NewCriteriaScore } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { valueOf, type Criterion } from '@throughline/engine/demand'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { readInitiative } from '../../store/initiatives.ts'
import { insertScore, readModels, readScores } from '../store.ts'

type Unscored = Refusal<'not_found' | 'score_off_scale'>

/** Judges an initiative by a criterion that people judge, of the draft or of the version in force; the newest judgement holds. */
export function scoreInitiative(db: Db, actor: Actor, { initiativeId, criterionId, raw, rationale }: NewCriteriaScore, now: Date): Promise<Result<object, Unscored>> {
  return writeAs<Result<object, Unscored>>(db, actor, 'demand.score-initiative', async (tx, record) => {
    const initiative = await readInitiative(tx, initiativeId)
    if (!initiative) return refuse({ code: 'not_found', values: { what: 'initiative', id: initiativeId } })
    const criteria = (await readModels(tx)).filter(({ state }) => state !== 'superseded').flatMap(({ content }) => content.criteria).filter(({ id, source }) => id === criterionId && source.kind === 'judged')
    const [criterion] = criteria
    if (!criterion) return refuse({ code: 'not_found', values: { what: 'criterion that people judge', id: criterionId } })
    if (!criteria.some(({ scale }) => valueOf(scale, raw) !== undefined)) return refuse({ code: 'score_off_scale', values: { criterion: criterion.name, found: String(raw), expected: scaleWords(criterion) } })
    const before = (await readScores(tx, [initiativeId])).find((one) => one.criterion_id === criterionId)
    const id = newId()
    await insertScore(tx, { org_id: actor.orgId, id, initiative_id: initiativeId, criterion_id: criterionId, raw, rationale: rationale.trim(), judged_by: actor.name, judged_at: now.toISOString() })
    await record({ room: 'demand', kind: 'criteria_score', id, before: before ? { criterion: criterion.name, score: before.raw } : null, after: { initiative: initiative.name, criterion: criterion.name, score: raw }, why: rationale.trim() })
    return ok({})
  })
}

const scaleWords = ({ scale }: Criterion): string => (scale.kind === 'points' ? 'a number' : `one of ${scale.levels.map(({ name }) => name).join(', ')}`)
