import type { ReactNode } from 'react'
import type { Explanation, Source } from '@throughline/engine/kernel'
import { formatMetric } from '../format.ts'
import { useLocale } from '../locale.tsx'
import { SourceBadge } from './Status.tsx'

type TreeProps = { readonly why: Explanation; readonly methodLink?: ((formula: string) => ReactNode) | undefined }

/** The tree of terms behind a figure: value, source and method of each, with the number of terms left out. */
export const ExplanationTree = ({ why, methodLink }: TreeProps) => (
  <ul className="why-tree">
    <Branch why={why} methodLink={methodLink} open />
  </ul>
)

function Branch({ why, methodLink, open = false }: TreeProps & { readonly open?: boolean }) {
  const terms = why.terms ?? []
  const hidden = why.omitted ?? 0
  if (terms.length === 0 && hidden === 0) {
    return (
      <li>
        <Term why={why} methodLink={methodLink} />
      </li>
    )
  }
  return (
    <li>
      <details open={open}>
        <summary>
          <Term why={why} methodLink={methodLink} />
        </summary>
        <ul className="why-tree">
          {terms.map((term, index) => (
            <Branch key={index} why={term} methodLink={methodLink} />
          ))}
          {hidden > 0 && <li className="quiet">and {hidden} smaller, not listed</li>}
        </ul>
      </details>
    </li>
  )
}

function Term({ why, methodLink }: TreeProps) {
  const locale = useLocale()
  return (
    <span className="why-term">
      <span className="why-name">{why.term}</span>
      <span className="why-value">{formatMetric(why.figure, locale)}</span>
      {(why.source || why.formula || why.note) && (
        <span className="why-meta">
          {why.source && <SourceBadge kind={why.source.kind} />}
          {why.source && <span>{describeSource(why.source)}</span>}
          {why.formula && <span>{methodLink?.(why.formula) ?? why.formula}</span>}
          {why.note && <span>{why.note}</span>}
        </span>
      )}
    </span>
  )
}

/** Where a figure comes from, in words. */
export function describeSource(source: Source): string {
  switch (source.kind) {
    case 'published':
      return [source.publication, source.cell && `cell ${source.cell}`, source.asPublished && `as published “${source.asPublished}”`].filter(Boolean).join(', ')
    case 'entered':
      return `by ${source.by}, ${source.at.slice(0, 10)}`
    case 'derived':
      return source.rule
  }
}
