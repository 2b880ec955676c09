/** Outcome of an act that the user's business rules may refuse: a value, or a refusal named after the rule broken. */
export type Result<T, R> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R }

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const refuse = <R>(refusal: R): { readonly ok: false; readonly refusal: R } => ({ ok: false, refusal })

/** Thrown when a rule that only our own code can break is broken: never the user's fault. */
export class BrokenInvariant extends Error {
  override readonly name = 'BrokenInvariant'
}

/** Asserts a condition, stated positively: `invariant(parts.length > 0, 'an allocation has parts')`. */
export function invariant(condition: unknown, statement: string): asserts condition {
  if (!condition) throw new BrokenInvariant(`Broken invariant: ${statement}`)
}

/** For the default branch of a switch over a union: the compiler names the case that was forgotten. */
export function unreachable(value: never): never {
  throw new BrokenInvariant(`Broken invariant: case ${JSON.stringify(value)} is handled`)
}
