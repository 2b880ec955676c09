import type { Contribution, InitiativeRef, Objective } from '@throughline/contract/strategy'
import { invariant } from '@throughline/engine/kernel'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import type { InitiativeChoices } from '../../../../demand/index.ts'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { Slider } from '../../../../ui/controls/Slider.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import type { StrategyActs } from '../../../acts.ts'
import { contributionWords } from '../../../words.ts'

export type EditContributionProps = {
  /** The link that is changed; a new one where left out. */
  readonly link?: Contribution
  /** What is known of a new link: the objective, or the initiative, or both. */
  readonly objectiveId?: string
  readonly initiative?: InitiativeRef
  readonly objectives: readonly Objective[]
  readonly initiatives: InitiativeChoices
  readonly acts: StrategyActs
  onClose(): void
}

/** How an initiative serves an objective, and why one thinks so. */
export function EditContribution({ link, objectiveId, initiative, objectives, initiatives, acts, onClose }: EditContributionProps) {
  const format = useFormat()
  const [objective, setObjective] = useState(link?.objectiveId ?? objectiveId ?? '')
  const [chosen, setChosen] = useState<InitiativeRef | undefined>(link?.initiative ?? initiative)
  const [contribution, setContribution] = useState(link?.contribution ?? 0.5)
  const [seen] = useState(link?.contribution ?? null)
  const [rationale, setRationale] = useState(link?.rationale ?? '')
  const notYet = !chosen ? 'Choose an initiative' : objective === '' ? 'Choose an objective' : undefined
  const send = (value: number | null) => {
    invariant(chosen, 'a form that is sent names an initiative')
    return acts.changeContribution({ initiative: chosen, objectiveId: objective, contribution: value, rationale, ...(link ? { seen } : {}) })
  }
  const unlink = async () => {
    if ((await send(null)).ok) onClose()
  }
  return (
    <FormDialog title="How it serves the objective" act={link ? 'Save' : 'Link'} notYet={notYet} onSubmit={() => send(contribution)} onClose={onClose}>
      {link || initiative ? <p className="font-medium">{chosen?.name}</p> : <FindSelect label="Initiative" findLabel="Find an initiative" options={initiatives.found.map(({ id, name }) => ({ value: id, label: name }))} total={initiatives.total} onFind={initiatives.find} value={chosen?.id ?? ''} onChange={(id) => setChosen(initiatives.found.find((candidate) => candidate.id === id))} />}
      {link || objectiveId ? <p className="text-ink-2">{objectives.find(({ id }) => id === objective)?.statement}</p> : <Select label="Objective" value={objective} options={objectives.map(({ id, statement }) => ({ value: id, label: statement }))} onChange={setObjective} />}
      <Slider label="Contribution" min={-1} max={1} step={0.05} value={contribution} onChange={(value) => setContribution(Math.round(value * 100) / 100)} format={(value) => `${format.signed(value)} ${contributionWords(value)}`} />
      <TextArea label="Why" hint="What makes you think so: who reads this later should be able to disagree." rows={3} maxLength={2000} value={rationale} onChange={setRationale} />
      {link && <div><Button kind="danger" onClick={() => void unlink()}>Remove the link</Button></div>}
    </FormDialog>
  )
}
