import { strategyRoutes } from '@throughline/contract/strategy'
import { allows, useSignedIn } from '../../../people/index.ts'
import { isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { ValuesPage } from './Page.tsx'

export const prepare = readAhead(strategyRoutes.readValues, {})

/** What the organisation and its units stand for. */
export default function ValuesRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const answers = { answers: () => keyOf(strategyRoutes.readValues, {}) }
  const [add, change, retire] = [useAct(strategyRoutes.addValue, answers), useAct(strategyRoutes.changeValue, answers), useAct(strategyRoutes.retireValue, answers)]
  const [state, map, remove] = [useAct(strategyRoutes.stateUnitValue, answers), useAct(strategyRoutes.mapUnitValue, answers), useAct(strategyRoutes.removeUnitValue, answers)]
  const [tag, untag] = [useAct(strategyRoutes.tagDecision, answers), useAct(strategyRoutes.untagDecision, answers)]
  return (
    <ValuesPage
      reading={useRead(strategyRoutes.readValues, {})}
      may={{ take: allows(session, 'take_part') && !past, edit: allows(session, 'edit_strategy') && !past }}
      acts={{
        add: (body) => add.run({ body }), change: ({ id, version }, given) => change.run({ params: { id }, body: { version, ...given } }), retire: ({ id, version }, reason) => retire.run({ params: { id }, body: { version, reason } }),
        state: (body) => state.run({ body }), map: ({ id, version }, mapping) => map.run({ params: { id }, body: { version, mapping } }), remove: ({ id, version }) => remove.run({ params: { id }, query: { version } }),
        tag: (body) => tag.run({ body }), untag: ({ id, version }) => untag.run({ params: { id }, query: { version } }),
      }}
    />
  )
}
