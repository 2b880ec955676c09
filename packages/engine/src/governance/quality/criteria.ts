/** What a deliverable is held against: what is asked, how that is measured, and from where on it is met. */
export type QualityCriterion = { readonly code: string; readonly says: string; readonly measuredBy: string; readonly threshold: string }

/** The first code that stands twice, however it is written; undefined where each stands once. */
export function doubleCode(criteria: readonly Pick<QualityCriterion, 'code'>[]): string | undefined {
  const seen = new Set<string>()
  for (const { code } of criteria) {
    const same = code.trim().toLowerCase()
    if (seen.has(same)) return code.trim()
    seen.add(same)
  }
  return undefined
}

/** The criterion of a code, however that is written. */
export const criterionOf = (criteria: readonly QualityCriterion[], code: string): QualityCriterion | undefined => criteria.find((one) => one.code.toLowerCase() === code.trim().toLowerCase())

/** Criteria that no review has looked at. */
export const unreviewed = (criteria: readonly QualityCriterion[], looked: readonly (readonly string[])[]): readonly string[] => criteria.map(({ code }) => code).filter((code) => !looked.some((codes) => codes.includes(code)))
