export { entriesAddress } from './ledger-address.ts'
export { attachEvidence, evidenceTaken, FileText, referencesTo } from './evidence/index.ts'
