import { webhookRoutes } from '@throughline/contract/governance'
import { useState } from 'react'
import { useProof } from '../../proof.tsx'
import { useSignedIn } from '../../session.ts'
import { LoadingState } from '../../../ui/states/states.tsx'
import { useAct, useRead } from '../../../wire/index.ts'
import { WebhooksPage } from './Page.tsx'

/** Webhooks; the log of one is read while it is open. */
export default function Webhooks() {
  const session = useSignedIn()
  const enabled = session?.can.administer ?? false
  const [logOf, setLogOf] = useState<string>()
  const webhooks = useRead(webhookRoutes.listWebhooks, {}, { enabled })
  const log = useRead(webhookRoutes.listDeliveries, { params: { id: logOf ?? '' } }, { enabled: enabled && logOf !== undefined })
  const add = useAct(webhookRoutes.addWebhook, { staleRoom: 'governance' })
  const change = useAct(webhookRoutes.changeWebhook, { staleRoom: 'governance' })
  const renew = useAct(webhookRoutes.renewWebhookSecret, { staleRoom: 'governance' })
  const remove = useAct(webhookRoutes.removeWebhook, { staleRoom: 'governance' })
  const ping = useAct(webhookRoutes.pingWebhook, { staleRoom: 'governance' })
  const again = useAct(webhookRoutes.deliverAgain, { staleRoom: 'governance' })
  const { proof, proven } = useProof()
  if (!session) return <LoadingState what="webhooks" />
  return (
    <WebhooksPage
      canAdminister={enabled}
      {...{ webhooks, log, logOf, proof }}
      onLog={setLogOf}
      onAdd={({ on: _on, kinds, ...entered }) => proven(() => add.run({ body: { ...entered, kinds: [...kinds] } }))}
      onChange={({ id, version }, { kinds, ...entered }) => proven(() => change.run({ params: { id }, body: { version, ...entered, kinds: [...kinds] } }))}
      onRenew={({ id, version }) => proven(() => renew.run({ params: { id }, body: { version } }))}
      onRemove={({ id, version }) => remove.run({ params: { id }, query: { version } })}
      onPing={({ id }) => void ping.run({ params: { id } })}
      onAgain={({ id }) => void again.run({ params: { id } })}
    />
  )
}
