import { alikeOf, type Alike, type Existing } from '@throughline/engine/demand'
import type { Tx } from '../../database/index.ts'
import { standingServices } from '../../governance/index.ts'
import { initiativesAsRead, readIdeas } from './store.ts'

/** What there is already that reads like an idea, the most alike first: ideas that live, initiatives, services of the PMO. */
export async function findAlike(tx: Tx, asked: { readonly title: string; readonly problem: string }, except?: string): Promise<readonly Alike[]> {
  // What was declined is there to be seen: who hands it in again learns why.
  const ideas = (await readIdeas(tx)).filter(({ id, state }) => id !== except && state !== 'duplicate').map(({ id, title, problem }): Existing => ({ kind: 'idea', id, name: title, about: problem }))
  const initiatives = (await initiativesAsRead(tx)).map((one): Existing => ({ kind: 'initiative', ...one }))
  return alikeOf(asked, [...ideas, ...initiatives, ...(await standingServices(tx)).map((one): Existing => ({ kind: 'service', ...one }))])
}
