import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import type { DrawnAct, Writers } from './kinds.ts'

/** Obligations: written down, attested by the editor, verified by the owner, excepted and retired. */
export const complianceActs = ({ owner, editor }: Writers, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const standing = async () => (await owner.read(governanceRoutes.readObligations, {})).obligations.find(({ retired }) => retired === null)
  const cases = async () => (await owner.read(governanceRoutes.readComplianceCases, {})).cases
  const pair = async () => {
    const [obligation, [initiative]] = [await standing(), (await owner.read(demandRoutes.listInitiatives, { query: {} })).rows]
    return obligation && initiative && { obligationId: obligation.id, initiativeId: initiative.id }
  }
  return {
    'add an obligation': () => editor.call(governanceRoutes.addObligation, { body: { title: crypto.randomUUID(), source: word(), requirement: word(), evidence: word(), rule: [[{ attribute: 'state', operator: 'none_of', values: ['stopped'] }]], validMonths: 12, verifierIds: [owner.actor.accountId] } }),
    'change an obligation': async () => {
      const obligation = await standing()
      return obligation && editor.call(governanceRoutes.changeObligation, { params: { id: obligation.id }, body: { version: obligation.version, requirement: crypto.randomUUID(), rule: [] } })
    },
    'attest': async () => {
      const found = await pair()
      return found && editor.call(governanceRoutes.attest, { body: { ...found, control: word(), evidence: word(), reference: '', evidenceOn: '2026-01-05' } })
    },
    'judge what was attested': async () => {
      const attestation = (await cases()).flatMap(({ attestations }) => attestations).find(({ state, by }) => state === 'attested' && by.id === editor.actor.accountId)
      return attestation && owner.call(governanceRoutes.judgeAttestation, { params: { id: attestation.id }, body: { version: attestation.version, verdict: 'verified', words: word() } })
    },
    'grant an exception': async () => {
      const found = await pair()
      return found && owner.call(governanceRoutes.grantException, { body: { ...found, reason: word(), compensation: word(), ...inTheWeek() } })
    },
    'end an exception': async () => {
      const exception = (await cases()).flatMap(({ exceptions }) => exceptions).find(({ ended }) => ended === null)
      return exception && owner.call(governanceRoutes.endException, { params: { id: exception.id }, body: { version: exception.version, reason: word() } })
    },
    'retire an obligation': async () => {
      const obligation = await standing()
      return obligation && owner.call(governanceRoutes.retireObligation, { params: { id: obligation.id }, body: { version: obligation.version, reason: word() } })
    },
  }
}

/** An exception from today on for a week: one is granted for a while alone. */
const inTheWeek = () => {
  const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
  return { fromOn: day(0), expiresOn: day(7) }
}
