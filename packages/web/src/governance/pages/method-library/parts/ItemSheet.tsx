import type { MethodSheet, MethodUse } from '@throughline/contract/governance'
import type { ReactNode } from 'react'
import { explanationFromWire, places, useFormat } from '../../../../format/index.ts'
import { BarList } from '../../../../ui/charts/BarList.tsx'
import { Button } from '../../../../ui/controls/Button.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { Drawer } from '../../../../ui/overlays/Dialog.tsx'
import { Shown, type Reading } from '../../../../wire/index.ts'
import { kindWords, methodLooks, methodPlace, verdictLooks } from '../../../method-words.ts'
import { libraryWords as words, ratingWords } from '../words.ts'

export type SheetForm = 'edit' | 'publish' | 'retire' | 'follow' | 'rate' | 'back' | 'use'
export type ItemSheetProps = { readonly reading: Reading<MethodSheet>; readonly may: { readonly edit: boolean; readonly take: boolean; readonly use: boolean }; readonly discuss: (item: MethodSheet) => ReactNode; onClose(): void; onAct(form: SheetForm, item: MethodSheet): void; onEnd(use: MethodUse): void }

/** All that there is of an item; of a retired one what it leads to, with why. */
export function ItemSheet({ reading, may, discuss, onClose, onAct, onEnd }: ItemSheetProps) {
  const item = reading.state === 'full' ? reading.value : undefined
  const foot = item && <>
    {discuss(item)}
    {may.edit && item.state === 'retired' && <Button onClick={() => onAct('follow', item)}>What comes after it</Button>}
    {may.edit && item.state !== 'retired' && <Button onClick={() => onAct('retire', item)}>Retire</Button>}
    {may.edit && item.state !== 'retired' && <Button onClick={() => onAct('edit', item)}>Change</Button>}
    {may.take && item.state === 'published' && <Button onClick={() => onAct('rate', item)}>{item.rated.some(({ own }) => own) ? 'Rate anew' : 'Rate'}</Button>}
    {may.edit && item.state === 'draft' && <Button kind="primary" onClick={() => onAct('publish', item)}>Publish</Button>}
    {may.use && item.state === 'published' && <Button kind="primary" onClick={() => onAct('use', item)}>Use</Button>}
  </>
  return (
    <Drawer open title={item?.name ?? 'Item'} subtitle={item ? kindWords[item.kind] : ''} onClose={onClose} foot={foot}>
      <Shown reading={reading} what="the item" lines={8}>
        {(found) => (
          <div className="grid gap-5">
            <Standing item={found} />
            <Facts item={found} />
            <Ratings item={found} onBack={may.take ? () => onAct('back', found) : undefined} />
            <Uses item={found} onEnd={may.use ? onEnd : undefined} />
          </div>
        )}
      </Shown>
    </Drawer>
  )
}

/** How far it has come, and by which retired items it was reached. */
function Standing({ item: { state, published, retired, from } }: { readonly item: MethodSheet }) {
  const format = useFormat()
  return (
    <div className="grid gap-1">
      <p><StatusMark {...methodLooks[state]} /> {retired ? <span className="quiet">{format.date(retired.on)}, {retired.by}: {retired.reason}</span> : published && <span className="quiet">{format.date(published.on)}, {published.by}: {published.reason}</span>}</p>
      {retired && <p>{retired.leadsTo ? <>It leads to <a href={methodPlace(retired.leadsTo.id)}>{retired.leadsTo.name}</a>.</> : 'Nothing is offered in its place.'}</p>}
      {from.map(({ id, name }) => <p key={id}>This is what came after <a href={methodPlace(id, true)}>{name}</a>, which was retired.</p>)}
    </div>
  )
}

