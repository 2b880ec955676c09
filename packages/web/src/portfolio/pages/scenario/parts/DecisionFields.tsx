import type { ScenarioItem } from '@throughline/contract/portfolio'
import type { Problem } from '@throughline/contract/wire'
import { useFormat } from '../../../../format/index.ts'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { fieldError } from '../../../../wire/index.ts'
import type { Decided } from '../Page.tsx'

/** A decision names at most so many other scenarios. */
const most = 3

type Props = { readonly name: string; readonly others: readonly ScenarioItem[]; readonly given: Decided; onGiven(given: Decided): void; readonly problem: Problem | undefined }

/** What a decision record is to say: between what, why, and what is expected to follow. */
export function DecisionFields({ name, others, given, onGiven, problem }: Props) {
  const format = useFormat()
  const { options } = given
  return (
    <>
      <TextArea label="Why this is decided" required maxLength={4000} data-focus-first="" value={given.rationale} onChange={(rationale) => onGiven({ ...given, rationale })} error={fieldError(problem, 'rationale')} />
      <TextArea label="What is expected to follow" hint="So that it can be compared with what came." maxLength={4000} value={given.expected} onChange={(expected) => onGiven({ ...given, expected })} />
      <fieldset className="grid max-h-64 gap-2 overflow-auto">
        <legend className="text-label text-ink-2">What was chosen between</legend>
        <Checkbox label="The plan as it is" checked disabled onChange={() => undefined} />
        <Checkbox label={name} checked disabled onChange={() => undefined} />
        {others.map(({ id, name: other, figures }) => (
          <Checkbox key={id} label={other} hint={figures ? `${format.moneyCell(figures.cost)} cost, ${format.moneyCell(figures.benefits)} benefits, ${figures.funded} funded` : 'No figures'} checked={options.includes(id)} disabled={!options.includes(id) && options.length >= most} onChange={(on) => onGiven({ ...given, options: on ? [...options, id] : options.filter((one) => one !== id) })} />
        ))}
      </fieldset>
    </>
  )
}
