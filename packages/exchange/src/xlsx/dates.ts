import { dateOfDay, dayNumber } from '@throughline/engine/kernel'

/** Which day a workbook counts from: 1900 as on Windows, 1904 as on old Macs. */
export type DateSystem = 1900 | 1904

/** The last day that spreadsheets know, 9999-12-31, counted from 1899-12-30. */
const lastSerial = 2_958_465

/**
 * The day and, where it has one, the time of a serial number. The 1900 system counts a 29 February 1900 that never was: from March
 * on it is days since 1899-12-30, before that since 1899-12-31. Undefined for the day that never was and for what lies outside.
 */
export function dateOfSerial(serial: number, system: DateSystem): { readonly date: string; readonly text: string } | undefined {
  const days = Math.floor(serial)
  const from1900 = system === 1904 ? days + 1462 : days
  if (!(serial >= 0) || from1900 > lastSerial || (system === 1900 && (days === 60 || days === 0))) return undefined
  const date = dateOfDay(dayNumber('1899-12-30') + from1900 + (system === 1900 && days < 60 ? 1 : 0))
  const seconds = Math.round((serial - days) * 86_400)
  if (seconds === 0 || seconds === 86_400) return { date, text: date }
  const two = (value: number): string => String(value).padStart(2, '0')
  return { date, text: `${date} ${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}` }
}

/** The serial number of a day in the 1900 system, for days from March 1900 on; undefined before and after 9999. */
export function serialOfDate(date: string): number | undefined {
  const serial = dayNumber(date) - dayNumber('1899-12-30')
  return serial > 60 && serial <= lastSerial ? serial : undefined
}
