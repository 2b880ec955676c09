/** Why judgements do not lead to weights: the rule broken, with what was found. */
export type WeighRefusal =
  | { readonly code: 'nothing_to_weigh' }
  | { readonly code: 'items_too_many'; readonly found: number; readonly most: number }
  | { readonly code: 'points_negative'; readonly id: string; readonly found: number }
  | { readonly code: 'points_all_zero' }
  | { readonly code: 'swing_out_of_range'; readonly id: string; readonly found: number }
  | { readonly code: 'no_full_swing'; readonly greatest: number }
  | { readonly code: 'rank_not_whole'; readonly id: string; readonly found: number }
  | { readonly code: 'judged_unknown'; readonly id: string }
  | { readonly code: 'judged_itself'; readonly id: string }
  | { readonly code: 'ratio_out_of_scale'; readonly a: string; readonly b: string; readonly found: number }
  | { readonly code: 'judged_twice'; readonly a: string; readonly b: string; readonly found: number; readonly before: number }
  | { readonly code: 'judgements_unconnected'; readonly apart: readonly string[] }
