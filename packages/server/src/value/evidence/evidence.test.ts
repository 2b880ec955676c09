import { fileReference, filesNamedIn, partsByFile } from '@throughline/contract/value'
import { writeZip } from '@throughline/exchange/zip'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindOf } from './media-type.ts'
import { digestOf, plainName, takeIn } from './take-in.ts'

const text = (value: string): Uint8Array => Buffer.from(value)
async function container(...paths: readonly string[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of writeZip(paths.map((path) => ({ path, bytes: [text('x')] })))) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}
const [workbook, letter, macros] = await Promise.all([container('[Content_Types].xml', 'xl/workbook.xml'), container('[Content_Types].xml', 'word/document.xml'), container('[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin')])
const found = (bytes: Uint8Array, name: string): string => {
  const kind = kindOf(bytes, name)
  return kind.ok ? kind.value : String(kind.refusal.values?.['found'])
}

describe('what a file is', () => {
  it.each<readonly [string, Uint8Array, string]>([
    ['minutes.pdf', text('%PDF-1.7\n…'), 'application/pdf'], ['shot.PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'image/png'], ['photo.jpeg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['calls.xlsx', workbook, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], ['calls.csv', text('day;minutes\n1;8,2\n'), 'text/csv'], ['Grüße.txt', Buffer.from('Gr\u00fc\u00dfe', 'latin1'), 'text/plain'],
    ['wide.txt', Buffer.from('\ufeffcalls', 'utf16le'), 'text/plain'], ['approval.eml', text('From: a@x.org\r\nTo: b@x.org\r\nSubject: yes\r\n\r\nApproved.'), 'message/rfc822'],
  ])('%s is taken', (name, bytes, kind) => expect(found(bytes, name)).toBe(kind))

  it.each<readonly [string, Uint8Array, string]>([
    ['invoice.pdf', text('MZ\u0090\u0000'), 'a program'], ['invoice.exe', text('%PDF-1.7'), 'a PDF by its bytes, and its name ends in .exe'], ['invoice', text('%PDF-1.7'), 'a PDF by its bytes, and its name ends in nothing'],
    ['notes.html', text('Notes'), 'text by its bytes, and its name ends in .html'], ['notes.txt', text('\n <!DOCTYPE html><script>'), 'a page or a drawing that could be run'], ['drawing.txt', text('\ufeff<svg onload="x()">'), 'a page or a drawing that could be run'],
    ['run.txt', text('#!/bin/sh\n'), 'a program'], ['letter.txt', text('{\\rtf1 x'), 'a document of the format RTF'], ['old.xlsx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'a document of an old Office format'],
    ['letter.xlsx', letter, 'a ZIP container, and no Excel workbook'], ['macros.xlsx', macros, 'an Excel workbook with macros'],
    ['cut.xlsx', workbook.subarray(0, 40), 'a container that cannot be read'], ['zero.csv', new Uint8Array([65, 0, 66]), 'of a kind that is not known here'], ['no.eml', text('Dear all,\n\nApproved.'), 'text, and no email'],
  ])('%s is refused by name', (name, bytes, words) => expect(found(bytes, name)).toBe(words))

  it('is said of any bytes without fail, and never of a name that says otherwise', () =>
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('a.pdf', 'a.csv', 'a.txt', 'a.eml', 'a.html', 'a'), (bytes, name) => {
      const kind = kindOf(bytes, name)
      expect(kind.ok ? ['a.pdf', 'a.csv', 'a.txt', 'a.eml'].includes(name) : kind.refusal.code === 'evidence_file_kind').toBe(true)
    }), { numRuns: 300 }))
})

describe('a file as it comes in', () => {
  async function* parts(...sizes: readonly number[]): AsyncGenerator<Uint8Array> {
    for (const size of sizes) yield new Uint8Array(size).fill(7)
  }
  const taken = async (announced: number | undefined, ...sizes: readonly number[]) => {
    const done = await takeIn({ bytes: parts(...sizes), announced }, 'a.txt', 10)
    return done.ok ? done.value.bytes.length : [done.refusal.code, done.refusal.values?.['found']]
  }
  it('is whole up to the limit, with the digest of its bytes', async () => {
    expect(await taken(undefined, 4, 6)).toBe(10)
    const done = await takeIn({ bytes: parts(3), announced: 3 }, 'a.txt', 10)
    expect(done.ok && done.value.sha256).toBe(digestOf(new Uint8Array([7, 7, 7])))
  })
  it('is refused above it, as it is announced or as it comes, and where there is nothing', async () => {
    expect([await taken(11, 1), await taken(undefined, 6, 6), await taken(2, 6, 6), await taken(0)]).toEqual([['evidence_file_too_large', 11], ['evidence_file_too_large', 'more than 10'], ['evidence_file_too_large', 'more than 10'], ['evidence_file_empty', undefined]])
  })
  it('has a name of one line and one direction, and no folder', () => expect(['C:\\own\\a.pdf', '../../etc/passwd.txt', 'gpj.\u202eexe.txt', '\u0007 \n', 'Zähler.pdf'].map(plainName)).toEqual(['a.pdf', 'passwd.txt', 'gpj.exe.txt', 'evidence', 'Zähler.pdf']))
})

describe('a text that names files', () => {
  const [one, two] = ['0197a3c4-5d6e-7f80-9a1b-2c3d4e5f6071', '0197a3c4-5d6e-7f80-9a1b-2c3d4e5f6072']
  it('names each once, wherever it stands', () => {
    expect(filesNamedIn(`Calls, ${fileReference(one)}; and ${fileReference(two)}.`, null, fileReference(one))).toEqual([one, two])
    expect(filesNamedIn('profile:0197a3c4-5d6e-7f80-9a1b-2c3d4e5f6071', 'file:0197', `${fileReference(one)}0`)).toEqual([])
  })
  it('is the same in parts', () => fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(fileReference(one), ` ${fileReference(two)} `))), (parts) => { expect(partsByFile(parts.join('')).map(({ text: part }) => part).join('')).toBe(parts.join('')) })))
})
