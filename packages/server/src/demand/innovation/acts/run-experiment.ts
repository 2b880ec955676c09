import type { CapRaise, ExperimentEnd, NewExperiment } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { unprovedBefore } from '@throughline/engine/demand'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { elsewhere, noIdea } from '../../ideas/refusals.ts'
import { lockIdea } from '../../ideas/store.ts'
import { insertExperiment, lockExperiment, readExperiments, updateExperiment, type StoredExperiment } from '../store.ts'

type Undesigned = Refusal<'not_found' | 'idea_elsewhere' | 'stage_unproved'>
type Over = Refusal<'not_found' | 'version_moved' | 'experiment_over'>

/** Begins an experiment on an idea that is tried out; of a later stage only where those before are proved. */
export function designExperiment(db: Db, actor: Actor, { ideaId, stage, hypothesis, design, threshold, capMinor, dueOn }: NewExperiment, now: Date): Promise<Result<object, Undesigned>> {
  return writeAs<Result<object, Undesigned>>(db, actor, 'demand.design-experiment', async (tx, record) => {
    const idea = await lockIdea(tx, ideaId)
    if (!idea) return noIdea(ideaId)
    if (idea.state !== 'incubating') return elsewhere(idea.title, idea.state, ['incubating'])
    const before = unprovedBefore(stage, await readExperiments(tx, ideaId))
    if (before) return refuse({ code: 'stage_unproved', values: { title: idea.title, stage, before } })
    const [id, said] = [newId(), { hypothesis: hypothesis.trim(), design: design.trim(), threshold: threshold.trim() }]
    await insertExperiment(tx, { org_id: actor.orgId, id, idea_id: ideaId, stage, ...said, cap_minor: capMinor, due_on: dueOn, designed_by: actor.name, designed_at: now.toISOString() })
    await record({ room: 'demand', kind: 'experiment', id, before: null, after: { idea: idea.title, stage, ...said, capMinor, dueOn } })
    return ok({})
  })
}

/** Lets a running experiment cost more, or less, with the reason. */
export function raiseCap(db: Db, actor: Actor, id: string, { version, capMinor, reason }: CapRaise): Promise<Result<object, Over>> {
  return writeAs<Result<object, Over>>(db, actor, 'demand.raise-experiment-cap', async (tx, record) => {
    const found = await running(tx, id, version)
    if (!found.ok) return found
    await updateExperiment(tx, id, { cap_minor: capMinor })
    await record({ room: 'demand', kind: 'experiment', id, before: { capMinor: found.value.cap_minor }, after: { capMinor }, why: reason.trim() })
    return ok({})
  })
}

/** Says what an experiment showed, by which evidence, and what it did cost: no more than its cap, which is raised in the open. */
export function endExperiment(db: Db, actor: Actor, id: string, { version, result, costMinor, evidence }: ExperimentEnd, now: Date): Promise<Result<object, Over | Refusal<'bet_exceeded'>>> {
  return writeAs<Result<object, Over | Refusal<'bet_exceeded'>>>(db, actor, 'demand.end-experiment', async (tx, record) => {
    const found = await running(tx, id, version)
    if (!found.ok) return found
    if (BigInt(costMinor) > BigInt(found.value.cap_minor)) return refuse({ code: 'bet_exceeded', values: { hypothesis: found.value.hypothesis } })
    const words = evidence.trim()
    await updateExperiment(tx, id, { result, cost_minor: costMinor, evidence: { by: actor.name, at: now.toISOString(), words } })
    await record({ room: 'demand', kind: 'experiment', id, before: { result: null, costMinor: null }, after: { result, costMinor, evidence: words } })
    return ok({})
  })
}

async function running(tx: Tx, id: string, version: number): Promise<Result<StoredExperiment, Over>> {
  const stored = await lockExperiment(tx, id)
  if (!stored) return refuse({ code: 'not_found', values: { what: 'experiment', id } })
  if (stored.result !== null) return refuse({ code: 'experiment_over', values: { hypothesis: stored.hypothesis, found: stored.result } })
  return expectVersion(tx, stored, { room: 'demand', kind: 'experiment', id, version })
}
