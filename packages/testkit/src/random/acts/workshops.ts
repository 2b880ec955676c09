import { peopleRoutes } from '@throughline/contract/people'
import { strategyRoutes } from '@throughline/contract/strategy'
import type { DrawnAct, Writers } from './kinds.ts'

/** Workshops on weights: the editor opens one and judges in it. */
export const workshopActs = ({ owner, editor }: Writers, word: () => string): Readonly<Record<string, DrawnAct>> => ({
  'open a workshop': async () => {
    const [{ objectives }, members] = [await owner.read(strategyRoutes.readStrategy, {}), await owner.read(peopleRoutes.listMembers, {})]
    const judge = members.find(({ role }) => role === 'editor')
    return judge && objectives.length > 1 ? editor.call(strategyRoutes.openWorkshop, { body: { title: word(), method: 'direct', judges: [judge.id] } }) : undefined
  },
  'judge in it': async () => {
    const item = (await editor.read(strategyRoutes.listWorkshops, {})).find(({ state, mine }) => state === 'open' && mine)
    if (!item) return undefined
    const { objectives } = await editor.read(strategyRoutes.readWorkshop, { params: { id: item.id } })
    return editor.call(strategyRoutes.handInJudgement, { params: { id: item.id }, body: { judgement: { values: objectives.map(({ key }, at) => ({ key, value: at + 1 })), pairs: [] } } })
  },
})
