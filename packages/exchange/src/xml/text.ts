/** What stands for &…; references: the five that XML knows and characters by number. Others stay as they are: nothing is ever declared. */
export function unreferenced(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|lt|gt|amp|quot|apos);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** The value of an attribute in the text of a tag; undefined where it has none. attributeOf(' r="A1" t="s"', 't') → 's' */
export function attributeOf(attributes: string, name: string): string | undefined {
  let from = 0
  for (;;) {
    const at = attributes.indexOf(name, from)
    if (at < 0) return undefined
    from = at + name.length
    const before = attributes.charCodeAt(at - 1)
    if (at > 0 && before > 32 && before !== 58) continue
    let equals = from
    while (attributes.charCodeAt(equals) <= 32) equals++
    if (attributes[equals] !== '=') continue
    let quote = equals + 1
    while (attributes.charCodeAt(quote) <= 32) quote++
    const mark = attributes[quote]
    if (mark !== '"' && mark !== "'") continue
    const end = attributes.indexOf(mark, quote + 1)
    return end < 0 ? undefined : unreferenced(attributes.slice(quote + 1, end))
  }
}
