import { strategyProblems, type LoadedDefinitions, type NewDefinition } from '@throughline/contract/strategy'
import { wordsOf, type Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { lockStrategy } from '../../write-store.ts'
import { undefinable } from '../refusals.ts'
import { insertDefinitions, readDefinitions, type StoredDefinition } from '../store.ts'
import type { MeasureDefinitionTable } from '../tables.ts'
import { columnsOf } from './keep-definition.ts'

type Known = Refusal<'definitions_known'>

/** Adds many definitions in one act; each that cannot stand beside those before it is named with the reason, and the others are added. */
export function loadDefinitions(db: Db, actor: Actor, given: readonly NewDefinition[], origin: MeasureDefinitionTable['origin']): Promise<Result<Omit<LoadedDefinitions, 'library'>, Known>> {
  return writeAs<Result<Omit<LoadedDefinitions, 'library'>, Known>>(db, actor, 'strategy.load-definitions', async (tx, record) => {
    const stored = await lockStrategy(tx, actor.orgId)
    const known = [...(await readDefinitions(tx))]
    const added: StoredDefinition[] = []
    const skipped: LoadedDefinitions['skipped'] = []
    for (const one of given) {
      // What was retired once is not brought back by loading it again.
      const wrong = undefinable(one, origin === 'starter' ? known.map((row) => ({ ...row, retired_at: null })) : known, stored)
      if (wrong) {
        skipped.push({ name: one.name, words: wordsOf(strategyProblems[wrong.refusal.code], wrong.refusal.values) })
        continue
      }
      const row: StoredDefinition = { ...columnsOf(one), org_id: actor.orgId, id: newId(), version: 1, origin, retired_at: null, retired_by: null, retired_because: null }
      known.push(row)
      added.push(row)
    }
    if (added.length === 0) return refuse({ code: 'definitions_known', values: { found: given.length, why: skipped[0]?.words ?? '' } })
    await insertDefinitions(tx, added)
    await record(...added.map(({ id, content }) => ({ room: 'strategy', kind: 'measure_definition', id, before: null, after: content })))
    return ok({ added: added.length, skipped })
  })
}
