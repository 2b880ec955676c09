import type { StateFinding, StateThing } from '@throughline/contract/strategy'
import { Fragment } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { placeOf } from '../place.ts'
import { kindWords, sentence } from '../words.ts'

/** Things by name, each opened where it is kept; `of` is how many there are. */
export function Things({ things, of = things.length }: { readonly things: readonly StateThing[]; readonly of?: number }) {
  const format = useFormat()
  return (
    <>
      {things.map((thing, at) => <Fragment key={`${thing.kind} ${thing.id}`}>{at > 0 && ', '}<a className="underline" href={placeOf(thing)}>{thing.name}</a></Fragment>)}
      {of > things.length && ` and ${format.number(of - things.length, 0)} more`}
    </>
  )
}

/** What was found, with what it is about; of an anomaly what is stated, then what is done. */
export const Finding = ({ finding: { kind, words, things, measured } }: { readonly finding: StateFinding }) => (
  <li className="grid gap-0.5 py-1.5">
    <p>{kind !== 'anomaly' && <span className="quiet">{kindWords[kind]}: </span>}{sentence(words)}</p>
    {kind === 'anomaly' ? <p className="quiet">Stated: <Things things={things} />. Done: <Things things={measured} />.</p> : <p className="quiet"><Things things={things} /></p>}
  </li>
)

/** Findings that are shown at once. */
const firstFindings = 5

/** Findings, of many the first; `of` is how many there are. */
export function Findings({ findings, of }: { readonly findings: readonly StateFinding[]; readonly of: number }) {
  const format = useFormat()
  const [shown, rest] = [findings.slice(0, firstFindings), findings.slice(firstFindings)]
  const beyond = of - findings.length
  return (
    <>
      <ul>{shown.map((finding, at) => <Finding key={at} finding={finding} />)}</ul>
      {rest.length > 0 && <details><summary className="leading-6">{`and ${format.number(of - shown.length, 0)} more`}</summary><ul>{rest.map((finding, at) => <Finding key={at} finding={finding} />)}</ul>{beyond > 0 && <p className="quiet">{format.number(beyond, 0)} of them are not listed.</p>}</details>}
    </>
  )
}
