import type { MyWork } from '@throughline/contract/strategy'
import type { Tx } from '../../database/index.ts'

/** What communication is told by the strategy: what somebody owns or works on, and what it contributes to. */
export type CommunicationSources = { readonly readWork: (tx: Tx, person: { readonly accountId: string; readonly name: string }, asked: { readonly now: Date; readonly told: boolean }) => Promise<MyWork> }
