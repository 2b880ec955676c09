export { conditionText, isGated, isInForce, whyNotStarted } from './gate.ts'
export { readinessOf, type Starting } from './readiness.ts'
export { readCrews, readExceptions, readGate, type CommittedLine, type KeptCrewLine, type StoredCrew, type StoredException, type StoredGate } from './store.ts'
export { amountText, unitText } from './words.ts'
