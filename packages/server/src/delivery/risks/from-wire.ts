/** What of a risk travels as text of whole minor units, as the engine reads it; what is left out stays so. */
type Amounts = { readonly impactLowMinor?: string | null | undefined; readonly impactMinor?: string | null | undefined; readonly impactHighMinor?: string | null | undefined; readonly costMinor?: string | null | undefined; readonly residualMinor?: string | null | undefined }
type Read<G> = { readonly [K in keyof G]: K extends keyof Amounts ? bigint | null | undefined : G[K] }

/** Amounts of the wire as whole numbers. */
export function withAmounts<G extends Amounts>(given: G): Read<G> {
  const read = (minor: string | null | undefined): bigint | null | undefined => (typeof minor === 'string' ? BigInt(minor) : minor)
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, name.endsWith('Minor') ? read(value as string | null | undefined) : (value as unknown)])) as Read<G>
}
