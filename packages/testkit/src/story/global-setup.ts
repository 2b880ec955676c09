import { chromePath } from '../../../../tools/browser.ts'

/** Unpacks the browser before the first story: two that begin at once would find half of it. */
export async function setup(): Promise<void> {
  await chromePath()
}
