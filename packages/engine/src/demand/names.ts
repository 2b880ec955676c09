/**
 * The form in which names of units are compared: without case, punctuation, accents and repeated spaces; '&' reads as 'and'.
 * Abbreviations are not resolved: 'DfT' and 'DFT' are one unit, 'DfT' and 'Department for Transport' are two.
 */
export function normalName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/&/g, ' and ').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
