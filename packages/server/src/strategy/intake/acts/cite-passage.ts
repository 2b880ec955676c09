import type { NewPassage } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { standsIn } from '@throughline/engine/strategy'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { readReadings } from '../readings.ts'
import { insertPassage, lockPassage, readSources, readText, takePassageAway } from '../store.ts'

type Refused = Refusal<'not_found' | 'passage_unsound' | 'passage_cited'>

/** Says that an objective rests on words of a source, which have to stand there word for word. What was confirmed of it lapses. */
export function citePassage(db: Db, actor: Actor, { objectiveId, sourceId, from, to, quote }: NewPassage, now: Date): Promise<Result<object, Refused>> {
  return writeAs<Result<object, Refused>>(db, actor, 'strategy.cite-passage', async (tx, record) => {
    const [source, text] = [(await readSources(tx)).find(({ id }) => id === sourceId), await readText(tx, sourceId)]
    if (!source || text === undefined) return refuse({ code: 'not_found', values: { what: 'source', id: sourceId } })
    const objective = (await readReadings(tx)).items.find((one) => one.objectiveId === objectiveId)
    if (!objective) return refuse({ code: 'not_found', values: { what: 'objective', id: objectiveId } })
    if (!standsIn(text, { from, to, quote })) return refuse({ code: 'passage_unsound', values: { found: brief(text.slice(from, to)), expected: quote, from, to, source: source.title } })
    const same = objective.cited.find((one) => one.source_id === sourceId && one.from_at === from && one.to_at === to)
    if (same) return refuse({ code: 'passage_cited', values: { name: objective.statement, source: source.title, by: same.cited_by, at: same.cited_at.slice(0, 10) } })
    const id = newId()
    await insertPassage(tx, { org_id: actor.orgId, id, objective_id: objectiveId, source_id: sourceId, from_at: from, to_at: to, quote, cited_at: now.toISOString(), cited_by: actor.name, cited_by_id: actor.accountId })
    await record({ room: 'strategy', kind: 'source_passage', id, before: null, after: { objective: objective.statement, source: source.title, from, to, quote } })
    return ok({})
  })
}

/** Says no longer that an objective rests on a passage. */
export function withdrawPassage(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Refusal<'not_found'>>> {
  return writeAs<Result<object, Refusal<'not_found'>>>(db, actor, 'strategy.withdraw-passage', async (tx, record) => {
    const passage = await lockPassage(tx, id)
    if (!passage) return refuse({ code: 'not_found', values: { what: 'passage', id } })
    const { objective_id: objectiveId, source_id: sourceId, from_at: from, to_at: to, quote } = passage
    await takePassageAway(tx, id, now.toISOString())
    await record({ room: 'strategy', kind: 'source_passage', id, before: { objectiveId, sourceId, from, to, quote }, after: null })
    return ok({})
  })
}

const brief = (words: string): string => (words.length > 120 ? `${words.slice(0, 119).toWellFormed()}…` : words.toWellFormed())
