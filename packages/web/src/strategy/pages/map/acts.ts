import type { CausalLink, Objective, strategyRoutes } from '@throughline/contract/strategy'
import type { BodyOf } from '@throughline/contract/wire'
import type { Outcome } from '../../acts.ts'

export type LinkEntered = BodyOf<(typeof strategyRoutes)['createLink']>
export type LinkChanged = Omit<BodyOf<(typeof strategyRoutes)['changeLink']>, 'version'>
export type ObjectiveChanged = { readonly statement?: string; readonly weight?: number; readonly perspectiveId?: string }

/** What can be changed on the map, each on the version that was seen. */
export type MapActs = {
  changeObjective(objective: Objective, change: ObjectiveChanged): Outcome
  addLink(link: LinkEntered): Outcome
  changeLink(link: CausalLink, change: LinkChanged): Outcome
  removeLink(link: CausalLink): Outcome
}
