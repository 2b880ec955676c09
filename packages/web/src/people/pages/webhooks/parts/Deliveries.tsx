import type { Webhook, WebhookDelivery } from '@throughline/contract/governance'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { Dialog } from '../../../../ui/overlays/Dialog.tsx'
import { Shown, type Reading } from '../../../../wire/index.ts'
import { deliveryWords, messageWords, webhookWords as words } from '../words.ts'

/** What a webhook was sent, and how far each message came. */
export function Deliveries({ webhook, log, onPing, onAgain, onClose }: { readonly webhook: Webhook; readonly log: Reading<readonly WebhookDelivery[]>; onPing(): void; onAgain(delivery: WebhookDelivery): void; onClose(): void }) {
  const format = useFormat()
  const foot = (
    <>
      {log.state === 'full' && <Button onClick={log.again}>{words.refresh}</Button>}
      <Button kind="primary" disabled={webhook.state !== 'on'} onClick={onPing}>{words.ping}</Button>
    </>
  )
  return (
    <Dialog open size="wide" title={words.logOf(webhook.name)} subtitle={words.logNote} onClose={onClose} foot={foot}>
      <Shown reading={log} what="deliveries" lines={5}>
        {(rows) => (
          <Table
            caption={words.logOf(webhook.name)}
            maxHeight={420}
            rows={rows}
            rowKey={({ id }) => id}
            empty={words.logEmpty}
            columns={[
              { key: 'kind', label: 'Message', cell: ({ kind, createdAt }) => <span className="grid"><span>{messageWords(kind)}</span><span className="quiet figures">{format.instant(createdAt)}</span></span> },
              { key: 'state', label: 'State', cell: ({ state }) => <StatusMark {...deliveryWords[state]} /> },
              { key: 'attempts', label: 'Attempts', numeric: true, cell: ({ attempts }) => format.number(attempts, 0) },
              { key: 'last', label: 'Last attempt', cell: ({ lastAt, lastStatus, lastWords, nextAt }) => <span className="grid"><span className="figures">{lastAt ? `${format.instant(lastAt)}${lastStatus === null ? '' : `, ${lastStatus}`}` : 'None yet'}</span>{lastWords && <span className="quiet">{lastWords}</span>}{nextAt && lastAt && <span className="quiet figures">Next {format.instant(nextAt)}</span>}</span> },
              { key: 'acts', label: 'Acts', cell: (delivery) => (delivery.state === 'waiting' ? null : <Button kind="quiet" aria-label={`${words.again}: ${messageWords(delivery.kind)}, ${format.instant(delivery.createdAt)}`} onClick={() => onAgain(delivery)}>{words.again}</Button>) },
            ]}
          />
        )}
      </Shown>
    </Dialog>
  )
}
