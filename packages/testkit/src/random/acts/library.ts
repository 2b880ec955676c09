import { strategyRoutes, type NewDefinition } from '@throughline/contract/strategy'
import type { DrawnAct, Writers } from './kinds.ts'

/** Definitions of measures, and what objectives are measured by. */
export const libraryActs = ({ owner, editor }: Writers, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const strategy = () => owner.read(strategyRoutes.readStrategy, {})
  const free = async () => (await owner.read(strategyRoutes.readLibrary, {})).definitions.find(({ retired, usedBy, direction }) => retired === null && usedBy.length === 0 && direction !== 'maintain' && direction !== 'range')
  const definition = (): NewDefinition => ({ name: crypto.randomUUID(), calculation: `${crypto.randomUUID()} ÷ days`, unit: 'count', direction: 'higher', aggregation: 'ratio', frequency: 'month', tellsOf: 'output', leading: true, perspective: null, meaning: word(), gamingRisk: word(), watch: '', source: '', patterns: [word()] })
  return {
    'load the starter library': () => editor.call(strategyRoutes.loadStarterLibrary, {}),
    'define a measure': () => editor.call(strategyRoutes.addDefinition, { body: definition() }),
    'load definitions': () => editor.call(strategyRoutes.importDefinitions, { body: { definitions: [definition(), definition()] } }),
    'change a definition': async () => {
      const one = await free()
      return one && editor.call(strategyRoutes.changeDefinition, { params: { id: one.id }, body: { version: one.version, meaning: word() } })
    },
    'measure by a definition': async () => {
      const [one, [objective]] = [await free(), (await strategy()).objectives]
      return one && objective && editor.call(strategyRoutes.chooseMeasure, { params: { id: objective.id }, body: { from: { kind: 'definition', id: one.id } } })
    },
    'link a measure': async () => {
      const { objectives, measures } = await strategy()
      const pair = measures.flatMap((measure) => objectives.filter(({ id }) => id !== measure.objectiveId && measure.alsoOf.every(({ objectiveId }) => objectiveId !== id)).map((objective) => ({ measure, objective })))[0]
      return pair && editor.call(strategyRoutes.chooseMeasure, { params: { id: pair.objective.id }, body: { from: { kind: 'measure', id: pair.measure.id } } })
    },
    'link it no longer': async () => {
      const link = (await strategy()).measures.flatMap(({ alsoOf }) => alsoOf)[0]
      return link && editor.call(strategyRoutes.unlinkMeasure, { params: { id: link.linkId }, query: { version: link.version } })
    },
    'retire a definition': async () => {
      const one = await free()
      return one && owner.call(strategyRoutes.retireDefinition, { params: { id: one.id }, body: { version: one.version, reason: word() } })
    },
  }
}
