import { demandRoutes, type BusinessCase, type CaseChange, type CaseWorkbench } from '@throughline/contract/demand'
import { caseElements } from '@throughline/engine/demand'
import { strategyRoutes } from '@throughline/contract/strategy'
import type { DrawnAct, Writers } from './kinds.ts'

const said = 'It is said here in enough words.'

/** The business case of the first initiative that serves an objective: drafted, said and submitted by the editor, decided by the owner; and a draft that is put away. */
export const businessCaseActs = ({ owner, editor }: Writers): Readonly<Record<string, DrawnAct>> => {
  const initiativeId = async (): Promise<string | undefined> => {
    const [{ contributions, objectives }, { rows }] = [await owner.read(strategyRoutes.readStrategy, {}), await owner.read(demandRoutes.listInitiatives, { query: {} })]
    const standing = new Set(objectives.map(({ id }) => id))
    const served = contributions.find((one) => standing.has(one.objectiveId) && one.contribution > 0 && rows.some(({ id }) => id === one.initiative.id))
    return served?.initiative.id ?? rows[0]?.id
  }
  const onCase = async <T>(act: (id: string, bench: CaseWorkbench, shown: BusinessCase) => Promise<T>, state: BusinessCase['state'] = 'draft'): Promise<T | undefined> => {
    const id = await initiativeId()
    const bench = id === undefined ? undefined : await owner.read(demandRoutes.readBusinessCase, { params: { id } })
    return id !== undefined && bench?.shown?.state === state ? act(id, bench, bench.shown) : undefined
  }
  const draft = async () => {
    const id = await initiativeId()
    return id === undefined ? undefined : editor.call(demandRoutes.draftBusinessCase, { params: { id }, body: { framework: 'commercial' } })
  }
  const change = (more: (shown: BusinessCase) => Omit<CaseChange, 'version'>) => () => onCase((id, _, shown) => editor.call(demandRoutes.changeBusinessCase, { params: { id }, body: { version: shown.version, ...more(shown) } }))
  return {
    'begin a business case': draft,
    'give cash flow': () => onCase((id, _, shown) => {
      const option = shown.options.find(({ kind }) => kind === 'do_something')
      const year = shown.basis.presentYear
      return option ? editor.call(demandRoutes.setCaseFlows, { params: { id }, body: { version: shown.version, optionId: option.id, risks: [], lines: [
        { id: crypto.randomUUID(), name: 'Build', kind: 'capital_cost', amounts: [{ year, minor: '100000' }], range: { low: -10, high: 30 }, source: 'Estimate' }, { id: crypto.randomUUID(), name: 'Save', kind: 'cashable', amounts: [{ year: year + 1, minor: '300000' }], range: null, source: 'Estimate' },
      ] } }) : Promise.resolve(undefined)
    }),
    'say what a business case says': change(({ options }) => ({ words: Object.fromEntries(caseElements.filter(({ words }) => words).map(({ key }) => [key, said])), preferred: { optionId: options.find(({ kind }) => kind === 'do_something')?.id ?? null, reason: said } })),
    'submit a business case': () => onCase((id, _, shown) => editor.call(demandRoutes.submitBusinessCase, { params: { id }, body: { version: shown.version } })),
    'decide on a business case': () => onCase((id, _, shown) => owner.call(demandRoutes.decideBusinessCase, { params: { id }, body: { version: shown.version, outcome: 'returned', reason: said } }), 'submitted'),
    'begin a business case again': draft,
    'put a business case away': () => onCase((id, _, shown) => editor.call(demandRoutes.putAwayBusinessCase, { params: { id }, body: { version: shown.version } })),
  }
}
