import { peopleRoutes } from '@throughline/contract/people'
import { useAct } from '../../../wire/index.ts'
import { useSession } from '../../session.ts'
import { useChoices } from '../../start.ts'
import { FirstRunPage } from './Page.tsx'

/** The first run: the account while the installation needs its owner, then what to begin with. */
export default function FirstRun({ onBegun }: { onBegun(): void }) {
  const found = useSession()
  const setUp = useAct(peopleRoutes.setUp, { answers: peopleRoutes.readSession })
  if (found.state === 'signed_in') return <ChoiceStep organisation={found.session.organisation.name} onBegun={onBegun} />
  return <FirstRunPage step="account" onSetUp={(body) => setUp.run({ body })} />
}

function ChoiceStep({ organisation, onBegun }: { readonly organisation: string; onBegun(): void }) {
  return <FirstRunPage step="choice" organisation={organisation} choices={useChoices(onBegun)} />
}
