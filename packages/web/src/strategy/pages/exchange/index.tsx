import { strategyRoutes } from '@throughline/contract/strategy'
import { allows, useSignedIn } from '../../../people/index.ts'
import { isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { ExchangePage } from './Page.tsx'

export const prepare = readAhead(strategyRoutes.readExchange, {})

/** What goes between the strategy above and those of units. */
export default function ExchangeRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const answers = { answers: () => keyOf(strategyRoutes.readExchange, {}) }
  const [acknowledge, raise, answer] = [useAct(strategyRoutes.acknowledgeStrategy, answers), useAct(strategyRoutes.raiseSignal, answers), useAct(strategyRoutes.answerSignal, answers)]
  return (
    <ExchangePage
      reading={useRead(strategyRoutes.readExchange, {})}
      may={{ take: allows(session, 'take_part') && !past, answer: allows(session, 'edit_strategy') && !past }}
      acts={{
        acknowledge: (unitId, versionId, words) => acknowledge.run({ body: { unitId, versionId, words } }), raise: (body) => raise.run({ body }),
        answer: ({ id, version }, given) => answer.run({ params: { id }, body: { version, ...given } }),
      }}
    />
  )
}
