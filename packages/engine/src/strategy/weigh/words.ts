import type { JudgedRefusal } from './judged.ts'

/** What is weighed, in words: one of it, and several. */
export type WeighedThings = { readonly one: string; readonly many: string; readonly where: string }

/** Why a judgement leads to no weights, for a person; `name` says what something is called. What was left out is told by who asks. */
export function judgedReason(refusal: Exclude<JudgedRefusal, { readonly code: 'judgement_incomplete' }>, name: (id: string) => string, things: WeighedThings): string {
  switch (refusal.code) {
    case 'points_negative':
      return `${name(refusal.id)}: found ${refusal.found} points; expected none or more.`
    case 'points_all_zero':
      return `Every ${things.one} has 0; expected something for at least one.`
    case 'swing_out_of_range':
      return `${name(refusal.id)}: found ${refusal.found}; expected 0 to 100.`
    case 'no_full_swing':
      return `The most valued swing has ${refusal.greatest}; expected 100 for it.`
    case 'rank_not_whole':
      return `${name(refusal.id)}: found the rank ${refusal.found}; expected a whole number from 1.`
    case 'judged_unknown':
      return `${refusal.id} is no ${things.one} of ${things.where}.`
    case 'judged_itself':
      return `${name(refusal.id)} is compared with itself.`
    case 'ratio_out_of_scale':
      return `${name(refusal.a)} against ${name(refusal.b)}: found ${refusal.found}; expected 1/9 to 9.`
    case 'judged_twice':
      return `${name(refusal.a)} against ${name(refusal.b)} is compared twice: ${refusal.before} and ${refusal.found}. Keep one of them.`
    case 'value_twice':
      return `${name(refusal.id)} is given twice. Keep one of them.`
    case 'judgements_unconnected':
    case 'items_too_many':
    case 'nothing_to_weigh':
      return `These ${things.many} cannot be weighed this way.`
  }
}
