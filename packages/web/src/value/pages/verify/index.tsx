import { valueRoutes } from '@throughline/contract/value'
import { useState } from 'react'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { judged, judgementsOf, type Judged } from './choice.ts'
import { VerifyPage } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(valueRoutes.listWaiting, {})

/** What waits for verification, of one period where the address names it. */
export default function VerifyRoute() {
  const session = useSignedIn()
  const moment = useMoment()
  const [{ period }] = useAddressQuery()
  const [last, setLast] = useState<Judged>()
  const waiting = useRead(valueRoutes.listWaiting, period ? { query: { period } } : {})
  const backlog = useRead(valueRoutes.readBacklog, {})
  const judge = useAct(valueRoutes.judgeClaims)
  return (
    <VerifyPage
      waiting={waiting}
      backlog={backlog.state === 'full' ? backlog.value : undefined}
      mayVerify={allows(session, 'verify_value') && !isPast(moment)}
      judged={last}
      onJudge={async (decision, claims, said) => {
        const done = await judge.run({ body: { judgements: judgementsOf(claims, decision, said) } })
        if (done.ok) setLast(judged(decision, claims, done.value))
        return done
      }}
      onDismiss={() => setLast(undefined)}
    />
  )
}
