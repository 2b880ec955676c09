import { lazy } from 'react'

export { entriesAddress, entriesUnder } from './ledger-address.ts'
export { attachEvidence, evidenceTaken, FileText, referencesTo } from './evidence/index.ts'

/** What the ledger has under one objective, read when it is shown. */
export const ValueUnder = lazy(() => import('./oversight/ValueUnder.tsx'))
