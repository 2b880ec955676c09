import type { Charter, Charters } from '@throughline/contract/governance'
import type { ReactNode } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Drawer } from '../../../../ui/overlays/Dialog.tsx'
import { charterLooks, faultWords, roleWords } from '../words.ts'
import { Matrix } from './Matrix.tsx'

export type SheetAct = 'edit' | 'sign' | 'end'
type SheetProps = { readonly charter: Charter; readonly units: Charters['units']; readonly may: { readonly edit: boolean; readonly sign: boolean }; readonly discuss: ReactNode; onClose(): void; onAct(act: SheetAct): void }

/** Everything that a charter says, what is not sound in it, and all that was signed. */
export function CharterSheet({ charter: { text, state, editions, faults, ended }, units, may, discuss, onClose, onAct }: SheetProps) {
  const format = useFormat()
  const standing = ended === null
  const foot = <>
    {discuss}
    {standing && may.sign && state !== 'expired' && <Button onClick={() => onAct('end')}>End</Button>}
    {standing && may.edit && <Button onClick={() => onAct('edit')}>Change</Button>}
    {standing && may.sign && <Button kind="primary" onClick={() => onAct('sign')}>{editions.length === 0 ? 'Sign' : 'Renew'}</Button>}
  </>
  return (
    <Drawer open title={text.body} subtitle={text.role === null ? 'No PMO' : roleWords[text.role]} onClose={onClose} foot={foot}>
      <div className="grid gap-5">
        <p><StatusMark tone={charterLooks[state].tone} word={charterLooks[state].words} />{ended && <> <span className="quiet">{ended.by}, {format.instant(ended.at)}: {ended.words}</span></>}</p>
        {text.purpose && <p className="max-w-[80ch] whitespace-pre-line">{text.purpose}</p>}
        <Lines title="What it does" lines={text.inside} />
        <Lines title="What it leaves to others" lines={text.outside} />
        <section aria-label="Decisions and activities" className="grid gap-2">
          <h3>Decisions and activities</h3>
          {faults.map((fault) => <StatusMark key={`${fault.kind} ${fault.subject} ${fault.parties.join(' ')}`} quiet tone="bad" word={faultWords(fault)} />)}
          <Matrix rows={text.rows} units={units} />
          {text.rows.length > 0 && <p className="quiet">A accountable, R responsible, C consulted, I informed.</p>}
        </section>
        <Lines title="Criteria of renewal" lines={text.criteria} />
        <section aria-label="Signed" className="border-t border-border pt-3">
          <h3 className="mb-2">Signed</h3>
          {editions.length === 0 ? <p className="quiet">Nobody has signed it; it stands on nothing yet.</p> : (
            <ol className="grid gap-3">{editions.map(({ no, expiresOn, words, by, at, findings }) => (
              <li key={no}>Edition {no}, expires on {format.date(expiresOn)}<span className="quiet block">{words} · {by}, {format.instant(at)}</span>{findings.map(({ criterion, evidence }) => <span key={criterion} className="block"><StatusMark quiet tone="good" word={criterion} /><span className="quiet block">{evidence}</span></span>)}</li>
            ))}</ol>
          )}
        </section>
      </div>
    </Drawer>
  )
}

const Lines = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) => (lines.length === 0 ? null : <section aria-label={title}><h3 className="mb-1">{title}</h3><ul className="list-disc pl-5">{lines.map((line) => <li key={line}>{line}</li>)}</ul></section>)
