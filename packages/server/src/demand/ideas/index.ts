import type { InitiativeDetail } from '@throughline/contract/demand'
import { creditOf } from '@throughline/engine/demand'
import type { Tx } from '../../database/index.ts'
import type { RoomSubjects } from '../../governance/index.ts'
import { experimentsOf, plansOf } from '../innovation/store.ts'
import { asCredited } from './credited.ts'
import { ideasBehind, namesOfIdeas, readIdeas } from './store.ts'
import './tables.ts'

export { ideaHandlers } from './handlers.ts'
export { ideaMigrations } from './migrations.ts'

/** Ideas can be talked about and followed; what became an initiative has the history of its idea. */
export const ideaSubjects: Required<Pick<RoomSubjects, 'kinds' | 'parts'>> = {
  kinds: { idea: async (tx, ids) => (await namesOfIdeas(tx, ids)).map(({ id, title }) => ({ id, name: title, place: `/demand/ideas?idea=${id}` })) },
  parts: {
    idea: async (tx, id) => [{ room: 'demand', kind: 'experiment', ids: await experimentsOf(tx, id) }],
    initiative: async (tx, id) => {
      const ideas = await ideasBehind(tx, id)
      const experiments = (await Promise.all(ideas.map((one) => experimentsOf(tx, one)))).flat()
      return [{ room: 'demand', kind: 'idea', ids: ideas }, { room: 'demand', kind: 'experiment', ids: experiments }, { room: 'demand', kind: 'change_plan', ids: await plansOf(tx, id) }]
    },
  },
}

/** The idea that an initiative was, with everybody who is credited for it; null where it was none. */
export async function ideaBehind(tx: Tx, initiativeId: string): Promise<InitiativeDetail['idea']> {
  const [id] = await ideasBehind(tx, initiativeId)
  if (id === undefined) return null
  const all = await readIdeas(tx)
  const idea = all.find((one) => one.id === id)
  return idea ? { id, title: idea.title, credit: creditOf(asCredited(idea), all.map(asCredited)).map(({ submitter }) => submitter) } : null
}
