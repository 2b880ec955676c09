import { actSentences } from './acts.ts'
import { checkSentences } from './checks.ts'
import type { LedgerSentence } from './sentence.ts'
import { termsSentences } from './terms.ts'

export { plainFigures } from './plain-books.ts'
export { figuresOf } from './play-story.ts'
export { playLedger, type LedgerSentence } from './sentence.ts'
export { expectedFigures, storyOf, threeYears, type StoryFigures } from './three-years.ts'
/** Every sentence of the ledger. */
export const ledgerVocabulary: readonly LedgerSentence[] = [...termsSentences, ...actSentences, ...checkSentences]
