import { useLayoutEffect, useRef, useState } from 'react'

/** Width of an element in whole px, as long as it is shown; 1180 until it is known. */
export function useWidth() {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(1180)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setWidth((before) => element.clientWidth || before)
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return { box, width }
}
