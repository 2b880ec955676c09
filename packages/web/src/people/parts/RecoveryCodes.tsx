import { Check, Copy, Download } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/controls/Button.tsx'
import { Dialog } from '../../ui/overlays/Dialog.tsx'

/** Recovery codes, once: to be kept where they outlive the phone. */
export function RecoveryCodes({ codes, onClose }: { readonly codes: readonly string[]; onClose(): void }) {
  const [copied, setCopied] = useState(false)
  const text = `Throughline recovery codes, each works once\n\n${codes.join('\n')}\n`
  return (
    <Dialog open title="Keep these recovery codes" subtitle="They are shown only this once. Each signs you in once, if your device is lost." onClose={onClose} foot={<Button kind="primary" onClick={onClose}>I have kept them</Button>}>
      <ul className="figures grid grid-cols-2 gap-x-6 gap-y-1 rounded-node border border-border bg-sunken p-4 text-form" aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button icon={copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />} data-focus-first="" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true), () => setCopied(false))}>
          {copied ? 'Copied' : 'Copy'}
        </Button>
        <Button icon={<Download aria-hidden="true" />} onClick={() => save(text)}>
          Save as a file
        </Button>
      </div>
      <p className="quiet mt-3" aria-live="polite">{copied ? 'Copied to the clipboard.' : 'A password manager or a sheet of paper in a drawer is a good place.'}</p>
    </Dialog>
  )
}

function save(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: 'throughline-recovery-codes.txt' })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 0)
}
