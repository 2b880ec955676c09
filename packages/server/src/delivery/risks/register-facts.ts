import type { ContingencyFacts, Drawdown, IssueFacts } from '@throughline/engine/delivery'
import type { AssuredRisk } from '@throughline/engine/governance'
import type { Tx } from '../../database/index.ts'
import { drawdownOf, issueOf, readAllRisks, readContingencies, readDrawdowns, readEstimates, readIssues, readRisksOf, recordedOf, riskOf } from './store.ts'

/** A register as those are told of it who judge how it is kept. */
export type KeptRegister = { readonly risks: readonly AssuredRisk[]; readonly issues: readonly IssueFacts[]; readonly contingency: ContingencyFacts | null; readonly drawdowns: readonly Drawdown[] }

/** The registers of an initiative, or of all that have one, by initiative. */
export async function readRegisters(tx: Tx, only?: string): Promise<ReadonlyMap<string, KeptRegister>> {
  const rows = only === undefined ? await readAllRisks(tx) : await readRisksOf(tx, only)
  const estimates = Map.groupBy(await readEstimates(tx, only === undefined ? undefined : rows.map(({ id }) => id)), ({ risk_id }) => risk_id)
  const of = <R extends { readonly initiative_id: string }>(all: readonly R[]) => Map.groupBy(all, ({ initiative_id }) => initiative_id)
  const [risks, issues, contingencies, drawn] = [of(rows), of(await readIssues(tx, only)), of(await readContingencies(tx, only)), of(await readDrawdowns(tx, only))]
  return new Map([...new Set([...risks.keys(), ...issues.keys(), ...contingencies.keys()])].map((id) => {
    const [contingency] = contingencies.get(id) ?? []
    return [id, {
      risks: (risks.get(id) ?? []).map((row) => ({ ...riskOf(row), estimates: (estimates.get(row.id) ?? []).map(recordedOf) })), issues: (issues.get(id) ?? []).map(issueOf),
      contingency: contingency ? { agreedMinor: BigInt(contingency.agreed_minor), agreedOn: contingency.agreed_on } : null, drawdowns: (drawn.get(id) ?? []).map(drawdownOf),
    }]
  }))
}
