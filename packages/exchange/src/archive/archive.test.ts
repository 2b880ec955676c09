import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { canonicalJson, compareKeys, describeArchiveRefusal, openArchive, writeArchive, type ArchiveHeader, type ArchiveRow, type ArchiveTable, type Json } from './index.ts'
import { sha256 } from './sha256.ts'

const header: ArchiveHeader = { product: { name: 'Throughline', version: '0.1.0' }, organisation: { id: 'o1', name: 'Ministry of Works' }, exportedAt: '2026-03-31T12:00:00Z' }

async function bytesOf(tables: Iterable<ArchiveTable> | AsyncIterable<ArchiveTable>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of writeArchive(header, tables)) pieces.push(piece)
  return Uint8Array.from(Buffer.concat(pieces))
}

const initiatives: readonly ArchiveRow[] = [{ id: 'a', name: 'Depot', cost: '1200.50' }, { id: 'b', name: 'Brücke 漢字', note: null, gone: undefined }]
const two: readonly ArchiveTable[] = [
  { name: 'initiative', key: ['id'], rows: initiatives },
  { name: 'empty', key: ['id'], rows: [] },
]

it('writes what its documentation says, byte for byte, and reads it back', async () => {
  const bytes = await bytesOf(two)
  const parts = unzipSync(bytes)
  expect(Object.keys(parts)).toEqual(['initiative.jsonl', 'empty.jsonl', 'manifest.json'])
  expect(strFromU8(parts['initiative.jsonl'] ?? new Uint8Array())).toBe('{"cost":"1200.50","id":"a","name":"Depot"}\n{"id":"b","name":"Brücke 漢字","note":null}\n')
  const opened = openArchive(bytes, 'a.zip')
  if (!opened.ok) throw new Error(describeArchiveRefusal(opened.refusal))
  expect(opened.value.manifest).toMatchObject({ format: 'throughline-archive', version: 1, ...header, files: [{ name: 'initiative.jsonl', rows: 2, key: ['id'] }, { name: 'empty.jsonl', rows: 0, bytes: 0 }] })
  expect([...opened.value.rows('initiative')]).toEqual([{ cost: '1200.50', id: 'a', name: 'Depot' }, { id: 'b', name: 'Brücke 漢字', note: null }])
  expect([[...opened.value.rows('empty')], [...opened.value.rows('other')]]).toEqual([[], []])
  expect(await bytesOf(two)).toEqual(bytes)
})

const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, fc.string({ unit: 'grapheme' }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.string(), tie('value'), { maxKeys: 3, noNullPrototype: true })),
})).value

it('law: rows of any JSON come back as they were, in order', async () => {
  const rows = fc.uniqueArray(fc.tuple(fc.string({ unit: 'grapheme' }), json), { selector: ([id]) => id, maxLength: 8 })
  await fc.assert(fc.asyncProperty(rows, async (pairs) => {
    const sorted = pairs.map(([id, value]): ArchiveRow => ({ id, value })).sort((a, b) => compareKeys(a, b, ['id']))
    const opened = openArchive(await bytesOf([{ name: 't', key: ['id'], rows: sorted }]), 'a')
    expect(opened.ok && [...opened.value.rows('t')].map((row) => canonicalJson(row))).toEqual(sorted.map((row) => canonicalJson(row)))
  }), { numRuns: 100 })
})

it('law: keys are ordered as UTF-8 bytes are', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
    expect(Math.sign(compareKeys({ a }, { a: b }, ['a']))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))))
  }))
})

it('law: the checksum is SHA-256, however the bytes are cut', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(300), (bytes, cut) => {
    const hash = sha256()
    hash.add(bytes.subarray(0, cut))
    hash.add(bytes.subarray(cut))
    expect(hash.digest()).toBe(createHash('sha256').update(bytes).digest('hex'))
  }))
})

