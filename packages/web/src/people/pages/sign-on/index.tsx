import { peopleRoutes } from '@throughline/contract/people'
import { ok } from '@throughline/engine/kernel'
import { LoadingState } from '../../../ui/states/states.tsx'
import { useAct, useRead } from '../../../wire/index.ts'
import { useProof } from '../../proof.tsx'
import { useSignedIn } from '../../session.ts'
import { SignOnPage } from './Page.tsx'

/** As who the identity provider acts here. */
const serviceName = 'Provisioning'

/** Identity providers, arranged by who gives access. */
export default function SignOn() {
  const session = useSignedIn()
  const canAdminister = session?.can.administer ?? false
  const providers = useRead(peopleRoutes.listSignOnProviders, {}, { enabled: canAdminister })
  const add = useAct(peopleRoutes.addSignOnProvider)
  const change = useAct(peopleRoutes.changeSignOnProvider)
  const remove = useAct(peopleRoutes.removeSignOnProvider)
  const provisioning = useRead(peopleRoutes.readProvisioning, {}, { enabled: canAdminister })
  const changeProvisioning = useAct(peopleRoutes.changeProvisioning)
  const members = useRead(peopleRoutes.listMembers, {}, { enabled: canAdminister })
  const tokens = useRead(peopleRoutes.listTokens, { query: { whose: 'all' } }, { enabled: canAdminister })
  const addService = useAct(peopleRoutes.addService)
  const createToken = useAct(peopleRoutes.createToken)
  const revoke = useAct(peopleRoutes.revokeToken)
  const { proof, proven } = useProof()
  /** A token of the service that provisions; the service is added with its first token. */
  const tokenForProvisioning = async () => {
    const known = members.state === 'full' ? members.value.find(({ service, name }) => service && name === serviceName) : undefined
    const service = known ? ok(known) : await addService.run({ body: { name: serviceName, role: 'administrator' } })
    return service.ok ? createToken.run({ body: { name: serviceName, serviceId: service.value.id, may: ['provision'] } }) : service
  }
  if (!session) return <LoadingState what="single sign-on" />
  return (
    <SignOnPage
      providers={providers}
      canAdminister={canAdminister}
      origin={window.location.origin}
      provisioning={{
        provisioning,
        tokens: tokens.state === 'full' ? { ...tokens, value: tokens.value.filter(({ owner, may }) => owner.service && may.includes('provision')) } : tokens,
        onChange: (body) => proven(() => changeProvisioning.run({ body })),
        onCreateToken: () => proven(tokenForProvisioning),
        onRevoke: ({ id }) => revoke.run({ params: { id } }),
      }}
      proof={proof}
      onAdd={(body) => proven(() => add.run({ body }))}
      onChange={({ id = '', protocol: _, ...after }, version) => proven(() => change.run({ params: { id }, body: { version, ...after } }))}
      onRemove={({ id }) => remove.run({ params: { id } })}
    />
  )
}
