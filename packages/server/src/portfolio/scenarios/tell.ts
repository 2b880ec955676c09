import { gives } from '@throughline/contract/people'
import type { Actor, Tx } from '../../database/index.ts'
import { notify } from '../../governance/index.ts'
import { readMembers } from '../../people/index.ts'
import type { ScenarioRow } from './store.ts'

const about = (id: string) => ({ room: 'portfolio', kind: 'scenario', id })

/** Asks those who decide, but for the one who proposes, to decide on a scenario. */
export async function askToDecide(tx: Tx, actor: Actor, id: string, remark: string): Promise<void> {
  const deciders = (await readMembers(tx)).filter(({ role }) => gives(role, 'decide'))
  await notify(tx, actor, { reason: 'proposal_to_decide', to: deciders.map(({ id: decider }) => decider), subject: about(id), act: 'portfolio.propose-scenario', words: remark })
}

/** Tells who proposed a scenario, and its author, how it was decided on and why. */
export async function tellResult(tx: Tx, actor: Actor, { id, proposed_by: proposer, author_id: author }: ScenarioRow, act: 'portfolio.approve-scenario' | 'portfolio.reject-scenario', rationale: string): Promise<void> {
  await notify(tx, actor, { reason: 'approval_result', to: [proposer, author].filter((one) => one !== null), subject: about(id), act, words: rationale })
}
