import { peopleRoutes } from '@throughline/contract/people'
import { LoadingState } from '../../../ui/states/states.tsx'
import { useAct, useRead } from '../../../wire/index.ts'
import { ForgottenPage } from './Page.tsx'

/** Asks for a link to a new password. */
export default function Forgotten() {
  const setup = useRead(peopleRoutes.readSetup, {})
  const ask = useAct(peopleRoutes.forgetPassword)
  if (setup.state === 'loading') return <LoadingState what="this page" lines={3} />
  return <ForgottenPage mail={setup.state === 'full' && setup.value.mail} onAsk={(email) => ask.run({ body: { email } })} />
}
