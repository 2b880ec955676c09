/** [2, 3] is [0, 2, 5]. */
export function runningSum(lengths: readonly number[]): Int32Array {
  const from = new Int32Array(lengths.length + 1)
  lengths.forEach((length, index) => { from[index + 1] = from[index]! + length })
  return from
}
