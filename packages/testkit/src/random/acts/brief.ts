import { demandRoutes } from '@throughline/contract/demand'
import { strategyRoutes } from '@throughline/contract/strategy'
import type { DrawnAct, Writers } from './kinds.ts'

/** The brief of the goals in force: delivered where there is something to ask, opened and answered by one of the readers. */
export const briefActs = ({ owner, editor }: Writers, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const edition = async () => (await editor.read(strategyRoutes.readBrief, {})).edition
  return {
    'deliver the brief': async () => {
      const { objectives } = await editor.read(strategyRoutes.readStrategy, {})
      for (const objective of objectives.slice(0, 2)) await editor.call(strategyRoutes.changeObjective, { params: { id: objective.id }, body: { version: objective.version, statement: `${word()} ${crypto.randomUUID()}` } })
      for (const { id } of (await owner.read(demandRoutes.listInitiatives, { query: {} })).rows) await editor.call(strategyRoutes.changeContribution, { body: { initiativeId: id, objectiveId: objectives[0]?.id ?? '', contribution: 1 } })
      return owner.call(strategyRoutes.deliverBrief, { body: { edition: await edition() } })
    },
    'open the brief': async () => editor.call(strategyRoutes.openBrief, { body: { edition: await edition() } }),
    'answer the brief': async () => {
      const brief = await editor.read(strategyRoutes.readBrief, {})
      const question = brief.questions.find(({ answer }) => answer === null)
      return question && editor.call(strategyRoutes.answerBrief, { body: { edition: brief.edition, no: question.no, choice: question.choices[0]?.id ?? '' } })
    },
  }
}
