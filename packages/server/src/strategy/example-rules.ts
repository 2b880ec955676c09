import { ShortText } from '@throughline/contract/wire'
import type { InitiativeFacts } from '@throughline/engine/demand'
import { Type, type Static } from 'typebox'

/** Which initiatives serve an objective of a file: every condition that is given must hold. */
export const Rule = Type.Object({
  objective: ShortText(), contribution: Type.Number({ minimum: -1, maximum: 1 }), rationale: ShortText(2000),
  departments: Type.Optional(Type.Array(Type.String())), categories: Type.Optional(Type.Array(Type.String())), names: Type.Optional(Type.Array(Type.String())), except: Type.Optional(Type.Array(Type.String())),
})
export type ContributionRule = Static<typeof Rule>

/** A contribution that a rule gives: the initiative by its id, the objective by its key in the file. */
export type RuledContribution = { readonly initiativeId: string; readonly objective: string; readonly contribution: number; readonly rationale: string }

/** For each initiative and objective the first rule that fits; every condition that a rule gives must hold. */
export function contributionsBy(rules: readonly ContributionRule[], initiatives: readonly Pick<InitiativeFacts, 'id' | 'name' | 'category' | 'unitName'>[]): readonly RuledContribution[] {
  const compiled = rules.map((rule) => ({ rule, fits: fitting(rule) }))
  return initiatives.flatMap((initiative) => {
    const found = new Map<string, RuledContribution>()
    for (const { rule, fits } of compiled)
      if (!found.has(rule.objective) && fits(initiative)) found.set(rule.objective, { initiativeId: initiative.id, objective: rule.objective, contribution: rule.contribution, rationale: rule.rationale })
    return [...found.values()]
  })
}

type Fits = (initiative: Pick<InitiativeFacts, 'name' | 'category' | 'unitName'>) => boolean

function fitting({ departments, categories, names, except }: ContributionRule): Fits {
  const among = (words: readonly string[] | undefined) => {
    const known = words && new Set(words.map((word) => word.toLowerCase()))
    return (text: string | null): boolean => !known || (text !== null && known.has(text.toLowerCase()))
  }
  const patterns = (sources: readonly string[]): readonly RegExp[] => sources.map((source) => new RegExp(source, 'iu'))
  const [department, category, named, excepted] = [among(departments), among(categories), names && patterns(names), patterns(except ?? [])]
  return ({ name, category: own, unitName }) => department(unitName) && category(own) && (!named || named.some((pattern) => pattern.test(name))) && !excepted.some((pattern) => pattern.test(name))
}
