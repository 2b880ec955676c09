import type { Framework, FrameworkElement, Frameworks } from '@throughline/contract/governance'
import type { ReactNode } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Drawer } from '../../../../ui/overlays/Dialog.tsx'
import { frameworkLooks, kindWords, neededWords } from '../../../framework-words.ts'
import { Changes } from './Changes.tsx'

type Act = 'edit' | 'publish' | 'retire' | 'migrate'
export type SheetProps = { readonly framework: Framework; readonly services: Frameworks['services']; readonly canEdit: boolean; readonly discuss: ReactNode; onClose(): void; onAct(act: Act): void }

/** Everything that a framework says, what stands in writing and was not published, and all of its editions with what each changed. */
export function FrameworkSheet({ framework, services, canEdit, discuss, onClose, onAct }: SheetProps) {
  const format = useFormat()
  const { text, state, editions, retired, pending, inForce } = framework
  const shown = editions.find(({ no }) => no === inForce) ?? editions[0] ?? text
  const nameOf = (id: string) => services.find((one) => one.id === id)?.name ?? 'a service'
  const standing = retired === null
  const foot = <>
    {discuss}
    {standing && canEdit && <Button onClick={() => onAct('retire')}>Retire</Button>}
    {standing && canEdit && (state === 'draft' || state === 'changed') && <Button onClick={() => onAct('publish')}>Publish</Button>}
    {standing && canEdit && <Button kind="primary" onClick={() => onAct('edit')}>Change</Button>}
  </>
  return (
    <Drawer open title={shown.name} onClose={onClose} foot={foot}>
      <div className="grid gap-5">
        <p><StatusMark tone={frameworkLooks[state].tone} word={frameworkLooks[state].words} />{retired && <> <span className="quiet">{format.date(retired.at.slice(0, 10))}, {retired.by}: {retired.reason}</span></>}</p>
        {shown.about && <p className="max-w-[80ch] whitespace-pre-line">{shown.about}</p>}
        <Elements elements={shown.elements} nameOf={nameOf} />
        {state === 'changed' && <section aria-label="In writing" className="border-t border-border pt-3"><h3 className="mb-2">In writing, not published</h3><Changes changes={pending} nameOf={nameOf} none="No element differs; its name or what it is about does." /></section>}
        <section aria-label="Editions" className="border-t border-border pt-3">
          <h3 className="mb-2">Editions</h3>
          {editions.length === 0 ? <p className="quiet">None was published; nobody can follow it yet.</p> : (
            <ol className="grid gap-3">
              {editions.map(({ no, effectiveOn, reason, by, at, changes, running }) => (
                <li key={no}>Edition {no}, from {format.date(effectiveOn)}{no === inForce && ': in force'}; {format.count(running, 'running initiative', 'running initiatives')}
                  <span className="quiet block">{reason} · {by}, {format.instant(at)}</span>
                  <details><summary>{no === 1 ? format.count(changes.length, 'element', 'elements') : format.count(changes.length, 'change', 'changes')}</summary><Changes changes={changes} nameOf={nameOf} /></details>
                </li>
              ))}
            </ol>
          )}
          {canEdit && editions.length > 1 && framework.running > 0 && <Button className="mt-3" onClick={() => onAct('migrate')}>Migrate initiatives</Button>}
        </section>
      </div>
    </Drawer>
  )
}

/** Elements by the lifecycle model that they belong to, those of all models last. */
function Elements({ elements, nameOf }: { readonly elements: readonly FrameworkElement[]; readonly nameOf: (serviceId: string) => string }) {
  if (elements.length === 0) return <p className="quiet">It has no elements yet.</p>
  const groups = [...Map.groupBy(elements, ({ lifecycle }) => lifecycle)].toSorted(([a], [b]) => Number(a === '') - Number(b === ''))
  return groups.map(([lifecycle, own]) => (
    <section key={lifecycle} aria-label={lifecycle || 'All lifecycle models'} className="border-t border-border pt-3">
      <h3 className="mb-2">{lifecycle || 'For all lifecycle models'}</h3>
      <ol className="grid gap-2">
        {own.map(({ key, kind, name, says, link, neededFrom, serviceId }) => (
          <li key={key}>{kindWords[kind]} {key}: {link ? <a href={link} target="_blank" rel="noreferrer">{name}</a> : name} <span className="quiet">({neededWords(neededFrom)}{serviceId && <>; helped by <a href={`/governance/services?service=${serviceId}`}>{nameOf(serviceId)}</a></>})</span>
            {says && <span className="quiet block max-w-[80ch] whitespace-pre-line">{says}</span>}
          </li>
        ))}
      </ol>
    </section>
  ))
}
