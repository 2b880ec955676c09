import { strategyRoutes, type AlignmentBasis, type AlignmentCounting } from '@throughline/contract/strategy'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { useRead } from '../../../wire/index.ts'
import { AlignmentPage, type AlignmentChoice } from './Page.tsx'
import { basisWords, countingWords } from './words.ts'

/** What is compared stands in the address, so that a link shows the same. */
export default function AlignmentRoute() {
  const session = useSignedIn()
  const seesMoney = allows(session, 'see_money')
  const [query, setQuery] = useAddressQuery()
  const choice = choiceOf(query, seesMoney)
  const { basis, counting, period } = choice
  return (
    <AlignmentPage
      reading={useRead(strategyRoutes.readAlignment, { query: { basis, counting, period } }, { enabled: session !== undefined })}
      choice={choice}
      seesMoney={seesMoney}
      onChoose={(change) => setQuery(change)}
    />
  )
}

function choiceOf(query: Readonly<Record<string, string>>, seesMoney: boolean): AlignmentChoice {
  const basis = (query['basis'] ?? '') in basisWords ? (query['basis'] as AlignmentBasis) : seesMoney ? 'money' : 'day'
  const counting = (query['counting'] ?? '') in countingWords ? (query['counting'] as AlignmentCounting) : 'all'
  return { basis, counting, period: /^(whole|to_come|(19|2[0-2])\d{2})$/.test(query['period'] ?? '') ? (query['period'] ?? '') : 'whole', unit: query['unit'] }
}
