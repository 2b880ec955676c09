import type { LinkGiven } from '@throughline/contract/people'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '../../format/index.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { Dialog } from '../../ui/overlays/Dialog.tsx'

/** That a letter was sent, or the link to pass on where none could be: once. */
export function GivenLink({ to, given: { sent, link, expiresAt }, onClose }: { readonly to: string; readonly given: LinkGiven; onClose(): void }) {
  const format = useFormat()
  const [copied, setCopied] = useState(false)
  const address = `${location.origin}${link ?? ''}`
  if (sent)
    return (
      <Dialog open title="A letter is on its way" onClose={onClose} foot={<Button kind="primary" onClick={onClose}>Good</Button>}>
        <p>{to} gets a link by mail. It works once, until {format.instant(expiresAt)}.</p>
      </Dialog>
    )
  return (
    <Dialog open title="Pass this link on" subtitle="No letter was sent. It is shown only this once." onClose={onClose} foot={<Button kind="primary" onClick={onClose}>I have copied it</Button>}>
      <div className="flex items-end gap-2">
        <TextField className="grow" label={`Link for ${to}`} readOnly value={address} onChange={() => undefined} onFocus={(event) => event.currentTarget.select()} data-focus-first="" />
        <Button icon={copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />} onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true), () => setCopied(false))}>
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <p className="quiet mt-3" aria-live="polite">{copied ? 'Copied to the clipboard.' : `It works once, until ${format.instant(expiresAt)}. Give it to nobody else.`}</p>
    </Dialog>
  )
}
