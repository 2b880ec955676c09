/** 0.0123 is 1.23 %. */
export const percent = (share: number, digits = 2): string => `${(share * 100).toFixed(digits)} %`

export const seconds = (value: number): string => `${value.toFixed(value < 1 ? 2 : 1)} s`

/** A Markdown table. */
export const table = (head: readonly string[], lines: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
