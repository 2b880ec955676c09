import { exampleOf } from '@throughline/server/http'

type Schema = { readonly type?: string; readonly maxLength?: number; readonly pattern?: string; readonly format?: string; readonly enum?: readonly unknown[]; readonly const?: unknown; readonly anyOf?: readonly Schema[]; readonly properties?: Readonly<Record<string, Schema>>; readonly required?: readonly string[] }

/** Every way that text has become code in a page, each calling `__x` or loading `/hostile.gif` where it does. */
const scripts = [
  `"'><script>__x(1)</script><img src=/hostile.gif onerror=__x(2)><svg/onload=__x(3)>{{constructor.constructor("__x(4)")()}}\${__x(5)}\u202e`,
  `</title></textarea></style></script><script>__x(6)</script><math><mi xlink:href="javascript:__x(7)">a</mi></math><iframe srcdoc="<script>parent.__x(8)</script>">`,
  `javascript:__x(9)//' autofocus onfocus=__x(10) x='<details open ontoggle=__x(11)>`,
  `=HYPERLINK("javascript:__x(12)")<a href=javascript:__x(13)>\u2028<style>@import'/hostile.gif'</style>`,
]
const short = ['<img src=/hostile.gif onerror=__x(14)>', '"><svg/onload=__x(15)>', "'-__x(16)-'<b onclick=__x(17)>"]

/** A hostile text of at most so many characters; no two are alike, so that names may be asked to differ. */
export function hostileText(number: number, maxLength = 20_000): string {
  const mark = String(number)
  const fitting = [...(maxLength >= 200 ? scripts : []), ...short].filter((text) => text.length + mark.length <= maxLength)
  return (fitting[number % fitting.length] ?? '<b>').slice(0, maxLength - mark.length) + mark
}

/** A body of a route in which every free text is hostile, those that may be left out as well; `given` are the values that must be real. */
export function hostileBody(schema: object, given: Readonly<Record<string, unknown>>, number: () => number): Record<string, unknown> {
  const { properties = {}, required = [] } = schema as Schema
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, field]) => {
      if (name in given) return given[name] === undefined ? [] : [[name, given[name]]]
      const text = [field, ...(field.anyOf ?? [])].find(isFreeText)
      if (text) return [[name, hostileText(number(), text.maxLength)]]
      return required.includes(name) ? [[name, exampleOf(field)]] : []
    }),
  )
}

/** Text that people write as they like: of no form but that it holds no NUL. */
const isFreeText = ({ type, pattern = '', format, enum: words, const: one }: Schema): boolean => type === 'string' && format === undefined && words === undefined && one === undefined && (pattern === '' || pattern.startsWith('^[^\\u0000]*'))
