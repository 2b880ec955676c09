import { valueRoutes } from '@throughline/contract/value'
import { classValueStages } from '@throughline/engine/value'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { StakeholdersPage } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(valueRoutes.readStakeholderValue, {})

/** Whom value goes to. Which stage is looked at stands in the address. */
export default function StakeholdersRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const [query, setQuery] = useAddressQuery()
  const split = useAct(valueRoutes.splitBenefit)
  return (
    <StakeholdersPage
      reading={useRead(valueRoutes.readStakeholderValue, {})}
      stage={classValueStages.find((one) => one === query['stage']) ?? 'claimed'}
      onStage={(stage) => setQuery({ stage })}
      canSay={allows(session, 'record_value') && !past}
      onSay={(body) => split.run({ body })}
    />
  )
}