describe('refuses by name', () => {
  const changed = async (change: (parts: Record<string, Uint8Array>) => Record<string, Uint8Array>): Promise<unknown> => {
    const opened = openArchive(zipSync(change(unzipSync(await bytesOf(two)))), 'a.zip')
    if (opened.ok) return 'opened'
    expect(describeArchiveRefusal(opened.refusal)).toMatch(/a\.zip.*\.$/)
    return opened.refusal
  }
  const text = (parts: Record<string, Uint8Array>, name: string): string => strFromU8(parts[name] ?? new Uint8Array())
  const manifest = (change: (text: string) => string) => changed((parts) => ({ ...parts, 'manifest.json': strToU8(change(text(parts, 'manifest.json'))) }))
  const rows = (change: (text: string) => string) => changed((parts) => {
    const bytes = strToU8(change(text(parts, 'initiative.jsonl')))
    const digest = createHash('sha256').update(bytes).digest('hex')
    return { ...parts, 'initiative.jsonl': bytes, 'manifest.json': strToU8(text(parts, 'manifest.json').replace(/"sha256": "[0-9a-f]+"/, `"sha256": "${digest}"`)) }
  })

  it.each([
    ['no manifest', () => changed(({ 'manifest.json': _, ...parts }) => parts), { code: 'NO_MANIFEST' }],
    ['broken manifest', () => manifest((json) => json.slice(0, 40)), { code: 'MANIFEST_UNREADABLE' }],
    ['manifest without a field', () => manifest((json) => json.replace('exportedAt', 'at')), { code: 'MANIFEST_UNREADABLE', wrong: "'exportedAt' is not an instant in UTC" }],
    ['another format', () => manifest((json) => json.replace('throughline-archive', 'other')), { code: 'NOT_AN_ARCHIVE', found: 'other' }],
    ['a newer version', () => manifest((json) => json.replace('"version": 1,', '"version": 2,')), { code: 'VERSION_UNKNOWN', found: 2, newest: 1 }],
    ['a missing file', () => changed(({ 'empty.jsonl': _, ...parts }) => parts), { code: 'FILE_MISSING', name: 'empty.jsonl' }],
    ['a file too many', () => changed((parts) => ({ ...parts, 'more.jsonl': new Uint8Array() })), { code: 'FILE_UNEXPECTED', name: 'more.jsonl' }],
    ['a path in a name', () => manifest((json) => json.replace('empty.jsonl', '../empty.jsonl')), { code: 'MANIFEST_UNREADABLE', wrong: expect.stringContaining('file 2') }],
    ['a changed row', () => changed((parts) => ({ ...parts, 'initiative.jsonl': strToU8(text(parts, 'initiative.jsonl').replace('1200', '1300')) })), { code: 'CHECKSUM_DIFFERS', name: 'initiative.jsonl' }],
    ['a lost row', () => rows((lines) => lines.replace(/\n.*\n$/, '\n')), { code: 'ROW_COUNT_DIFFERS', found: 1, expected: 2 }],
    ['rows exchanged', () => rows((lines) => lines.trim().split('\n').reverse().map((line) => `${line}\n`).join('')), { code: 'ROWS_OUT_OF_ORDER', row: 2, key: ['id'] }],
    ['a row that is none', () => rows((lines) => lines.replace(/\n.*\n$/, '\n[]\n')), { code: 'ROW_UNREADABLE', row: 2, reason: 'it is not an object' }],
    ['half a row', () => rows((lines) => lines.slice(0, -5)), { code: 'ROW_UNREADABLE', row: 2, reason: 'its end is missing' }],
  ])('%s', async (_, make, refusal) => expect(await make()).toMatchObject(refusal))

  it('bytes that are no container', () => expect(openArchive(strToU8('PK nothing'), 'a.zip')).toMatchObject({ refusal: { code: 'NOT_A_CONTAINER', because: { code: 'TRUNCATED_ARCHIVE' } } }))

  it('law: no bytes make it throw, and what opens is what was written', async () => {
    const seed = await bytesOf(two)
    const wanted = Array.from(initiatives, (row) => canonicalJson(row))
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(seed.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: seed.length }), (changes, length) => {
      const bytes = seed.slice(0, length)
      for (const [at, byte] of changes) if (at < length) bytes[at] = byte
      const opened = openArchive(bytes, 'a.zip')
      if (opened.ok && opened.value.manifest.files.length > 0) expect([...opened.value.rows('initiative')].map((row) => canonicalJson(row))).toEqual(wanted)
    }), { numRuns: 1000 })
  })
})

it.each([[{ name: 'x', key: ['id'], rows: [{ id: 2 }, { id: 1 }] }], [{ name: 'x', key: ['id'], rows: [{ id: 1 }, { id: 1 }] }], [{ name: '../x', key: ['id'], rows: [] }], [{ name: 'x', key: [], rows: [] }]])('does not write what cannot be read: %j', async (table) => {
  await expect(bytesOf([table])).rejects.toThrow()
})
