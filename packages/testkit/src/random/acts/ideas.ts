import { demandRoutes } from '@throughline/contract/demand'
import type { DrawnAct, Writers } from './kinds.ts'

const levels = { fit: 'high', value: 'high', ease: 'medium', urgency: 'low' } as const

/** Ideas: handed in by the editor, judged and answered by the owner. */
export const ideaActs = ({ owner, editor }: Writers, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const inState = async (...states: readonly string[]) => (await owner.read(demandRoutes.readIdeas, {})).ideas.find(({ state }) => states.includes(state))
  const handIn = () => editor.call(demandRoutes.handInIdea, { body: { title: crypto.randomUUID(), problem: word(), source: 'customer', origin: word(), missing: word() } })
  const decide = async (outcome: 'incubate' | 'decline' | 'to_case' | 'reopen', ...states: readonly string[]) => {
    const idea = await inState(...states)
    return idea && owner.call(demandRoutes.decideIdea, { params: { id: idea.id }, body: { version: idea.version, outcome, words: word() } })
  }
  const triage = async (...states: readonly string[]) => {
    const idea = await inState(...states)
    return idea && owner.call(demandRoutes.triageIdea, { params: { id: idea.id }, body: { version: idea.version, levels, sponsorId: editor.actor.accountId } })
  }
  return {
    'hand in an idea': handIn,
    'change an idea': async () => {
      const idea = await inState('new')
      return idea && editor.call(demandRoutes.changeIdea, { params: { id: idea.id }, body: { version: idea.version, problem: crypto.randomUUID() } })
    },
    'judge an idea': () => triage('new'),
    'try an idea out': () => decide('incubate', 'triaged'),
    'take an idea to a case': () => decide('to_case', 'incubating', 'triaged'),
    'hand in another idea': handIn,
    'decline an idea': () => decide('decline', 'new'),
    'open an idea again': () => decide('reopen', 'declined'),
    'merge an idea': async () => {
      const [idea, into] = [await inState('new'), await inState('to_case')]
      return idea && into && owner.call(demandRoutes.mergeIdea, { params: { id: idea.id }, body: { version: idea.version, intoId: into.id, words: word() } })
    },
  }
}
