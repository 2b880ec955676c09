import type { Charter, CharterSignature } from '@throughline/contract/governance'
import { useState } from 'react'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { Outcome } from '../../../outcome.ts'
import { charterWords } from '../words.ts'

/** Signs a charter until a day, or renews it: each criterion of what was signed before is shown to be met. */
export function SignCharter({ charter: { text, editions: [last] }, act, onClose }: { readonly charter: Charter; act(given: Omit<CharterSignature, 'version'>): Outcome; onClose(): void }) {
  const [expiresOn, setExpires] = useState('')
  const [words, setWords] = useState('')
  const [findings, setFindings] = useState((last?.criteria ?? []).map((criterion) => ({ criterion, met: false, evidence: '' })))
  const find = (at: number, change: Partial<(typeof findings)[number]>) => setFindings((all) => all.map((one, each) => (each === at ? { ...one, ...change } : one)))
  const unshown = findings.find(({ met, evidence }) => !met || evidence.trim() === '')
  const notYet = unshown ? 'Show that each criterion is met, or let it expire' : expiresOn === '' ? 'Say until when' : words.trim() === '' ? 'Say why' : undefined
  return (
    <FormDialog title={last ? `Renew as edition ${last.no + 1}` : 'Sign a charter'} subtitle={text.body} act={last ? 'Renew' : 'Sign'} notYet={notYet} onSubmit={() => act({ expiresOn, words: words.trim(), findings: findings.map((one) => ({ ...one, evidence: one.evidence.trim() })) })} onClose={onClose}>
      {(problem) => (
        <>
          {findings.map(({ criterion, met, evidence }, at) => (
            <fieldset key={criterion} className="grid gap-2 rounded-md border border-border p-3">
              <legend className="px-1">{criterion}</legend>
              <Checkbox label="It is met" checked={met} onChange={(on) => find(at, { met: on })} />
              <TextArea label="What shows it" required rows={2} maxLength={2000} value={evidence} onChange={(typed) => find(at, { evidence: typed })} />
            </fieldset>
          ))}
          <TextField type="date" label="Expires on" hint={charterWords.expires} required value={expiresOn} onChange={setExpires} error={fieldError(problem, 'expiresOn')} />
          <TextArea label="Why" required rows={2} maxLength={2000} value={words} onChange={setWords} error={fieldError(problem, 'words')} />
        </>
      )}
    </FormDialog>
  )
}

/** Ends a charter before its day, with the reason. */
export function EndCharter({ charter: { text }, act, onClose }: { readonly charter: Charter; act(reason: string): Outcome; onClose(): void }) {
  const [reason, setReason] = useState('')
  return (
    <FormDialog title="End a charter" subtitle={text.body} act="End" tone="danger" notYet={reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => act(reason.trim())} onClose={onClose}>
      <p>The body stands on nothing any more. What was signed stays in the history.</p>
      <TextArea label="Why" required rows={2} maxLength={2000} data-focus-first="" value={reason} onChange={setReason} />
    </FormDialog>
  )
}
