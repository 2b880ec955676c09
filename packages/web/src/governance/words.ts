/** An act of the audit trail in words: `change_initiative` → `Change initiative`. */
export function actWords(act: string): string {
  const text = act.replace(/[._-]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A field's name in words: `costMinor` → `Cost, minor units`. */
export function fieldWords(field: string): string {
  const text = field.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[._/-]+/g, ' ').toLowerCase().trim()
  const units = text.replace(/ minor$/, ', minor units').replace(/ on$/, ' date').replace(/ id$/, '')
  return units.charAt(0).toUpperCase() + units.slice(1)
}

/** A value of a revision as text: nothing is said as such, lists and objects as their parts. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(valueWords).join(', ')
  if (typeof value === 'object') return Object.entries(value).map(([key, part]) => `${fieldWords(key).toLowerCase()} ${valueWords(part)}`).join(', ')
  return String(value)
}
