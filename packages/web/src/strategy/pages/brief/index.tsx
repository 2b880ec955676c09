import { strategyRoutes } from '@throughline/contract/strategy'
import { allows, useSignedIn } from '../../../people/index.ts'
import { isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { BriefPage } from './Page.tsx'

export const prepare = readAhead(strategyRoutes.readBrief, {})

/** The strategy in brief, for who is signed in. */
export default function BriefRoute() {
  const [session, past] = [useSignedIn(), isPast(useMoment())]
  const answers = { answers: () => keyOf(strategyRoutes.readBrief, {}) }
  const [open, answer] = [useAct(strategyRoutes.openBrief, answers), useAct(strategyRoutes.answerBrief, answers)]
  const may = allows(session, 'take_part') && !past
  return <BriefPage reading={useRead(strategyRoutes.readBrief, {})} acts={may ? { open: (edition) => open.run({ body: { edition } }), answer: (edition, no, choice) => answer.run({ body: { edition, no, choice } }) } : null} />
}
