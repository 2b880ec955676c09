import { createHash } from 'node:crypto'
import { changesSince, readingText, type CitedReading, type ReadingSubject } from '@throughline/engine/strategy'
import type { Tx } from '../../database/index.ts'
import { nameOfVersion } from '../versions/policy.ts'
import { readNext, readOwnContent } from '../versions/store.ts'
import { readNumberInForce, readPassages, readStatements, readWords, statementsOf, type StoredPassage, type StoredWords } from './store.ts'

/** What an objective, the mission or the vision says and rests on, in the version in force or in the draft of the next. */
export type ReadingFacts = CitedReading & Omit<StoredWords, 'id'> & { readonly objectiveId: string; readonly about: ReadingSubject; readonly of: 'in_force' | 'draft'; readonly cited: readonly StoredPassage[] }
export type Readings = { readonly no: number; readonly draft: { readonly id: string; readonly title: string } | null; readonly items: readonly ReadingFacts[]; readonly passages: readonly StoredPassage[] }

/** Vision, mission and objectives in force, then those of the draft that are new or say something else: what says the same is one reading. */
export async function readReadings(tx: Tx): Promise<Readings> {
  const [words, passages, next, own] = [await readWords(tx), await readPassages(tx), await readNext(tx), await readStatements(tx)]
  const cited = Map.groupBy(passages, ({ objective_id }) => objective_id)
  const reading = (of: ReadingFacts['of'], { id: objectiveId, about = 'objective', ...said }: StoredWords & { readonly about?: ReadingSubject }): ReadingFacts => {
    const rests = cited.get(objectiveId) ?? []
    return { ...said, objectiveId, about, of, cited: rests, passages: rests.map(({ id }) => id) }
  }
  const inForce = [...(own?.said ?? []), ...words].map((one) => reading('in_force', one))
  const held = new Map(inForce.map((one) => [one.objectiveId, one]))
  const content = next && (await readOwnContent(tx, next.id))
  const names = new Map(content?.perspectives.map(({ id, name }) => [id, name]))
  const draftedOwn = own && content ? statementsOf(own.orgId, content) : []
  const drafted = [...draftedOwn.map((one) => reading('draft', one)), ...(content?.objectives ?? []).map(({ id, statement, description, perspectiveId, citations }) => reading('draft', { id, statement, description, perspective: names.get(perspectiveId) ?? '', references: citations.length }))]
  const others = drafted.filter((one) => {
    const before = held.get(one.objectiveId)
    return before === undefined || changesSince(before, one).length > 0
  })
  return { no: await readNumberInForce(tx), draft: next ? { id: next.id, title: nameOfVersion(next) } : null, items: [...inForce, ...others], passages }
}

/** Names what an objective says and cites. */
export const seenOf = (reading: CitedReading): string => createHash('sha256').update(readingText(reading)).digest('hex')
