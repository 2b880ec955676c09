import type { AppSecret } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { FormDialog } from '../../wire/index.ts'
import { CodeField } from './CodeField.tsx'
import { QrPicture } from './QrPicture.tsx'

/** Adds an authenticator app: scan or type the secret, then show with a code that it arrived. */
export function AddApp({ secret, onConfirm, onClose }: { readonly secret: AppSecret; onConfirm(code: string): Promise<Result<unknown, Problem>>; onClose(): void }) {
  const [code, setCode] = useState('')
  return (
    <FormDialog title="Add an authenticator app" subtitle="Any app for one-time codes will do." act="Add the app" onSubmit={() => onConfirm(code.trim())} onClose={onClose}>
      <div className="flex flex-wrap items-center gap-6">
        <QrPicture text={secret.address} label="Picture to scan with the authenticator app" />
        <div className="max-w-64">
          <p>Scan the picture with the app, or type this secret into it:</p>
          <p className="figures mt-2 text-form font-medium break-all select-all">{secret.secret.match(/.{1,4}/g)?.join(' ')}</p>
        </div>
      </div>
      <CodeField value={code} onChange={setCode} hint="The six digits that the app shows now." />
    </FormDialog>
  )
}
