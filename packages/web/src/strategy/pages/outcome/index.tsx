import { strategyRoutes } from '@throughline/contract/strategy'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { OutcomePage } from './Page.tsx'

/** What is claimed stands in the address, so that a link shows the same. */
export default function OutcomeRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const [query, setQuery] = useAddressQuery()
  const claim = claimOf(query['claim'])
  const [judge, judgeAll, preview] = [useAct(strategyRoutes.judgeOutcome), useAct(strategyRoutes.judgeOutcomes), useAct(strategyRoutes.previewJudgements, { staleRoom: 'nothing' })]
  return (
    <OutcomePage
      reading={useRead(strategyRoutes.readOutcome, { query: claim === undefined ? {} : { claim } })}
      canJudge={allows(session, 'edit_strategy') && !past}
      claim={claim}
      onClaim={(share) => setQuery({ claim: share === undefined ? undefined : String(share) })}
      acts={{
        judge: ({ id }, body) => judge.run({ params: { id }, body }),
        preview: (bytes, fileName) => preview.run({ query: { fileName }, body: bytes }),
        judgeAll: (rows) => judgeAll.run({ body: { rows: rows.map(({ initiativeId, intent, goal, judge: by, stated, seen }) => ({ initiativeId, intent, goal, seen, ...(by === null ? {} : { judge: by }), ...(stated === null ? {} : { stated }) })) } }),
      }}
    />
  )
}

/** A share from 0 to 1, or nothing where the address says none. */
function claimOf(text: string | undefined): number | undefined {
  const share = text === undefined || text.trim() === '' ? Number.NaN : Number(text)
  return share >= 0 && share <= 1 ? share : undefined
}
