import type { Refusal } from '@throughline/contract/wire'
import { unprovedForCase, type IdeaState } from '@throughline/engine/demand'
import { refuse } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import { readExperiments } from './store.ts'

type Refused<Code extends string> = { readonly ok: false; readonly refusal: Refusal<Code> }

/** Refused where an idea that is tried out leaves while an experiment on it runs, or becomes an initiative before its problem and its solution are proved; one that was declined and opened again is held by its experiments as well. */
export async function whyNotOutOfTrial(tx: Tx, { id, title, state }: { readonly id: string; readonly title: string; readonly state: IdeaState }, to: IdeaState): Promise<Refused<'experiment_running' | 'idea_unproved'> | undefined> {
  if (state !== 'incubating' && to !== 'to_case') return undefined
  const experiments = await readExperiments(tx, id)
  const running = experiments.find(({ result }) => result === null)
  if (running) return refuse({ code: 'experiment_running', values: { title, hypothesis: running.hypothesis } } as const)
  const unproved = to === 'to_case' && (state === 'incubating' || experiments.length > 0) ? unprovedForCase(experiments) : undefined
  return unproved && refuse({ code: 'idea_unproved', values: { title, stage: unproved } } as const)
}
