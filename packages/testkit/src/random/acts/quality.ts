import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes, type Deliverable, type DeliverableDetail } from '@throughline/contract/governance'
import type { DrawnAct, Writers } from './kinds.ts'

/** Deliverables: added, agreed upon, reviewed, rejected, made again, accepted with a condition, and opened again after an escape. The editor makes them, the owner judges. */
export const qualityActs = ({ owner, editor }: Writers): Readonly<Record<string, DrawnAct>> => {
  const list = async () => (await owner.read(governanceRoutes.readQuality, { query: {} })).deliverables
  const inState = async (...states: readonly Deliverable['state'][]): Promise<DeliverableDetail | undefined> => {
    const found = (await list()).find(({ state }) => states.includes(state))
    return found && owner.read(governanceRoutes.readDeliverable, { params: { id: found.id } })
  }
  const [on, words] = ['2026-02-02', 'What was seen']
  const add = async () => {
    const [[initiative], there] = [(await owner.read(demandRoutes.listInitiatives, { query: {} })).rows, await list()]
    const made = editor.actor.accountId
    return initiative && editor.call(governanceRoutes.addDeliverable, { body: { initiativeId: initiative.id, name: `Deliverable ${there.length + 1} of ${initiative.id}`, class: 'document', about: '', ownerId: made, authorIds: [made], dueOn: '2026-06-01', milestoneId: null, element: null, madeHours: 40, criteria: [{ code: 'C1', says: 'Complete', measuredBy: 'Reading', threshold: 'Nothing is missing' }] } })
  }
  const at = ({ id, version }: DeliverableDetail) => ({ params: { id }, version })
  const review = (found: DeliverableDetail, defects: readonly string[]) => {
    const { params, version } = at(found)
    return owner.call(governanceRoutes.recordQualityReview, { params, body: { version, method: 'peer', on, words, looked: ['C1'], defects: defects.map((said) => ({ criterion: 'C1', severity: 'minor' as const, words: said })), checked: found.defects.filter(({ state }) => state === 'corrected').map(({ id }) => ({ defectId: id, confirmed: true })) } })
  }
  return {
    'add a deliverable': add,
    'change a deliverable': async () => {
      const found = await inState('planned', 'agreed')
      return found && editor.call(governanceRoutes.changeDeliverable, { params: { id: found.id }, body: { version: found.version, dueOn: '2026-06-02' } })
    },
    'agree the criteria of a deliverable': async () => {
      const found = await inState('planned')
      return found && owner.call(governanceRoutes.agreeCriteria, { params: { id: found.id }, body: { version: found.version, on } })
    },
    'review a deliverable': async () => {
      const found = await inState('agreed')
      return found && review(found, ['A page is missing', 'A word is wrong'])
    },
    'reject a deliverable': async () => {
      const found = await inState('reviewed')
      return found && owner.call(governanceRoutes.decideAcceptance, { params: { id: found.id }, body: { version: found.version, decision: { outcome: 'rejected', on, words } } })
    },
    'dismiss a defect': async () => {
      const found = await inState('rejected')
      const defect = found?.defects.find(({ state }) => state === 'open')
      return found && defect && owner.call(governanceRoutes.dismissDefect, { params: { id: found.id, defectId: defect.id }, body: { version: found.version, words } })
    },
    'record rework': async () => {
      const found = await inState('rejected')
      return found && editor.call(governanceRoutes.recordRework, { params: { id: found.id }, body: { version: found.version, on, hours: 2.5, words, defectIds: found.defects.filter(({ state }) => state === 'open').map(({ id }) => id) } })
    },
    'review a deliverable again': async () => {
      const found = await inState('rejected')
      return found && review(found, ['Another word is wrong'])
    },
    ...afterReview({ owner, editor }, inState, { on, words, at }),
    'add another deliverable': add,
    'withdraw a deliverable': async () => {
      const found = await inState('planned')
      return found?.may.withdraw ? owner.call(governanceRoutes.withdrawDeliverable, { params: { id: found.id }, body: { version: found.version, words } }) : undefined
    },
  }
}

type Said = { readonly on: string; readonly words: string; readonly at: (found: DeliverableDetail) => { readonly params: { readonly id: string }; readonly version: number } }
/** What is done with what was reviewed. */
const afterReview = ({ owner, editor }: Writers, inState: (...states: readonly Deliverable['state'][]) => Promise<DeliverableDetail | undefined>, { on, words, at }: Said): Readonly<Record<string, DrawnAct>> => ({
  'accept a deliverable with a condition': async () => {
    const found = await inState('reviewed')
    if (!found) return undefined
    const { params, version } = at(found)
    return owner.call(governanceRoutes.decideAcceptance, { params, body: { version, decision: { outcome: 'accepted_with_conditions', on, words, conditions: [{ words, ownerId: editor.actor.accountId, dueOn: '2026-07-01', covers: found.defects.filter(({ state }) => state === 'open' || state === 'corrected').map(({ id }) => id) }] } } })
  },
  'meet a condition': async () => {
    const found = await inState('conditional')
    const condition = found?.decisions.flatMap(({ conditions }) => conditions).find(({ met }) => met === null)
    return found && condition && owner.call(governanceRoutes.meetCondition, { params: { id: found.id, conditionId: condition.id }, body: { version: found.version, words } })
  },
  'report a defect': async () => {
    const found = await inState('accepted', 'conditional')
    if (!found) return undefined
    const { params, version } = at(found)
    return owner.call(governanceRoutes.reportDefect, { params, body: { version, on, criterion: null, severity: 'major', words } })
  },
  'open a deliverable again': async () => {
    const found = await inState('accepted', 'conditional')
    return found?.may.reopen ? owner.call(governanceRoutes.reopenDeliverable, { params: { id: found.id }, body: { version: found.version, words } }) : undefined
  },
})
