import { demandRoutes } from '@throughline/contract/demand'
import type { DrawnAct, Writers } from './kinds.ts'

const levels = { fit: 'high', value: 'high', ease: 'medium', urgency: 'low' } as const

/** Ideas: handed in by the editor, judged and answered by the owner; experiments on them, and plans of change. */
export const ideaActs = ({ owner, editor }: Writers, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const inState = async (...states: readonly string[]) => (await owner.read(demandRoutes.readIdeas, {})).ideas.find(({ state }) => states.includes(state))
  const innovation = () => owner.read(demandRoutes.readInnovation, {})
  const running = async () => (await innovation()).experiments.find(({ state }) => state === 'running')
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
    'take an idea to a case': () => decide('to_case', 'triaged'),
    'hand in an idea to try out': handIn,
    'judge an idea to try out': () => triage('new'),
    'try an idea out': () => decide('incubate', 'triaged'),
    'design an experiment': async () => {
      const idea = (await innovation()).tried.find(({ next }) => next !== null)
      return idea && editor.call(demandRoutes.designExperiment, { body: { ideaId: idea.idea.id, stage: idea.next ?? 'problem', hypothesis: word(), design: word(), threshold: word(), capMinor: '50000', dueOn: '2027-01-31' } })
    },
    'change a cap': async () => {
      const experiment = await running()
      return experiment && owner.call(demandRoutes.raiseCap, { params: { id: experiment.id }, body: { version: experiment.version, capMinor: '80000', reason: word() } })
    },
    'end an experiment': async () => {
      const experiment = await running()
      return experiment && editor.call(demandRoutes.endExperiment, { params: { id: experiment.id }, body: { version: experiment.version, result: 'refuted', costMinor: '60000', evidence: word() } })
    },
    'begin a plan of change': async () => {
      const { plans } = await innovation()
      const initiative = (await owner.read(demandRoutes.listInitiatives, { query: {} })).rows.find(({ id }) => plans.every((one) => one.initiative.id !== id))
      return initiative && editor.call(demandRoutes.beginChangePlan, { body: { initiativeId: initiative.id, template: 'adkar', ownerId: owner.actor.accountId } })
    },
    'complete a step': async () => {
      const plan = (await innovation()).plans.find(({ steps }) => steps.some(({ done }) => done === null))
      return plan && editor.call(demandRoutes.completeStep, { params: { id: plan.id }, body: { version: plan.version, step: plan.steps.findIndex(({ done }) => done === null) + 1, evidence: word() } })
    },
    'hand in another idea': handIn,
    'decline an idea': () => decide('decline', 'new'),
    'open an idea again': () => decide('reopen', 'declined'),
    'merge an idea': async () => {
      const [idea, into] = [await inState('new'), await inState('to_case')]
      return idea && into && owner.call(demandRoutes.mergeIdea, { params: { id: idea.id }, body: { version: idea.version, intoId: into.id, words: word() } })
    },
  }
}
