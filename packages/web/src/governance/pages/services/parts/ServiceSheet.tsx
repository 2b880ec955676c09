import type { PmoService, ServiceText } from '@throughline/contract/governance'
import type { ReactNode } from 'react'
import { stateWords } from '../../../../demand/index.ts'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Drawer } from '../../../../ui/overlays/Dialog.tsx'
import { classWords, serviceLooks } from '../../../service-words.ts'

type Act = 'edit' | 'owner' | 'publish' | 'retire' | 'ask'
export type SheetProps = { readonly service: PmoService; readonly may: { readonly take: boolean; readonly edit: boolean }; readonly discuss: ReactNode; onClose(): void; onAct(act: Act): void }

/** Everything that a service says, with what stands in writing and was not published, and all of its editions. */
export function ServiceSheet({ service, may, discuss, onClose, onAct }: SheetProps) {
  const format = useFormat()
  const { text, state, editions, owner, retired } = service
  const [last] = editions
  const standing = retired === null
  const foot = <>
    {discuss}
    {!standing && may.edit && service.open > 0 && <Button onClick={() => onAct('owner')}>Change the owner</Button>}
    {standing && may.edit && <Button onClick={() => onAct('retire')}>Retire</Button>}
    {standing && may.edit && <Button onClick={() => onAct('edit')}>Change</Button>}
    {standing && may.edit && (state === 'draft' || state === 'changed') && <Button onClick={() => onAct('publish')}>Publish</Button>}
    {standing && may.take && last && <Button kind="primary" onClick={() => onAct('ask')}>Ask</Button>}
  </>
  return (
    <Drawer open title={(last ?? text).name} subtitle={(last ?? text).pmo} onClose={onClose} foot={foot}>
      <div className="grid gap-5">
        <p><StatusMark tone={serviceLooks[state].tone} word={serviceLooks[state].words} />{retired && <> <span className="quiet">{format.date(retired.at.slice(0, 10))}, {retired.by}: {retired.reason}</span></>}</p>
        <Facts text={last ?? text} owner={owner.name} />
        {state === 'changed' && <section aria-label="In writing" className="border-t border-border pt-3"><h3 className="mb-2">In writing, not published</h3><Facts text={text} owner={owner.name} beside={last} /></section>}
        <section aria-label="Editions" className="border-t border-border pt-3">
          <h3 className="mb-2">Editions</h3>
          {editions.length === 0 ? <p className="quiet">None was published; it cannot be asked for yet.</p> : <ol className="grid gap-2">{editions.map(({ no, class: of, reason, by, at }) => <li key={no}>Edition {no}: {classWords[of]}<span className="quiet block">{reason} · {by}, {format.instant(at)}</span></li>)}</ol>}
        </section>
      </div>
    </Drawer>
  )
}

/** What a text says; beside another one only where both differ. */
function Facts({ text, owner, beside }: { readonly text: ServiceText; readonly owner: string; readonly beside?: ServiceText | undefined }) {
  const before = beside && rowsOf(beside, owner)
  const rows = rowsOf(text, owner).filter(([, said], at) => before?.[at]?.[1].join('\n') !== said.join('\n'))
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 [&_dt]:text-ink-3">
      {rows.map(([term, said]) => <div key={term} className="contents"><dt>{term}</dt><dd className="max-w-[80ch] whitespace-pre-line">{said.join('') === '' ? <span className="quiet">Nobody said</span> : said.join('\n')}</dd></div>)}
    </dl>
  )
}

const rowsOf = (text: ServiceText, owner: string): readonly (readonly [string, readonly string[]])[] => [
  ['Name', [text.name]], ['Offered by', [text.pmo]], ['Class', [classWords[text.class]]], ['Scope', [text.scope]], ['Responsibilities', [text.responsibilities]], ['Service level', [text.serviceLevel]], ['Measure', [text.measure]], ['Takes', text.inputs], ['Gives', text.outputs],
  ['Of use in', text.stages.length === 0 ? ['every state'] : [text.stages.map((stage) => stateWords[stage]).join(', ')]], ['Accountable', [text.accountableRole]], ['Owner', [owner]],
]
