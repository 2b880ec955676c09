import type { Tx } from '../../database/index.ts'
import { hindranceOf, type Hindered, type ReadTeams } from '../services/index.ts'

/** Which of some people may not review an initiative, for want of independence: a health check is an assurance whoever asks for it. The first of them, undefined where all may. */
export async function dependentAmong(tx: Tx, readTeams: ReadTeams, initiativeId: string, people: readonly { readonly id: string; readonly name: string }[]): Promise<Hindered | undefined> {
  for (const performer of people) {
    const hindered = await hindranceOf(tx, readTeams, { request: { initiative_id: initiativeId }, name: 'the health check', class: 'mandated_assurance', performer })
    if (hindered) return hindered
  }
  return undefined
}
