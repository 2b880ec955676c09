import { countFindings, opinionOf, registerFindings, usualRules, type FindingCounts, type OpinionClass, type RegisterFacts, type RegisterFinding, type RiskRules } from '@throughline/engine/governance'
import type { Explained } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import { readOrganisation } from '../../people/index.ts'
import { readTiers } from '../conformance/index.ts'
import type { KeptRegister, RiskAssuranceSources } from './sources.ts'
import { readRules } from './store.ts'

/** A register with what the tests say of it. */
export type Judged = { readonly facts: RegisterFacts; readonly findings: readonly RegisterFinding[]; readonly counts: FindingCounts; readonly opinion: Explained<OpinionClass> }
const nothing: KeptRegister = { risks: [], issues: [], contingency: null, drawdowns: [] }

/** What every register is judged by, and how. */
export async function readJudge(tx: Tx, today: string, only?: string): Promise<{ readonly rules: RiskRules; readonly version: number | null; judge(initiativeId: string, kept: KeptRegister | undefined): Judged }> {
  const [stored, tiers, { currency }] = [await readRules(tx), await readTiers(tx, today, only), await readOrganisation(tx)]
  const rules = stored ?? usualRules
  return {
    rules, version: stored?.version ?? null,
    judge: (id, kept = nothing) => {
      const facts: RegisterFacts = { today, currency, tier: tiers.get(id) ?? 'full', ...kept }
      const findings = registerFindings(facts, rules)
      return { facts, findings, counts: countFindings(findings), opinion: opinionOf(facts, rules, findings) }
    },
  }
}

/** One initiative's register as of a day. */
export const judgeRegister = async (tx: Tx, sources: Pick<RiskAssuranceSources, 'readRegisters'>, initiativeId: string, today: string) => {
  const judge = await readJudge(tx, today, initiativeId)
  return { ...judge.judge(initiativeId, (await sources.readRegisters(tx, initiativeId)).get(initiativeId)), rules: judge.rules }
}
