import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { accessibilityFaults, showIn } from './stage.ts'

/** Somebody's page, and what it said on its console as errors. */
type Seen = { readonly page: Page; readonly faults: string[] }

/**
 * The page as it stands, in light and in dark: nothing that axe finds, nothing that sticks out at its side, no control that
 * is cut off, and no error on its console since it was last asked. It is left in light, as wide as it is in light.
 * @param widths how wide the page is in each theme, in px, where it is to be looked at in another width than its own
 */
export async function isSound({ page, faults }: Seen, widths?: { readonly light: number; readonly dark: number }): Promise<void> {
  const show = async (theme: 'light' | 'dark'): Promise<void> => {
    if (widths) await page.setViewportSize({ width: widths[theme], height: 1000 })
    await showIn(page, theme)
  }
  for (const theme of ['light', 'dark'] as const) {
    await show(theme)
    const where = `${page.url()} in ${theme}${widths ? ` at ${widths[theme]}` : ''}`
    expect(await accessibilityFaults(page), where).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${where}: sticks out`).toBeLessThanOrEqual(0)
    expect(await page.evaluate(cutOff), `${where}: cut off`).toEqual([])
  }
  await show('light')
  expect(faults.splice(0)).toEqual([])
}

/**
 * Runs in the page: controls of which half or more lies beyond the side of what they stand in, where that is not there to be
 * scrolled sideways; each by its name.
 */
function cutOff(): readonly string[] {
  const beyond = (control: Element): boolean => {
    const { left, right, width, height } = control.getBoundingClientRect()
    if (width < 2 || height < 2) return false
    for (let around = control.parentElement; around; around = around.parentElement) {
      const { overflowX, position } = getComputedStyle(around)
      // What is there to be scrolled sideways can be reached by Tab; another scrolls up and down alone.
      if ((overflowX === 'auto' || overflowX === 'scroll') && around.hasAttribute('tabindex')) return false
      if (overflowX !== 'visible' && around.getBoundingClientRect().right < (left + right) / 2) return true
      if (position === 'fixed') return false
    }
    return false
  }
  return [...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]')].filter(beyond).map((control) => control.getAttribute('aria-label') ?? control.textContent.trim().slice(0, 60))
}
