export { checkCoherence, type Coherence } from './check.ts'
export * from './facts.ts'
export { coherenceRules, type CoherenceRule, type Finding, type Resolution, type Severity, type Witness, type WitnessKind } from './finding.ts'
export { acceptTension, contradictionRegister, type AcceptedTension, type AcceptRefusal, type RegisterEntry } from './register.ts'
