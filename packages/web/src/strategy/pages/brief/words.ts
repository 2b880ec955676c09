import type { BriefQuestion } from '@throughline/contract/strategy'
import { places } from '../../../format/index.ts'

export const briefWords = {
  title: 'The strategy in brief',
  note: 'What the strategy in force wants, and one to three questions on it. How you answer is told to nobody else.',
  noneTitle: 'Nothing was delivered to you',
  noneWhy: 'Who may change the strategy delivers the brief to those who take part. Once a goal changes, it comes again.',
} as const

/** What a question asks, in words. */
export function questionWords({ kind, about: { name } }: Pick<BriefQuestion, 'kind' | 'about'>): string {
  switch (kind) {
    case 'serves':
      return `Which objective does “${name}” serve most?`
    case 'measured':
      return `Which measure says that “${name}” is reached?`
    case 'benefit_waits':
      return `“${name}” ends later than planned: which benefit waits for it?`
    case 'initiative_waits':
      return `“${name}” ends later than planned: which initiative waits for it?`
  }
}

const kindOfRight = { serves: 'objective', measured: 'measure', benefit_waits: 'benefit', initiative_waits: 'initiative' } as const
/** Where the line of sight through what is right is shown. */
export const sightOfRight = ({ kind }: Pick<BriefQuestion, 'kind'>, id: string): string => places.sight(kindOfRight[kind], id)
