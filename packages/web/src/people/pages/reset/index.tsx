import { peopleRoutes } from '@throughline/contract/people'
import { useAct } from '../../../wire/index.ts'
import { useLinkSecret } from '../../link-secret.ts'
import { ResetPage } from './Page.tsx'

/** Sets a new password for who holds a link. */
export default function Reset() {
  const secret = useLinkSecret()
  const reset = useAct(peopleRoutes.resetPassword)
  return <ResetPage onReset={(password) => reset.run({ body: { secret, password } })} />
}
