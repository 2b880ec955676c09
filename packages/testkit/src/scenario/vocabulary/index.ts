import type { Sentence } from '../sentence.ts'
import { answerSentences } from './answers.ts'
import { archiveSentences } from './archive.ts'
import { demandSentences } from './demand.ts'
import { discussionSentences } from './discussion.ts'
import { fieldSentences } from './fields.ts'
import { importSentences } from './imports.ts'
import { momentSentences } from './moments.ts'
import { peopleSentences } from './people.ts'
import { positionSentences } from './position.ts'
import { rightsSentences } from './rights.ts'
import { scenarioSentences } from './scenarios.ts'
import { sealSentences } from './seals.ts'
import { selectionSentences } from './selection.ts'
import { strategySentences } from './strategy.ts'
import { valueSentences } from './value.ts'

/** Every sentence that a scenario may use, by room. */
export const vocabulary: readonly Sentence[] = [...peopleSentences, ...rightsSentences, ...strategySentences, ...demandSentences, ...fieldSentences, ...importSentences, ...valueSentences, ...selectionSentences, ...scenarioSentences, ...positionSentences, ...momentSentences, ...discussionSentences, ...archiveSentences, ...sealSentences, ...answerSentences]
