export { caseDocument, type CaseDocument, type DocumentTable } from './document.ts'
export { flowKindWords, readFlows, type FlowIssue, type GivenFlowLine, type GivenFlows } from './read-flows.ts'
export * from './word.ts'
