import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'

/** An address to be given to somebody else: it is read, selected as a whole, and copied by one button. */
export function CopiedField({ label, hint, value }: { readonly label: string; readonly hint?: string; readonly value: string }) {
  const [copied, setCopied] = useState(false)
  const copy = () => navigator.clipboard.writeText(value).then(() => setCopied(true), () => setCopied(false))
  return (
    <div className="grid gap-1">
      <div className="flex items-end gap-2">
        <TextField className="grow" label={label} readOnly value={value} onChange={() => undefined} onFocus={(event) => event.currentTarget.select()} />
        <Button icon={copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />} aria-label={`${copied ? 'Copied' : 'Copy'}: ${label}`} onClick={() => void copy()}>{copied ? 'Copied' : 'Copy'}</Button>
      </div>
      {hint && <p className="quiet">{hint}</p>}
    </div>
  )
}
