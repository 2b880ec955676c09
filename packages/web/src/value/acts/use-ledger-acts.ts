import { valueRoutes } from '@throughline/contract/value'
import { useAct } from '../../wire/index.ts'

/** Every act of the ledger that people do, each as its route. */
export function useLedgerActs() {
  return {
    promise: useAct(valueRoutes.promiseBenefit).run, approve: useAct(valueRoutes.approveBenefit).run, forecast: useAct(valueRoutes.forecastBenefit).run, deliver: useAct(valueRoutes.deliverBenefit).run,
    measure: useAct(valueRoutes.measurePeriod).run, adjust: useAct(valueRoutes.adjustMeasurement).run, restate: useAct(valueRoutes.restateMeasurement).run,
    claim: useAct(valueRoutes.claimBenefit).run, verify: useAct(valueRoutes.verifyClaim).run, disallow: useAct(valueRoutes.disallowClaim).run, bank: useAct(valueRoutes.bankClaim).run, convert: useAct(valueRoutes.convertBenefit).run,
    transfer: useAct(valueRoutes.transferBenefit).run, writeOff: useAct(valueRoutes.writeOffBenefit).run, reverse: useAct(valueRoutes.reversePosting).run,
    addBenefit: useAct(valueRoutes.addBenefit).run, changeBenefit: useAct(valueRoutes.changeBenefit).run, adoption: useAct(valueRoutes.recordAdoption).run, circumstances: useAct(valueRoutes.recordCircumstances).run,
    registerMeasure: useAct(valueRoutes.registerMeasure).run, changeAgreement: useAct(valueRoutes.changeAgreement).run, reduction: useAct(valueRoutes.recordReduction).run, assist: useAct(valueRoutes.setAssist).run, line: useAct(valueRoutes.setReportingLines).run,
  }
}
export type LedgerActs = ReturnType<typeof useLedgerActs>
