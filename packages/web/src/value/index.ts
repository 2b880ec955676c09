export { attachEvidence, evidenceTaken, FileText, referencesTo } from './evidence/index.ts'
