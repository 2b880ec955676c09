import type { InitiativeFacts } from '@throughline/engine/demand'
import type { QuestionFacts } from '@throughline/engine/strategy'
import type { Tx } from '../../database/index.ts'
import type { InitiativeSource } from '../initiative-source.ts'
import type { Edge, SightSource } from '../sight/source.ts'
import { measureRows, type StoredStrategy } from '../store.ts'

/** What questions are drawn from: how initiatives serve objectives, what these are measured by, and what waits for what. */
export async function readQuestionFacts(tx: Tx, { objectives, contributions, measures, measureLinks }: StoredStrategy, initiatives: readonly InitiativeFacts[], { readTies }: InitiativeSource, sight: SightSource): Promise<QuestionFacts> {
  const ids = initiatives.map(({ id }) => id)
  const { benefits } = await sight.standing(tx)
  const benefitIds = benefits.map(({ id }) => id)
  const changes = await changesFrom(tx, ids, sight)
  const changeIds = [...new Set(changes.map(({ to }) => to))]
  const needed = (await readTies(tx)).dependencies.map(({ fromId, toId }): Edge => ({ from: toId, to: fromId }))
  return {
    objectives: objectives.map(({ id, statement: name }) => ({ id, name })),
    initiatives: initiatives.map(({ id, name }) => ({ id, name })),
    contributions: contributions.map((row) => ({ initiativeId: row.initiative_id, objectiveId: row.objective_id, contribution: Number(row.contribution) })),
    measures: measureRows(measures, measureLinks).map(({ id, name, objective_id: objectiveId }) => ({ id, name, objectiveId })),
    benefits: benefits.map(({ id, name }) => ({ id, name })),
    waits: [...benefits.map(({ id, initiativeId }) => ({ from: initiativeId, to: id })), ...changes, ...(await sight.benefitsOfChanges(tx, { from: changeIds })), ...(await sight.benefitsToBenefits(tx, { from: benefitIds })), ...needed],
  }
}

/** Steps from initiatives to changes, and from these to others, as far as they lead. */
async function changesFrom(tx: Tx, initiativeIds: readonly string[], sight: SightSource): Promise<readonly Edge[]> {
  const edges = [...(await sight.changesOfInitiatives(tx, { from: initiativeIds }))]
  const seen = new Set<string>()
  for (let open = edges.map(({ to }) => to); open.length > 0; ) {
    for (const id of open) seen.add(id)
    const next = await sight.changesToChanges(tx, { from: open })
    edges.push(...next)
    open = [...new Set(next.map(({ to }) => to))].filter((id) => !seen.has(id))
  }
  return edges
}
