export { continueFrom, sealAct } from './seal.ts'
export { keepEvidence, noteWrong } from './keep.ts'
export type { ChainHeadTable, ChainLinkTable, ChainMarkTable } from './tables.ts'
export { countRows, readChainHead, readChainedTables, readLinkFaults, readLinkHash, readRowFaults, takeTheTime, type ChainHead, type LinkFault, type RowFault } from './faults.ts'
