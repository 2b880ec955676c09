import { peopleRoutes } from '@throughline/contract/people'
import { LoadingState } from '../../../ui/states/states.tsx'
import { useAct, useRead } from '../../../wire/index.ts'
import { useSignedIn } from '../../session.ts'
import { SignOnPage } from './Page.tsx'

/** Identity providers, arranged by who gives access. */
export default function SignOn() {
  const session = useSignedIn()
  const canAdminister = session?.can.administer ?? false
  const providers = useRead(peopleRoutes.listSignOnProviders, {}, { enabled: canAdminister })
  const add = useAct(peopleRoutes.addSignOnProvider)
  const change = useAct(peopleRoutes.changeSignOnProvider)
  const remove = useAct(peopleRoutes.removeSignOnProvider)
  if (!session) return <LoadingState what="single sign-on" />
  return (
    <SignOnPage
      providers={providers}
      canAdminister={canAdminister}
      origin={window.location.origin}
      onAdd={(body) => add.run({ body })}
      onChange={({ id, version }, { id: _, protocol: __, ...after }) => change.run({ params: { id }, body: { version, ...after } })}
      onRemove={({ id }) => remove.run({ params: { id } })}
    />
  )
}
