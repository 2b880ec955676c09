/** Where somebody put what a unit says: to a value of the organisation, to the unit’s own, which has a reason, or nowhere yet. */
export type StatementMapping = { readonly kind: 'value'; readonly valueId: string } | { readonly kind: 'own' } | { readonly kind: 'none' }
export type StatementFacts = { readonly id: string; readonly unitId: string; readonly mapping: StatementMapping }
/** That a decision served a value and, where somebody said so, went against another. */
export type DecisionTagFacts = { readonly servedId: string; readonly againstId: string | null }

/** `lapsed`: the value that it was mapped to was retired since. */
export type StatementStanding = 'mapped' | 'own' | 'unmapped' | 'lapsed'
/** What one unit says; `mapped`, `own` and the diverging ones make up all its statements. */
export type UnitTake = { readonly unitId: string; readonly statements: number; readonly mapped: number; readonly own: number; readonly diverging: readonly string[] }
/** Units that took a value up, and how many decisions served it or went against it. */
export type ValueTake = { readonly valueId: string; readonly unitIds: readonly string[]; readonly served: number; readonly against: number }
export type ValuesReport = {
  readonly units: readonly UnitTake[]
  readonly values: readonly ValueTake[]
  /** Values that no unit took up; null where no unit has said anything, since then nobody passed them over. */
  readonly notTakenUp: readonly string[] | null
}
export type ValuesFacts = { readonly valueIds: readonly string[]; readonly unitIds: readonly string[]; readonly statements: readonly StatementFacts[]; readonly tags: readonly DecisionTagFacts[] }

/** What a statement is, by where somebody put it; the likeness of words says nothing. */
export function statementStanding({ mapping }: StatementFacts, values: ReadonlySet<string>): StatementStanding {
  switch (mapping.kind) {
    case 'none':
      return 'unmapped'
    case 'own':
      return 'own'
    case 'value':
      return values.has(mapping.valueId) ? 'mapped' : 'lapsed'
  }
}

/** Whether a statement waits to be mapped to a value in force, or justified. */
export const diverges = (standing: StatementStanding): boolean => standing === 'unmapped' || standing === 'lapsed'

/** Where units and the organisation part, of the values in force (`valueIds`) and the units with a strategy in force (`unitIds`). */
export function valuesReport({ valueIds, unitIds, statements, tags }: ValuesFacts): ValuesReport {
  const [values, units] = [new Set(valueIds), new Set(unitIds)]
  const heard = statements.filter(({ unitId }) => units.has(unitId)).map((one) => ({ ...one, standing: statementStanding(one, values) }))
  const takes = valueIds.map((valueId): ValueTake => ({
    valueId, unitIds: [...new Set(heard.filter(({ mapping }) => mapping.kind === 'value' && mapping.valueId === valueId).map(({ unitId }) => unitId))],
    served: tags.filter(({ servedId }) => servedId === valueId).length, against: tags.filter(({ againstId }) => againstId === valueId).length,
  }))
  return {
    units: unitIds.map((unitId): UnitTake => {
      const own = heard.filter((one) => one.unitId === unitId)
      const count = (wanted: StatementStanding): number => own.filter(({ standing }) => standing === wanted).length
      return { unitId, statements: own.length, mapped: count('mapped'), own: count('own'), diverging: own.filter(({ standing }) => diverges(standing)).map(({ id }) => id) }
    }),
    values: takes, notTakenUp: heard.length === 0 ? null : takes.filter((one) => one.unitIds.length === 0).map(({ valueId }) => valueId),
  }
}
