import { useState } from 'react'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import type { Outcome } from '../../../acts.ts'

/** A remark with sending or taking back. */
export function WithRemark({ title, act, subtitle, notYet, onSend, onClose }: { readonly title: string; readonly act: string; readonly subtitle: string; readonly notYet?: string | undefined; onSend(remark: string): Outcome; onClose(): void }) {
  const [remark, setRemark] = useState('')
  return <FormDialog {...{ title, act, subtitle, notYet, onClose }} onSubmit={() => onSend(remark.trim())}><TextArea label="What there is to say" maxLength={4000} data-focus-first="" value={remark} onChange={setRemark} /></FormDialog>
}
