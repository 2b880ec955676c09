import { actSentences } from './acts.ts'
import { checkSentences } from './checks.ts'
import type { LedgerSentence } from './sentence.ts'
import { termsSentences } from './terms.ts'

export { playLedger, type LedgerSentence } from './sentence.ts'
/** Every sentence of the ledger. */
export const ledgerVocabulary: readonly LedgerSentence[] = [...termsSentences, ...actSentences, ...checkSentences]
