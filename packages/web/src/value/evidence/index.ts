export { attachEvidence, evidenceTaken, referencesTo } from './attach.ts'
export { FileText } from './FileText.tsx'
