import { demandRoutes, type CriteriaModel } from '@throughline/contract/demand'
import type { DrawnAct, Writers } from './kinds.ts'

/** The criteria model: drafted, said, weighed and judged by the editor, approved by the owner; and a draft that is put away. */
export const criteriaActs = ({ owner, editor }: Writers, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const studio = () => owner.read(demandRoutes.readCriteria, {})
  const onDraft = async <T>(act: (draft: CriteriaModel) => Promise<T>): Promise<T | undefined> => {
    const { shown } = await studio()
    return shown?.state === 'draft' ? act(shown) : undefined
  }
  const draft = () => editor.call(demandRoutes.draftCriteria, { body: { name: word() } })
  return {
    'begin criteria': draft,
    'say what criteria are': () => onDraft(({ id, version, note }) => editor.call(demandRoutes.changeCriteria, { params: { id }, body: {
      version, name: word(), note, gates: [{ id: crypto.randomUUID(), name: word(), before: 'approved', hurdles: [], leastScore: 40 }],
      criteria: [{ id: crypto.randomUUID(), name: word(), about: '', source: { kind: 'judged', measureId: null }, scale: { kind: 'points', unit: '', points: [{ at: 0, value: 0 }, { at: 10, value: 100 }] }, objectiveKeys: [] }],
    } })),
    'weigh criteria': () => onDraft(({ id, version, criteria: [criterion] }) => editor.call(demandRoutes.weighCriteria, { params: { id }, body: { version, method: 'direct', table: 'saaty_1980', values: criterion ? [{ id: criterion.id, value: 3 }] : [], pairs: [] } })),
    'judge by a criterion': async () => {
      const [{ shown }, { rows: [initiative] }] = [await studio(), await owner.read(demandRoutes.listInitiatives, { query: {} })]
      const criterion = shown?.criteria.find(({ source }) => source.kind === 'judged')
      return initiative && criterion && editor.call(demandRoutes.scoreInitiative, { body: { initiativeId: initiative.id, criterionId: criterion.id, raw: 7, rationale: word() } })
    },
    'approve criteria': () => onDraft(({ id, version }) => owner.call(demandRoutes.approveCriteria, { params: { id }, body: { version, reason: word() } })),
    'begin criteria again': draft,
    'put criteria away': () => onDraft(({ id, version }) => editor.call(demandRoutes.removeCriteria, { params: { id }, query: { version } })),
  }
}
