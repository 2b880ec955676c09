import { strategyRoutes } from '@throughline/contract/strategy'
import type { DrawnAct, Writers } from './kinds.ts'

/** What the strategy is read from: recorded and cited by the editor, reviewed by the owner. */
export const intakeActs = ({ owner, editor }: Writers, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const intake = () => owner.read(strategyRoutes.readIntake, {})
  const review = async (given: { readonly verdict: 'confirmed' } | { readonly verdict: 'questioned'; readonly point: string }) => {
    const reading = (await intake()).items.find(({ passages }) => passages.length > 0)
    return reading && owner.call(strategyRoutes.reviewReading, { body: { objectiveId: reading.objectiveId, of: reading.of, seen: reading.seen, ...given } })
  }
  return {
    'record a source': () => editor.call(strategyRoutes.recordSource, { body: { title: crypto.randomUUID(), issuedOn: '2026-01-05', text: `${crypto.randomUUID()} ${word()}` } }),
    'cite a passage': async () => {
      const { sources: [source], items: [reading] } = await intake()
      if (!source || !reading) return undefined
      const { id, text } = await owner.read(strategyRoutes.readSource, { params: { id: source.id } })
      return editor.call(strategyRoutes.citePassage, { body: { objectiveId: reading.objectiveId, sourceId: id, from: 0, to: 36, quote: text.slice(0, 36) } })
    },
    'question a reading': () => review({ verdict: 'questioned', point: word() }),
    'answer what is unclear': async () => {
      const { unclear: [point], items } = await intake()
      const passage = items.find(({ objectiveId }) => objectiveId === point?.objectiveId)?.passages[0]
      return point && editor.call(strategyRoutes.answerPoint, { params: { id: point.id }, body: { words: crypto.randomUUID(), passageId: passage?.id ?? null } })
    },
    'confirm a reading': () => review({ verdict: 'confirmed' }),
    'cite it no longer': async () => {
      const passage = (await intake()).items.flatMap(({ passages }) => passages)[0]
      return passage && editor.call(strategyRoutes.withdrawPassage, { params: { id: passage.id }, query: { version: passage.version } })
    },
  }
}
