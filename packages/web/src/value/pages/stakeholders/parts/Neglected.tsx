import type { StakeholderValue } from '@throughline/contract/value'
import { useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { classedWords } from '../../../amounts.ts'
import { alertTones, stageLabels, stakeholderWords as words } from '../words.ts'

/** Which classes are not served, worse off first; and of how many benefits nobody has said, which may be theirs. */
export function Neglected({ value: { alerts, said, benefits } }: { readonly value: StakeholderValue }) {
  const format = useFormat()
  const silent = benefits.length - said
  return (
    <Card title="Who is neglected" note={silent > 0 && said > 0 ? `Of ${silent} of ${format.count(benefits.length, 'benefit', 'benefits')} nobody has said whom they go to: they may be theirs.` : undefined}>
      {alerts === null ? <p className="quiet">{words.nobodySaid}</p> : alerts.length === 0 ? <StatusMark quiet tone="good" word={words.allServed} /> : (
        <ul className="grid gap-2">
          {alerts.map(({ kind, class: one, words: text, at }) => (
            <li key={`${kind} ${one} ${at?.unit ?? ''}`} className="flex flex-wrap items-baseline gap-x-2">
              <StatusMark quiet tone={alertTones[kind]} word={text} />
              {at && <span className="figures">{`${classedWords(at.net, at.unit, format)}, ${stageLabels[at.stage].toLowerCase()}`}</span>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
