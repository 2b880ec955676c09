/** Does something once the browser has nothing else to do, or after a second and a half where it cannot tell. */
export function whenIdle(act: () => void): void {
  if (window.requestIdleCallback) window.requestIdleCallback(act)
  else window.setTimeout(act, 1_500)
}
