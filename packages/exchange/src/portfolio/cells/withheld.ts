/**
 * Whether the publisher withheld what would stand here: 'Exempt under Section 43 …', 'Commercial interests', 'redacted'.
 * The numbers in such a text name a law; they are never read as figures.
 */
export const isExempt = (text: string): boolean => text.length < 400 && exemption.test(text)
const exemption =
  /\bexempt(ed|ion|ions)?\b|\bsections?\s*\d+|\bfreedom of information\b|\bfoi(a|\s+act)?\b|\bwithheld\b|\bredacted\b|\bcommercial(ly)? (interests?|sensitiv|confiden|in confidence)|\bnational security\b|\bclassified\b|\bconfidential\b|\blegal sensitivity\b/i

/** Whether the text says that nothing is given: empty, a dash, N/A, TBC, 'Data not provided', 'not yet in a position to …'. */
export const givesNothing = (text: string): boolean => {
  if (text.length > 1000) return false
  const plain = text.replace(/\s+/g, ' ').trim()
  return nothing.test(plain) || (plain.length < 400 && notYet.test(plain))
}
const nothing =
  /^([-–—.?*]+|n\/?a\.?|n\.a\.|#n\/a|nil|none|null|nan|blank|tb[cda]|to be (confirmed|determined|agreed|advised)|unknown|not (known|applicable|available|provided|stated|set|yet known|published|given|reported)|(data )?not provided( by department)?|no (data|dca|end date|start date|date|value|figure|rating)|reset|pending)?\.?$/i
const notYet = /\bnot (yet )?in a position to\b|\bat (the|an early) planning stage\b|^early planning\b|\bnot yet (passed|been|available|provided|set|approved)\b/i
