/** Texts that have broken programs: scripts, queries, paths, formulas, and characters that are not what they look. */
export const hostileTexts: readonly string[] = [
  '', ' ', '\t\r\n', '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'javascript:alert(1)', '{{constructor.constructor("alert(1)")()}}', '${7*7}', "'; drop table initiative; --", "' or '1'='1", '\\', '%', '_%_',
  '../../../etc/passwd', '..%2f..%2fetc%2fpasswd', '%00', '\u0000', '\ud800', '\u202e\u2066abc', '\ufeff', 'I\u0307ß\ufb01', '😀'.repeat(200), 'a\u0301'.repeat(300), '=cmd|\' /C calc\'!A0', '+1+1', '@SUM(1)', '\r\nset-cookie: a=b', 'null', 'undefined', 'NaN', 'true', '[object Object]', '__proto__', 'constructor', 'x'.repeat(100_000),
  '0000-00-00', '9999-12-31', '2024-02-30', '-271821-04-20', '2024-13-01T25:61:61Z', '1e309', '-0', '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '9'.repeat(40), `-${'9'.repeat(18)}`, '1.5', '0x10', '١٢٣',
]

/** Anything but text. */
export const hostileValues: readonly unknown[] = [null, true, false, 0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, [], {}, [[]], [null], { __proto__: null, length: -1 }, { toString: 1 }, Array.from({ length: 5_000 }, () => 'a'), nested(2_000)]

/** Lists in lists, deeper than a careless program goes. */
function nested(depth: number): unknown {
  let value: unknown = []
  for (let at = 0; at < depth; at += 1) value = [value]
  return value
}

/** Headers that no honest program sends. */
export const hostileHeaders: readonly Readonly<Record<string, string>>[] = [
  { 'content-type': 'application/xml' }, { 'content-type': 'text/html; charset=utf-7' }, { 'content-type': 'multipart/form-data; boundary=x' }, { 'content-type': 'application/json; charset=utf-16' }, { 'content-encoding': 'gzip' }, { range: 'bytes=0-,-1,5-2' }, { 'x-forwarded-for': '127.0.0.1, <script>' }, { 'x-forwarded-host': 'evil.example' },
  { 'x-http-method-override': 'DELETE' }, { accept: 'x'.repeat(4_000) }, { 'accept-encoding': 'br;q=zero, *' }, { 'if-match': '"' }, { 'last-event-id': '\u00ff' }, { 'accept-language': '\u00e9' }, { 'x-request-id': '<script>alert(1)</script>' }, { cookie: `throughline=${'%'.repeat(500)}` }, { cookie: '__Host-throughline=a; throughline=b; throughline=' }, { cookie: '=;;;,,,"' }, { authorization: 'Bearer ' }, { authorization: `Bearer ${'tl_'.repeat(1_000)}` }, { authorization: 'Basic YTpi' },
]