function Facts({ item: { whenToUse, whenNot, guidance, examples, templates, themes, elements, services } }: { readonly item: MethodSheet }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 [&_dt]:text-ink-3">
      <Fact term="When to use">{whenToUse}</Fact>
      <Fact term="When not">{whenNot || <span className="quiet">Nobody said</span>}</Fact>
      <Fact term="Guidance">{guidance || <span className="quiet">Nobody said</span>}</Fact>
      {examples.length > 0 && <Fact term="Examples">{examples.join('\n')}</Fact>}
      {templates.length > 0 && <Fact term="Templates"><ul className="grid gap-1">{templates.map(({ name, link, text }) => <li key={`${name} ${link}`}>{link ? <a href={link} target="_blank" rel="noreferrer">{name}</a> : name}{text && <details><summary>Its text</summary>{text}</details>}</li>)}</ul></Fact>}
      {themes.length > 0 && <Fact term="Themes">{themes.join(', ')}</Fact>}
      {elements.length > 0 && <Fact term="Helps with"><ul>{elements.map(({ frameworkId, key, framework, name }) => <li key={`${frameworkId} ${key}`}><a href={`/governance/frameworks?framework=${frameworkId}`}>{framework} {key}</a>{name === null ? ', which is not in it any more' : `: ${name}`}</li>)}</ul></Fact>}
      {services.length > 0 && <Fact term="Helped by"><ul>{services.map(({ id, name }) => <li key={id}><a href={`/governance/services?service=${id}`}>{name}</a></li>)}</ul></Fact>}
    </dl>
  )
}
const Fact = ({ term, children }: { readonly term: string; readonly children: ReactNode }) => <div className="contents"><dt>{term}</dt><dd className="max-w-[80ch] whitespace-pre-line">{children}</dd></div>

/** How people rated it: each class with its count, the class of the middle where enough did, and what they said. */
function Ratings({ item: { ratings, rated }, onBack }: { readonly item: MethodSheet; readonly onBack: (() => void) | undefined }) {
  const format = useFormat()
  const { metric, why } = ratings.median
  return (
    <section aria-label="Ratings" className="grid gap-2 border-t border-border pt-3">
      <h3>Ratings</h3>
      {ratings.rated === 0 ? <p className="quiet">{words.noRatings}</p> : (
        <>
          <p>{format.count(ratings.rated, 'rating', 'ratings')}; <WhyFigure why={explanationFromWire(why)}>{metric.status === 'ok' ? `the middle one is ${metric.value}, ${ratingWords[metric.value - 1] ?? ''}` : 'too few to say which class is in the middle'}</WhyFigure></p>
          <BarList title="How many gave each class" titleHidden items={ratings.classes.toReversed().map(({ rating, count }) => ({ key: String(rating), label: `${rating}: ${ratingWords[rating - 1] ?? ''}`, value: count }))} format={(value) => format.number(value, 0)} />
          <ul className="grid gap-1">{rated.filter(({ words: said, own }) => said !== '' || own).map(({ rating, words: said, by, at, own }) => <li key={`${by} ${at}`}>{rating}{said && `: ${said}`} <span className="quiet">{own ? 'you' : by}, {format.date(at.slice(0, 10))}</span>{own && onBack && <> <Button kind="link" onClick={onBack}>Take back</Button></>}</li>)}</ul>
        </>
      )}
    </section>
  )
}

/** Where it is used, and what it was good for. */
function Uses({ item: { usage, uses, omittedUses }, onEnd }: { readonly item: MethodSheet; readonly onEnd: ((use: MethodUse) => void) | undefined }) {
  const format = useFormat()
  const ended = usage.verdicts.filter(({ count }) => count > 0)
  return (
    <section aria-label="Use" className="grid gap-2 border-t border-border pt-3">
      <h3>Use</h3>
      {uses.length === 0 ? <p className="quiet">{words.noUses}</p> : (
        <>
          <p><WhyFigure why={explanationFromWire(usage.uses.why)}>{format.count(usage.uses.metric.status === 'ok' ? usage.uses.metric.value : 0, 'use', 'uses')}</WhyFigure> in {format.count(usage.initiatives, 'initiative', 'initiatives')}{ended.length > 0 && `; ${ended.map(({ verdict, count }) => `${format.number(count, 0)} ${verdictLooks[verdict].word.toLowerCase()}`).join(', ')}`}</p>
          <ul className="grid gap-2">
            {uses.map((use) => (
              <li key={use.id}>
                <a href={places.initiative(use.initiative.id)}>{use.initiative.name}</a>: {use.purpose}{' '}
                {use.ended ? <StatusMark quiet {...verdictLooks[use.ended.verdict]} /> : onEnd && <Button kind="link" aria-label={`End the use in ${use.initiative.name}`} onClick={() => onEnd(use)}>End the use</Button>}
                <span className="quiet block">{use.ended ? `${format.date(use.begunOn)} to ${format.date(use.ended.on)}: ${use.ended.words}` : `since ${format.date(use.begunOn)}, ${use.by}`}</span>
              </li>
            ))}
          </ul>
          {omittedUses > 0 && <p className="quiet">{format.count(omittedUses, 'earlier use is', 'earlier uses are')} not listed.</p>}
        </>
      )}
    </section>
  )
}
