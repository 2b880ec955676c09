import { createHash } from 'node:crypto'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { drawQuestions } from '@throughline/engine/strategy'
import { writeAs, type Actor, type Db } from '../../../database/index.ts'
import type { InitiativeSource } from '../../initiative-source.ts'
import type { SightSource } from '../../sight/source.ts'
import { readAudience } from '../audience.ts'
import { readQuestionFacts } from '../question-facts.ts'
import { keepOpened } from '../store.ts'
import { mine } from './mine.ts'

type Unopened = Refusal<'brief_outdated' | 'not_in_audience' | 'brief_opened'>

/** Opens one’s own brief: its questions are drawn now, of one’s own initiatives first, and stay as they are. The record says that it was opened; it names no answer. */
export function openBrief(db: Db, actor: Actor, edition: string, now: Date, source: InitiativeSource, sight: SightSource): Promise<Result<object, Unopened>> {
  return writeAs<Result<object, Unopened>>(db, actor, 'strategy.open-brief', async (tx, record) => {
    const found = await mine(tx, actor, edition)
    if (!found.ok) return found
    const { reader, goals } = found.value
    if (reader.opened_at !== null) return refuse({ code: 'brief_opened', values: { at: reader.opened_at.slice(0, 10) } })
    const all = await source.readInitiatives(tx)
    const current = all.filter((one) => one.current)
    const self = (await readAudience(tx, now, all)).find(({ accountId }) => accountId === actor.accountId)
    const ofUnits = current.filter(({ unitId }) => unitId !== null && self?.unitIds.includes(unitId)).map(({ id }) => id)
    const questions = drawQuestions(await readQuestionFacts(tx, goals.stored, current, source, sight), [self?.initiativeIds ?? [], ofUnits], seedOf(edition, actor.accountId))
    await keepOpened(tx, reader.id, questions)
    await record({ room: 'strategy', kind: 'brief', id: reader.brief_id, before: null, after: { opened: goals.version.no }, seenBy: [actor.accountId] })
    return ok({})
  })
}

/** The same person is asked the same of the same edition and facts. */
const seedOf = (edition: string, accountId: string): number => createHash('sha256').update(`${edition} ${accountId}`).digest().readUInt32BE(0)
