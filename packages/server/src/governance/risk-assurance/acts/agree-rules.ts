import type { RiskRules } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { usualRules } from '@throughline/engine/governance'
import { ok, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { presentRules } from '../present.ts'
import { insertRules, readRules, updateRules } from '../store.ts'

type Kept = Result<object, Refusal<'not_found' | 'version_moved'>>

/** Agrees on what is asked of every register; what was asked before stays in the history. */
export function agreeRules(db: Db, actor: Actor, { version, ...rules }: RiskRules): Promise<Kept> {
  return writeAs<Kept>(db, actor, 'governance.agree-risk-rules', async (tx, record) => {
    const standing = await readRules(tx)
    const { version: _, ...before } = presentRules(standing ?? usualRules, null)
    // Whoever saw none while somebody else agreed on some did not see what holds.
    if (standing || version !== null) {
      const found = await expectVersion(tx, standing, { room: 'governance', kind: 'risk_rules', id: standing?.id ?? actor.orgId, version: version ?? 0 })
      if (!found.ok) return found
      await updateRules(tx, found.value.id, rules)
      await record({ room: 'governance', kind: 'risk_rules', id: found.value.id, before, after: rules })
      return ok({})
    }
    const id = newId()
    await insertRules(tx, { id, orgId: actor.orgId, rules })
    await record({ room: 'governance', kind: 'risk_rules', id, before, after: rules })
    return ok({})
  })
}
