import { strategyRoutes } from '@throughline/contract/strategy'
import { fileReference, valueRoutes } from '@throughline/contract/value'
import type { DrawnAct, Drawing, Writers } from './kinds.ts'

/**
 * The ledger of a period that is over: a measure, a benefit on it, files as evidence, claims one by one and as a list, and the close. The
 * owner measures, verifies and closes, the editor promises and claims: done in this order all of it goes through, in another a rule refuses.
 */
export const ledgerActs = ({ owner, editor }: Writers, { one, on, row, word, minor }: Drawing): Readonly<Record<string, DrawnAct>> => {
  const register = () => owner.read(valueRoutes.readRegister, {})
  const benefit = () => register().then(({ benefits }) => one(benefits))
  const attach = (benefitId: string) => editor.call(valueRoutes.attachToBenefit, { params: { id: benefitId }, query: { fileName: 'minutes.txt' }, body: Buffer.from(word()) })
  const evidence = async () => `Minutes, ${fileReference(one((await owner.read(valueRoutes.listEvidence, { query: {} })).files)?.id ?? '')}`
  const period = '2025H1'
  return {
    'open a past period': () => owner.call(valueRoutes.openPeriods, { body: { periods: [{ code: period, from: '2025-01-01', to: '2025-07-01' }] } }),
    'register a measure': async () => on(owner.read(strategyRoutes.readStrategy, {}).then(({ measures }) => one(measures)), async (measure) => on(row(), ({ id }) =>
      owner.call(valueRoutes.registerMeasure, { body: { measureId: measure.id, unit: 'EUR.noncash', counterfactual: { method: 'frozen_baseline', level: 2 }, attribution: { method: 'contract', shares: [{ initiativeId: id, share: 900_000 }] } } }))),
    'add a benefit': async () => on(register().then(({ measures }) => one(measures)), ({ id, attribution }) =>
      editor.call(valueRoutes.addBenefit, { body: { name: word(), initiativeId: attribution?.shares[0]?.initiativeId ?? '', unit: 'EUR.noncash', measureId: id, ownerId: editor.actor.accountId } })),
    'say whom it goes to': async () => on(register().then(({ benefits }) => benefits[0]), ({ id }) => editor.call(valueRoutes.splitBenefit, { body: { benefitId: id, shares: { customers: 600_000, employees: 400_000 }, reason: 'The case' } })),
    'attach a file': async () => on(benefit(), ({ id }) => attach(id)),
    'promise a benefit': async () => on(benefit(), async ({ id }) => editor.call(valueRoutes.promiseBenefit, { body: { benefitId: id, lines: [{ period, amount: minor() }], evidence: await evidence() } })),
    'measure a period': async () => on(register().then(({ measures }) => one(measures)), async ({ id }) => {
      await editor.call(strategyRoutes.recordActual, { params: { id }, body: { on: '2025-06-30', value: minor() } })
      return owner.call(valueRoutes.measurePeriod, { body: { measureId: id, period, counterfactual: { method: 'frozen_baseline', value: '9002' }, source: 'survey', postHoc: true } })
    }),
    'claim early': async () => on(benefit(), async ({ id }) => editor.call(valueRoutes.claimBenefit, { body: { benefitId: id, period, amount: '70', upToCap: true, earlyEvidence: await evidence() } })),
    'claim a list': async () => on(benefit(), ({ id }) => editor.call(valueRoutes.claimBenefits, { body: { claims: ['5', '900000000', '10'].map((amount) => ({ benefitId: id, period, amount, earlyEvidence: 'Statistics' })) } })),
    'verify what is claimed': async () => {
      const waiting = async () => (await owner.read(valueRoutes.listWaiting, { query: { period } })).claims
      const [first] = await waiting()
      if (!first) return undefined
      await owner.call(valueRoutes.verifyClaim, { body: { benefitId: first.benefitId, period, amount: '1', version: first.version, sample: 'One day' } })
      const judgements = (await waiting()).map(({ benefitId, version, amount }) => ({ decision: 'verify' as const, benefitId, period, version, amount, sample: 'Ten days' }))
      return judgements.length > 0 ? owner.call(valueRoutes.judgeClaims, { body: { judgements } }) : undefined
    },
    'withdraw a file': async () => on(benefit(), async ({ id }) => {
      const file = await attach(id)
      return editor.call(valueRoutes.withdrawEvidence, { params: { id: (file.body as { readonly id: string }).id }, body: { reason: 'the wrong one' } })
    }),
    'close the past period': () => owner.call(valueRoutes.closePeriod, { body: { period } }),
  }
}
