import { strategyRoutes } from '@throughline/contract/strategy'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { IntakePage } from './Page.tsx'

export const prepare = readAhead(strategyRoutes.readIntake, {})

/** What the strategy was read from. Document, passage and objective that are looked at stand in the address. */
export default function IntakeRoute() {
  const [session, past] = [useSignedIn(), isPast(useMoment())]
  const [query, setQuery] = useAddressQuery()
  const reading = useRead(strategyRoutes.readIntake, {})
  const answers = { answers: () => keyOf(strategyRoutes.readIntake, {}) }
  const [record, cite] = [useAct(strategyRoutes.recordSource, answers), useAct(strategyRoutes.citePassage, answers)]
  const [withdraw, review, answer] = [useAct(strategyRoutes.withdrawPassage, answers), useAct(strategyRoutes.reviewReading, answers), useAct(strategyRoutes.answerPoint, answers)]
  const sources = reading.state === 'full' ? reading.value.sources : []
  const id = (sources.find((one) => one.id === query['source']) ?? sources[0])?.id
  const text = useRead(strategyRoutes.readSource, { params: { id: id ?? '' } }, { enabled: id !== undefined })
  return (
    <IntakePage
      reading={reading} text={id === undefined ? undefined : text} looked={{ source: query['source'], passage: query['passage'], objective: query['objective'], of: query['of'] }}
      may={{ edit: allows(session, 'edit_strategy') && !past, decide: allows(session, 'decide') && !past }}
      acts={{ record: (body) => record.run({ body }), cite: (body) => cite.run({ body }), withdraw: ({ id: passage, version }) => withdraw.run({ params: { id: passage }, query: { version } }), review: (body) => review.run({ body }), answer: ({ id: point }, body) => answer.run({ params: { id: point }, body }) }}
      onLook={({ source, passage, objective, of }) => setQuery({ source, passage, objective, of })}
    />
  )
}
